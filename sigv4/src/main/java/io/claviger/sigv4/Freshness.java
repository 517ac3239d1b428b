package io.claviger.sigv4;

import org.jspecify.annotations.Nullable;

/** Whether a signature's time is now: what keeps a request that was overheard from being sent again later. */
final class Freshness {

    private Freshness() {}

    /** The refusal of a signature that is out of time, or null. */
    static @Nullable Refusal refusal(Authorization authorization, ServiceRules rules, long now) {
        boolean asStated = rules.presigned() == ServiceRules.PresignedLife.AS_STATED;
        return authorization.method() == AuthMethod.PRESIGNED_QUERY && asStated
                ? ofStatedLife(authorization, rules, now)
                : ofAnySignature(authorization.time(), rules, now);
    }

    private static @Nullable Refusal ofAnySignature(SigningTime signed, ServiceRules rules, long now) {
        long skew = rules.clockSkew().toSeconds();
        if (signed.epochSecond() < now - skew) {
            return Refusals.expired(signed, now, skew);
        }
        return signed.epochSecond() > now + skew ? Refusals.notYetCurrent(signed, now, skew) : null;
    }

    private static @Nullable Refusal ofStatedLife(Authorization authorization, ServiceRules rules, long now) {
        long signed = authorization.time().epochSecond();
        long life = authorization.expires();
        if (life > rules.presignMax().toSeconds()) {
            return Refusals.expiresTooLate(rules.presignMax());
        }
        if (signed > now + rules.clockSkew().toSeconds()) {
            return Refusals.presignedTooEarly();
        }
        return now > signed + life ? Refusals.presignedExpired() : null;
    }
}
