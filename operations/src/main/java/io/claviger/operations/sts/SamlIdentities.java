package io.claviger.operations.sts;

import io.claviger.access.Caller;
import io.claviger.access.Circumstances;
import io.claviger.access.Credential;
import io.claviger.access.Federated;
import io.claviger.access.SessionDetails;
import io.claviger.federation.saml.AssertionRefused;
import io.claviger.federation.saml.SamlAssertion;
import io.claviger.federation.saml.SamlMetadata;
import io.claviger.federation.saml.SamlResponse;
import io.claviger.iam.Partition;
import io.claviger.iam.SamlProvider;
import io.claviger.iam.SamlProvider.Encryption;
import io.claviger.iam.store.Reading;
import io.claviger.operations.claims.SamlAttributes;
import io.claviger.operations.claims.SamlClaims;
import io.claviger.operations.federation.SamlKeyRing;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.EntityArn;
import io.claviger.operations.request.SamlProviderArn;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Requester;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlRequest;

/**
 * Finds out whom a SAML response is about, and what their session is to be like. Thread-safe.
 *
 * @param keys open the private keys of providers
 */
record SamlIdentities(SamlKeyRing keys) {

    /**
     * What a response proves.
     *
     * @param provider as it was when the response was verified
     */
    record Identity(SamlProvider provider, SamlAssertion assertion, SamlAttributes attributes) {}

    /**
     * Who asks.
     *
     * @throws Refused when the response does not prove it
     */
    Caller caller(EntityView view, Circumstances circumstances, AssumeRoleWithSamlRequest request) {
        Partition partition = Partition.ofRegion(circumstances.region());
        Identity identity =
                view.ask(reading -> known(reading, partition, request)).verified(request, circumstances.time());
        return caller(partition, roleArn(request), identity);
    }

    /** The provider that a request names, with its keys, ready to verify the response. */
    Known known(Reading reading, Partition partition, AssumeRoleWithSamlRequest request) {
        roleArn(request);
        SamlProvider provider = SamlProviderArn.parse(request.principalArn())
                .orElseThrow(() -> Refused.validation("Principal ARN is invalid"))
                .find(reading, partition)
                .orElseThrow(SamlIdentities::noSuchProvider);
        return new Known(provider, keys.of(reading, provider));
    }

    /** A provider and its keys. */
    record Known(SamlProvider provider, List<PrivateKey> keys) {

        /**
         * Verifies the response of a request, outside of any transaction.
         *
         * @throws Refused when it proves nothing
         */
        Identity verified(AssumeRoleWithSamlRequest request, Instant now) {
            SamlMetadata metadata = SamlMetadata.parse(provider.metadata())
                    .orElseThrow(() -> new IllegalStateException("the metadata of " + provider.id() + " are damaged"));
            try {
                SamlAssertion assertion = SamlResponse.verify(
                        request.samlAssertion(),
                        new SamlResponse.Provider(
                                provider.id(), metadata, keys, provider.encryption() == Encryption.REQUIRED),
                        now);
                return new Identity(
                        provider, assertion, SamlAttributes.of(assertion, request.roleArn(), request.principalArn()));
            } catch (AssertionRefused refused) {
                throw new Refused(
                        switch (refused.reason()) {
                            case INVALID -> ErrorCode.INVALID_IDENTITY_TOKEN;
                            case EXPIRED -> ErrorCode.EXPIRED_TOKEN;
                            case REJECTED_BY_PROVIDER -> ErrorCode.IDP_REJECTED_CLAIM;
                        },
                        refused.text());
            }
        }
    }

    private static Caller caller(Partition partition, EntityArn role, Identity identity) {
        SamlAssertion assertion = identity.assertion;
        SamlAttributes attributes = identity.attributes;
        Map<String, ContextValue> keys = new HashMap<>(SamlClaims.keys(assertion, identity.provider));
        keys.put("sts:rolesessionname", new ContextValue.Text(attributes.sessionName()));
        if (attributes.sourceIdentity() != null) {
            keys.put("sts:sourceidentity", new ContextValue.Text(attributes.sourceIdentity()));
        }
        if (!attributes.transitiveKeys().isEmpty()) {
            keys.put("sts:transitivetagkeys", new ContextValue.Texts(attributes.transitiveKeys()));
        }
        String arn = identity.provider.arn(partition);
        return new Caller(
                new Federated(
                        role.accountId(),
                        partition,
                        assertion.subject(),
                        assertion.recipient(),
                        SamlClaims.nameQualifier(assertion.issuer(), identity.provider),
                        new Requester.Federated(arn)),
                new Credential.Proof(
                        keys,
                        attributes.tags(),
                        attributes.transitiveKeys(),
                        attributes.sourceIdentity(),
                        new SessionDetails.Federation(arn, SamlClaims.lasting(assertion, identity.provider))));
    }

    /**
     * The role that is asked for.
     *
     * @throws Refused when the text is no role's ARN
     */
    static EntityArn roleArn(AssumeRoleWithSamlRequest request) {
        return EntityArn.parse(request.roleArn())
                .filter(arn -> arn.kind() == EntityArn.Kind.ROLE)
                .orElseThrow(() -> Refused.validation("Request ARN is invalid"));
    }

    /** That the account has no such provider, or no more. */
    static Refused noSuchProvider() {
        return new Refused(ErrorCode.INVALID_IDENTITY_TOKEN, "Specified provider doesn't exist");
    }
}
