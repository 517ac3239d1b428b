package io.claviger.sigv4;

import java.time.Duration;
import java.util.Map;

/**
 * What a server asks of the signatures it takes. Immutable. Start from {@link #queryService} or {@link #objectStore}
 * and change what differs.
 *
 * @param services the names a scope may carry, such as {@code iam}, and the regions each is served in
 * @param pathNormalized whether the path is normalized and encoded twice: every service but Amazon S3
 * @param contentSha256Required whether {@code x-amz-content-sha256} must be in every request that is signed in its
 *     headers, and is then what is signed: Amazon S3
 * @param unsignedPayloadAllowed whether a request may leave its body unsigned, and a presigned one does
 * @param chunkedPayloadAllowed whether a body may be an {@code aws-chunked} stream whose chunks are signed
 * @param sessionTokenMayBeUnsigned whether a session token may be added after signing, as many services allow; the
 *     token answers for itself, since the credential source checks that it is the key's
 * @param presigned what limits the life of a presigned request
 * @param clockSkew how far the clocks of client and server may be apart
 * @param presignMax the longest life that {@link PresignedLife#AS_STATED} grants
 */
public record ServiceRules(
        Map<String, Regions> services,
        boolean pathNormalized,
        boolean contentSha256Required,
        boolean unsignedPayloadAllowed,
        boolean chunkedPayloadAllowed,
        boolean sessionTokenMayBeUnsigned,
        PresignedLife presigned,
        Duration clockSkew,
        Duration presignMax) {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(15);
    private static final Duration WEEK = Duration.ofDays(7);

    /** What limits the life of a presigned request. */
    public enum PresignedLife {
        /**
         * It is good as long as any signature is, whatever {@code X-Amz-Expires} says: IAM, STS and the other query
         * services. Clients rely on it: Kubernetes' tokens for EKS say 60 seconds and are used for 14 minutes.
         */
        AS_ANY_SIGNATURE,
        /** It is good for {@code X-Amz-Expires} seconds: Amazon S3. */
        AS_STATED
    }

    public ServiceRules {
        services = Map.copyOf(services);
        if (services.isEmpty()) {
            throw new IllegalArgumentException("rules without a service would refuse everything");
        }
        if (clockSkew.isNegative() || presignMax.isNegative()) {
            throw new IllegalArgumentException("neither clock skew nor presigned life may be negative");
        }
    }

    /** The rules of AWS's query services, such as IAM and STS: the body is always signed. */
    public static ServiceRules queryService(Map<String, Regions> services) {
        return new ServiceRules(
                services, true, false, false, false, true, PresignedLife.AS_ANY_SIGNATURE, CLOCK_SKEW, WEEK);
    }

    /** The rules of Amazon S3 and of what speaks its protocol. */
    public static ServiceRules objectStore(Map<String, Regions> services) {
        return new ServiceRules(services, false, true, true, true, false, PresignedLife.AS_STATED, CLOCK_SKEW, WEEK);
    }
}
