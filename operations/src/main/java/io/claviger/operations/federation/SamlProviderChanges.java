package io.claviger.operations.federation;

import io.claviger.iam.SamlProvider;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import java.time.Instant;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.DeleteSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.DeleteSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.UpdateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UpdateSamlProviderResponse;

/** SAML 2.0 identity providers: update, delete. */
public final class SamlProviderChanges {

    private final SamlKeyRing keys;

    /** Changes of providers whose private keys this seals. */
    public SamlProviderChanges(SamlKeyRing keys) {
        this.keys = keys;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:UpdateSAMLProvider",
                        UpdateSamlProviderRequest.class,
                        NamedSamlProvider.target(UpdateSamlProviderRequest::samlProviderArn),
                        this::update),
                Operation.on(
                        "iam:DeleteSAMLProvider",
                        DeleteSamlProviderRequest.class,
                        NamedSamlProvider.target(DeleteSamlProviderRequest::samlProviderArn),
                        SamlProviderChanges::delete));
    }

    private UpdateSamlProviderResponse update(Execution<UpdateSamlProviderRequest> execution) {
        Call call = execution.call();
        UpdateSamlProviderRequest request = execution.request();
        String document = request.samlMetadataDocument();
        Instant validUntil = document == null ? null : SamlTerms.validUntil(document, call.time());
        return execution.write(writing -> {
            SamlProvider present = NamedSamlProvider.in(writing, call, request.samlProviderArn());
            requireAnUpdate(request);
            SamlProvider updated =
                    present.asking(SamlTerms.encryption(request.assertionEncryptionMode(), present.encryption()));
            if (document != null && validUntil != null) {
                updated = updated.describedBy(document, validUntil);
            }
            if (!updated.equals(present)) {
                writing.update(updated);
            }
            keys.change(writing, call.time(), updated, request.addPrivateKey(), request.removePrivateKey());
            SamlTerms.requireKeyIfEncrypted(writing, updated);
            return UpdateSamlProviderResponse.builder()
                    .samlProviderArn(updated.arn(call.partition()))
                    .build();
        });
    }

    private static void requireAnUpdate(UpdateSamlProviderRequest request) {
        if (request.addPrivateKey() != null && request.removePrivateKey() != null) {
            throw Refused.invalidInput("Unable to add and remove private keys in the same request. Set a value for only"
                    + " one of the two parameters.");
        }
        if (request.samlMetadataDocument() == null
                && request.assertionEncryptionMode() == null
                && request.addPrivateKey() == null
                && request.removePrivateKey() == null) {
            throw Refused.invalidInput("Unable to update identity provider. No updates are defined for metadata or"
                    + " encryption assertion.");
        }
    }

    private static DeleteSamlProviderResponse delete(Execution<DeleteSamlProviderRequest> execution) {
        Call call = execution.call();
        return execution.write(writing -> {
            SamlProvider provider =
                    NamedSamlProvider.in(writing, call, execution.request().samlProviderArn());
            writing.samlProviders().keysOf(provider.id()).forEach(writing::delete);
            writing.delete(provider);
            return DeleteSamlProviderResponse.builder().build();
        });
    }
}
