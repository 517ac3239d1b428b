package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.catalog.Action;
import io.claviger.policy.catalog.ConditionKey;
import io.claviger.policy.catalog.ServiceCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.ResetServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UpdateServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.UploadServerCertificateRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenRequest;
import software.amazon.awssdk.services.sts.model.ProvidedContext;

/**
 * Requests bring every condition key by which AWS's service authorization reference lets their actions be limited. So
 * who may delegate rights within limits cannot leave them.
 */
class ConditionKeysTest extends OnAWorkbench {

    /** Keys of providers of identities, which these calls cannot bring, and of what Claviger does not have. */
    private static final Set<String> OF_OTHERS = Set.of(
            "iam:FIDO-FIPS-140-2-certification",
            "iam:FIDO-FIPS-140-3-certification",
            "iam:FIDO-certification",
            "iam:RegisterSecurityKey",
            "iam:RoleTemplateARN",
            "iam:AssociatedResourceArn",
            "sts:RequestContext/${ContextKey}");

    private static final String OPEN_TRUST = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},\
        "Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity","sts:SetContext"]}]}\
        """.formatted(ACCOUNT);

    private static final Tag TAG = Tag.builder().key("k").value("v").build();

    private Map<String, AwsRequest> requests = Map.of();

    /** An action that an operation needs, and a key of it. */
    record Limit(String operation, String action, String key) {

        @Override
        public String toString() {
            return operation + ": " + action + " by " + key;
        }
    }

    private static Stream<Limit> limits() {
        try (Workbench bench = new Workbench()) {
            return bench.catalog.all().stream()
                    .filter(operation -> !operation.provesItself())
                    .flatMap(operation -> Stream.concat(Stream.of(operation.action()), dependents(operation.action()))
                            .flatMap(action -> keys(action).map(key -> new Limit(operation.name(), action, key))))
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> dependents(String action) {
        return switch (action) {
            case "iam:AddRoleToInstanceProfile" -> Stream.of("iam:PassRole");
            case "iam:CreateUser" -> Stream.of("iam:TagUser");
            case "iam:CreateRole" -> Stream.of("iam:TagRole");
            case "sts:AssumeRole" -> Stream.of("sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext");
            default -> Stream.empty();
        };
    }

    /** None for an action that is newer than AWS's catalog of actions here. */
    private static Stream<String> keys(String action) {
        Action known = ServiceCatalog.aws().action(action);
        if (known == null) {
            assertThat(action).isIn("sts:GetScopedCredentials", "iam:UpdateDelegationRequest", "iam:AcquireRole");
            return Stream.empty();
        }
        return known.conditionKeys().stream()
                .map(ConditionKey::name)
                .filter(key -> !OF_OTHERS.contains(key))
                .filter(key -> key.startsWith("iam:") || key.startsWith("sts:") || key.startsWith("aws:"))
                .map(key -> key.replace("${TagKey}", "k"));
    }

    @BeforeEach
    void createTargetsWithinBoundaries() {
        admin.createUser(create -> create.userName(MinimalRequests.USER).permissionsBoundary(READ_ONLY));
        createGroups(MinimalRequests.GROUP);
        admin.createRole(create -> create.roleName(MinimalRequests.ROLE)
                .assumeRolePolicyDocument(OPEN_TRUST)
                .tags(TAG));
        admin.putRolePermissionsBoundary(
                put -> put.roleName(MinimalRequests.ROLE).permissionsBoundary(READ_ONLY));
        admin.createInstanceProfile(create -> create.instanceProfileName(MinimalRequests.PROFILE));
        requests = new HashMap<>(MinimalRequests.byOperation(ownPolicy("own"), "AKIA"));
        requests.putAll(full());
        admin.enableOutboundWebIdentityFederation(enable -> {});
        addTags();
        addServiceCredential();
    }

    private void addTags() {
        replace(CreateSamlProviderRequest.class, request -> request.toBuilder().tags(TAG));
        replace(
                CreateOpenIdConnectProviderRequest.class,
                request -> request.toBuilder().tags(TAG));
        replace(
                CreateVirtualMfaDeviceRequest.class,
                request -> request.toBuilder().tags(TAG));
        replace(
                UploadServerCertificateRequest.class,
                request -> request.toBuilder().tags(TAG));
        replace(
                GetWebIdentityTokenRequest.class,
                request -> request.toBuilder()
                        .tags(software.amazon.awssdk.services.sts.model.Tag.builder()
                                .key("k")
                                .value("v")
                                .build()));
    }

    private void addServiceCredential() {
        String id = admin.createServiceSpecificCredential(
                        create -> create.userName(MinimalRequests.USER).serviceName("codecommit.amazonaws.com"))
                .serviceSpecificCredential()
                .serviceSpecificCredentialId();
        replace(
                CreateServiceSpecificCredentialRequest.class,
                request ->
                        request.toBuilder().serviceName("bedrock.amazonaws.com").credentialAgeDays(30));
        replace(
                ResetServiceSpecificCredentialRequest.class,
                request -> request.toBuilder().serviceSpecificCredentialId(id));
        replace(
                UpdateServiceSpecificCredentialRequest.class,
                request -> request.toBuilder().serviceSpecificCredentialId(id));
        replace(
                DeleteServiceSpecificCredentialRequest.class,
                request -> request.toBuilder().serviceSpecificCredentialId(id));
    }

    private <Q extends AwsRequest> void replace(Class<Q> kind, Function<Q, ? extends AwsRequest.Builder> full) {
        requests.replaceAll((_, request) ->
                kind.isInstance(request) ? full.apply(kind.cast(request)).build() : request);
    }

    /** Requests that bring more than they must. */
    private static Map<String, AwsRequest> full() {
        return Map.of(
                "CreateUser",
                CreateUserRequest.builder()
                        .userName("new")
                        .permissionsBoundary(READ_ONLY)
                        .tags(TAG)
                        .build(),
                "CreateRole",
                CreateRoleRequest.builder()
                        .roleName("new")
                        .assumeRolePolicyDocument(Documents.trust(ACCOUNT))
                        .permissionsBoundary(READ_ONLY)
                        .tags(TAG)
                        .build(),
                "CreatePolicy",
                CreatePolicyRequest.builder()
                        .policyName("new")
                        .policyDocument(Documents.ALLOW_ALL)
                        .tags(TAG)
                        .build(),
                "CreateInstanceProfile",
                CreateInstanceProfileRequest.builder()
                        .instanceProfileName("new")
                        .tags(TAG)
                        .build(),
                "AssumeRole",
                AssumeRoleRequest.builder()
                        .roleArn(ARN + "role/" + MinimalRequests.ROLE)
                        .roleSessionName("session")
                        .externalId("outside")
                        .sourceIdentity("Alice")
                        .tags(software.amazon.awssdk.services.sts.model.Tag.builder()
                                .key("k")
                                .value("v")
                                .build())
                        .transitiveTagKeys("k")
                        .providedContexts(List.of(ProvidedContext.builder()
                                .providerArn("arn:aws:iam::aws:contextProvider/IdentityCenter")
                                .contextAssertion("sealed")
                                .build()))
                        .build(),
                "GetFederationToken",
                GetFederationTokenRequest.builder()
                        .name("somebody")
                        .tags(software.amazon.awssdk.services.sts.model.Tag.builder()
                                .key("k")
                                .value("v")
                                .build())
                        .build());
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aRequestBringsTheKey(Limit limit) {
        Actor limited = bench.user(
                "limited",
                Documents.policy(
                        Documents.statement("Allow", "*", "*"),
                        Documents.statement("Deny", limit.action(), "*", "{'Null':{'" + limit.key() + "':'false'}}")));
        AwsRequest request = Objects.requireNonNull(requests.get(limit.operation()));

        Refusal refusal = Refusal.of(() -> limited.call(request));
        assertThat(refusal).as("%s is denied to requests with the key", limit).isNotNull();
        assertThat(refusal.text())
                .as("%s", limit)
                .contains(limit.action(), "with an explicit deny in an identity-based policy");
    }

    @Test
    void manyKeysOfManyActionsAreAskedFor() {
        assertThat(limits()).hasSizeGreaterThan(50);
    }
}
