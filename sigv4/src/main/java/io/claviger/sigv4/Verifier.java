package io.claviger.sigv4;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers who signed a request, by AWS Signature Version 4. Immutable; safe for use by many threads as far as its
 * credential source is.
 *
 * <p>It takes signatures in the {@code Authorization} header and in the query string, with long-term and temporary
 * keys. It refuses everything that it is not sure of: Signature Version 2 and the asymmetric Version 4A, two signatures in one
 * request, a request without {@code host} or with an {@code x-amz-*} header that was not signed, one out of time or for
 * another service, and one whose body is not the one that was signed.
 *
 * @param <P> what the server knows a caller as
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a
 *     signed AWS API request</a>
 */
public final class Verifier<P> {

    private final CredentialSource<P> source;
    private final ServiceRules rules;
    private final InstantSource clock;

    public Verifier(CredentialSource<P> source, ServiceRules rules, InstantSource clock) {
        this.source = source;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Verifies a request. It throws nothing, whatever the request holds; only what the credential source throws comes
     * through.
     */
    public Verification<P> verify(HttpRequest request) {
        return switch (Claim.of(request, rules, clock.instant().getEpochSecond())) {
            case Step.Stopped<Claim>(var refusal, var accessKeyId) -> new Verification.Refused<>(refusal, accessKeyId);
            case Step.Done<Claim>(var claim) -> lookUp(claim);
        };
    }

    private Verification<P> lookUp(Claim claim) {
        String accessKeyId = claim.credential().accessKeyId();
        return switch (source.find(accessKeyId, claim.authorization().sessionToken())) {
            case Lookup.Unknown<P> _ -> new Verification.Refused<>(Refusals.unknownKey(), accessKeyId);
            case Lookup.TokenInvalid<P> _ -> new Verification.Refused<>(Refusals.tokenInvalid(), accessKeyId);
            case Lookup.TokenExpired<P> _ -> new Verification.Refused<>(Refusals.tokenExpired(), accessKeyId);
            case Lookup.Found<P>(var principal, var secret) ->
                switch (HashedPayload.of(claim, rules)) {
                    case Step.Stopped<HashedPayload>(var refusal, var _) ->
                        new Verification.Refused<>(refusal, accessKeyId);
                    case Step.Done<HashedPayload>(var payload) ->
                        prove(
                                claim,
                                payload,
                                principal,
                                secret.keyFor(claim.credential().scope()));
                };
        };
    }

    /** "AWS replicates this process and verifies the signature, granting or denying access accordingly." */
    private Verification<P> prove(Claim claim, HashedPayload payload, P principal, SigningKey key) {
        CanonicalRequest canonical = claim.canonicalRequest(payload.text(), PresignedQuery.NEVER_SIGNED);
        if (!canonical.wellFormed()) {
            return refused(claim, Refusals.malformedRequest("header section"));
        }
        boolean proven = isSignatureOf(canonical, claim, key)
                || (claim.tokenMayBeUnsigned(rules)
                        && isSignatureOf(
                                claim.canonicalRequest(payload.text(), PresignedQuery.TOKEN_NOT_SIGNED), claim, key));
        if (!proven || (!payload.asDeclared() && !rules.contentSha256Required())) {
            return refused(claim, mismatch(claim, canonical));
        }
        if (!payload.asDeclared()) {
            return refused(claim, Refusals.contentSha256Mismatch());
        }
        return switch (body(claim, payload, key)) {
            case Step.Stopped<Payload>(var refusal, var _) -> refused(claim, refusal);
            case Step.Done<Payload>(var body) ->
                new Verification.Verified<>(
                        principal,
                        claim.credential().accessKeyId(),
                        key.scope(),
                        claim.authorization().time().instant(),
                        claim.authorization().method(),
                        body);
        };
    }

    private static boolean isSignatureOf(CanonicalRequest canonical, Claim claim, SigningKey key) {
        String stringToSign = StringToSign.ofRequest(claim.authorization().time(), key.scope(), canonical);
        return ChunkSignatures.equal(
                        key.sign(stringToSign), claim.authorization().signature())
                && canonical.complete();
    }

    private static Refusal mismatch(Claim claim, CanonicalRequest canonical) {
        String stringToSign = StringToSign.ofRequest(
                claim.authorization().time(), claim.credential().scope(), canonical);
        String shown = canonical.text().toString();
        String token = claim.authorization().sessionToken();
        if (token != null) {
            shown = shown.replace(UriEncoding.encode(token), "***").replace(token.strip(), "***");
        }
        return Refusals.signatureDoesNotMatch(shown, stringToSign);
    }

    private static Step<Payload> body(Claim claim, HashedPayload payload, SigningKey key) {
        if (payload.unsigned()) {
            return new Step.Done<>(new Payload.Unsigned());
        }
        if (payload.chunks() == null) {
            return new Step.Done<>(new Payload.Signed());
        }
        String length = claim.headers().value("x-amz-decoded-content-length");
        if (length == null
                || length.isEmpty()
                || length.length() > 18
                || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Step.Stopped<>(Refusals.missingContentLength());
        }
        String announced = claim.headers().value("x-amz-trailer");
        Set<String> trailers = announced == null
                ? Set.of()
                : Stream.of(announced.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableSet());
        ChunkSignatures signatures = new ChunkSignatures(
                key, claim.authorization().time(), claim.authorization().signature());
        return new Step.Done<>(new Payload.Chunked(payload.chunks(), Long.parseLong(length), trailers, signatures));
    }

    private Verification<P> refused(Claim claim, Refusal refusal) {
        return new Verification.Refused<>(refusal, claim.credential().accessKeyId());
    }
}
