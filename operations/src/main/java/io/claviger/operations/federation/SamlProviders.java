package io.claviger.operations.federation;

import io.claviger.iam.Arns;
import io.claviger.iam.SamlPrivateKey;
import io.claviger.iam.SamlProvider;
import io.claviger.iam.SamlProvider.Encryption;
import io.claviger.iam.Tag;
import io.claviger.iam.UniqueIds;
import io.claviger.iam.store.Counted;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.request.RequestedTags;
import io.claviger.operations.request.Shapes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.AssertionEncryptionModeType;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.GetSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.GetSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersResponse;
import software.amazon.awssdk.services.iam.model.SAMLPrivateKey;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;

/**
 * SAML 2.0 identity providers: create, look at, list.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html">Create a SAML identity
 *     provider in IAM</a>
 */
public final class SamlProviders {

    /** AWS's default quota. */
    private static final int PER_ACCOUNT = 100;

    private final int tagsPerEntity;
    private final UniqueIds uniqueIds;
    private final SamlKeyRing keys;

    /**
     * Providers of at most so many tags.
     *
     * @param keys seals their private keys
     */
    public SamlProviders(int tagsPerEntity, UniqueIds uniqueIds, SamlKeyRing keys) {
        this.tagsPerEntity = tagsPerEntity;
        this.uniqueIds = uniqueIds;
        this.keys = keys;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.needing(
                        "iam:CreateSAMLProvider",
                        CreateSamlProviderRequest.class,
                        SamlProviders::creationChecks,
                        this::create),
                Operation.on(
                        "iam:GetSAMLProvider",
                        GetSamlProviderRequest.class,
                        NamedSamlProvider.target(GetSamlProviderRequest::samlProviderArn),
                        SamlProviders::get),
                Operation.on(
                        "iam:ListSAMLProviders",
                        ListSamlProvidersRequest.class,
                        (view, call, request) -> Target.arn(arn(call, "*"), call),
                        SamlProviders::list));
    }

    private static String arn(Call call, String name) {
        return Arns.samlProvider(call.partition(), call.accountId(), name);
    }

    private static List<Check> creationChecks(EntityView view, Call call, CreateSamlProviderRequest request) {
        Target target = Target.arn(arn(call, request.name()), call).setting(RequestedTags.of(request.tags()));
        List<Check> checks = new ArrayList<>(List.of(new Check("iam:CreateSAMLProvider", target)));
        if (!request.tags().isEmpty()) {
            checks.add(new Check("iam:TagSAMLProvider", target));
        }
        return checks;
    }

    private CreateSamlProviderResponse create(Execution<CreateSamlProviderRequest> execution) {
        Call call = execution.call();
        CreateSamlProviderRequest request = execution.request();
        List<Tag> tags = RequestedTags.checked(request.tags());
        Instant validUntil = SamlTerms.validUntil(request.samlMetadataDocument(), call.time());
        return execution.write(writing -> {
            if (writing.samlProviders().named(call.accountId(), request.name()).isPresent()) {
                throw Refused.alreadyExists("Provider with name " + request.name() + " already exists.");
            }
            if (writing.accounts().count(call.accountId(), Counted.SAML_PROVIDERS) >= PER_ACCOUNT) {
                throw Refused.quota("SAMLProvidersPerAccount", PER_ACCOUNT);
            }
            SamlProvider created = new SamlProvider(
                    call.accountId(),
                    uniqueIds.samlProvider(),
                    request.name(),
                    request.samlMetadataDocument(),
                    call.time().truncatedTo(ChronoUnit.MILLIS),
                    validUntil,
                    SamlTerms.encryption(request.assertionEncryptionMode(), Encryption.ALLOWED),
                    RequestedTags.overlaid(List.of(), tags, tagsPerEntity));
            writing.insert(created);
            keys.change(writing, call.time(), created, request.addPrivateKey(), null);
            SamlTerms.requireKeyIfEncrypted(writing, created);
            return CreateSamlProviderResponse.builder()
                    .samlProviderArn(created.arn(call.partition()))
                    .tags(created.tags().isEmpty() ? null : Shapes.tags(created.tags()))
                    .build();
        });
    }

    private static GetSamlProviderResponse get(Execution<GetSamlProviderRequest> execution) {
        Call call = execution.call();
        return execution.read(reading -> {
            SamlProvider provider =
                    NamedSamlProvider.in(reading, call, execution.request().samlProviderArn());
            return GetSamlProviderResponse.builder()
                    .samlProviderUUID(provider.id())
                    .samlMetadataDocument(provider.metadata())
                    .createDate(provider.createDate())
                    .validUntil(provider.validUntil())
                    .tags(Shapes.tags(provider.tags()))
                    .assertionEncryptionMode(
                            switch (provider.encryption()) {
                                case ALLOWED -> AssertionEncryptionModeType.ALLOWED;
                                case REQUIRED -> AssertionEncryptionModeType.REQUIRED;
                            })
                    .privateKeyList(reading.samlProviders().keysOf(provider.id()).stream()
                            .map(SamlProviders::shape)
                            .toList())
                    .build();
        });
    }

    private static SAMLPrivateKey shape(SamlPrivateKey key) {
        return SAMLPrivateKey.builder()
                .keyId(key.id())
                .timestamp(key.createDate())
                .build();
    }

    private static ListSamlProvidersResponse list(Execution<ListSamlProvidersRequest> execution) {
        Call call = execution.call();
        return execution.read(reading -> ListSamlProvidersResponse.builder()
                .samlProviderList(reading.samlProviders().list(call.accountId()).stream()
                        .map(provider -> SAMLProviderListEntry.builder()
                                .arn(provider.arn(call.partition()))
                                .validUntil(provider.validUntil())
                                .createDate(provider.createDate())
                                .build())
                        .toList())
                .build());
    }
}
