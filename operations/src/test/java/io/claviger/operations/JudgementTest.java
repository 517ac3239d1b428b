package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.NamedUser;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.GetUserResponse;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.Tag;

/** What is done is done to what was judged, whatever happens between the judgement and the act. */
class JudgementTest extends OnAWorkbench {

    private static final String BEFORE = "/before/";
    private static final String POLICY = ARN + "policy/target-policy";
    private static final String WITHIN_BEFORE = Documents.policy(
            Documents.statement("Allow", "iam:*", ARN + "user/before/*"),
            Documents.statement("Allow", "iam:*", ARN + "group/before/*"),
            Documents.statement("Allow", "iam:*", ARN + "role/before/*"),
            Documents.statement("Allow", "iam:*", ARN + "instance-profile/before/*"),
            Documents.statement(
                    "Allow", "iam:*", ARN + "saml-provider/*", "{'StringEquals':{'aws:ResourceTag/stage':'test'}}"),
            Documents.statement(
                    "Allow", "iam:*", ARN + "oidc-provider/*", "{'StringEquals':{'aws:ResourceTag/stage':'test'}}"),
            // Where UpdateUser and UpdateGroup mean to move them.
            Documents.statement("Allow", "iam:UpdateUser", ARN + "user/x/*"),
            Documents.statement("Allow", "iam:UpdateGroup", ARN + "group/x/*"),
            Documents.statement(
                    "Allow", "iam:*", ARN + "policy/*", "{'StringEquals':{'aws:ResourceTag/stage':'test'}}"));

    static List<String> namesOfOperations() {
        return List.copyOf(MinimalRequests.byOperation(POLICY, "AKIA").keySet());
    }

    @ParameterizedTest
    @MethodSource("namesOfOperations")
    void nothingIsDoneToOrShownOfAnotherEntityThatTookTheName(String operation) {
        admin.createUser(create -> create.userName(MinimalRequests.USER).path(BEFORE));
        admin.createGroup(create -> create.groupName(MinimalRequests.GROUP).path(BEFORE));
        createTargetRole(BEFORE);
        createTargetPolicy("test");
        createSamlProvider(MinimalRequests.SAML, stage("test"));
        createTargetProvider("test");
        String keyId = bench.keyOf(MinimalRequests.USER).accessKeyId();
        AwsRequest request = Objects.requireNonNull(
                MinimalRequests.byOperation(POLICY, keyId).get(operation));
        AtomicBoolean admitted = new AtomicBoolean();
        AtomicLong revision = new AtomicLong();

        Throwable outcome = catchThrowableOfType(
                RuntimeException.class,
                () -> bench.call(bench.user("mallory", WITHIN_BEFORE), request, () -> {
                    admitted.set(true);
                    admin.updateUser(
                            update -> update.userName(MinimalRequests.USER).newPath("/after/"));
                    admin.updateGroup(
                            update -> update.groupName(MinimalRequests.GROUP).newPath("/after/"));
                    admin.deleteRole(delete -> delete.roleName(MinimalRequests.ROLE));
                    admin.deleteInstanceProfile(delete -> delete.instanceProfileName(MinimalRequests.PROFILE));
                    createTargetRole("/after/");
                    admin.deletePolicy(delete -> delete.policyArn(POLICY));
                    createTargetPolicy("production");
                    admin.deleteSAMLProvider(
                            delete -> delete.samlProviderArn(ARN + "saml-provider/" + MinimalRequests.SAML));
                    createSamlProvider(MinimalRequests.SAML, stage("production"));
                    admin.deleteOpenIDConnectProvider(
                            delete -> delete.openIDConnectProviderArn(ARN + "oidc-provider/" + MinimalRequests.ISSUER));
                    createTargetProvider("production");
                    revision.set(bench.store.changes().latest());
                }));

        if (OperationsWithoutATarget.NAMES.contains(operation)) {
            assertThat(outcome == null || !admitted.get()).isTrue();
        } else {
            assertThat(admitted).as(operation).isTrue();
            assertThat(outcome).isInstanceOf(Refusal.class);
            assertThat(((Refusal) outcome).code()).isEqualTo("AccessDenied");
            assertThat(bench.store.changes().latest()).isEqualTo(revision.get());
        }
    }

    private void createTargetRole(String path) {
        admin.createRole(create ->
                create.roleName(MinimalRequests.ROLE).path(path).assumeRolePolicyDocument(Documents.trust(ACCOUNT)));
        admin.createInstanceProfile(
                create -> create.instanceProfileName(MinimalRequests.PROFILE).path(path));
    }

    private static Tag stage(String value) {
        return Tag.builder().key("stage").value(value).build();
    }

    private void createTargetProvider(String stage) {
        admin.createOpenIDConnectProvider(create -> create.url("https://" + MinimalRequests.ISSUER)
                .thumbprintList("a".repeat(40))
                .tags(Tag.builder().key("stage").value(stage).build()));
    }

    private void createTargetPolicy(String stage) {
        admin.createPolicy(create -> create.policyName("target-policy")
                .policyDocument(Documents.ALLOW_ALL)
                .tags(Tag.builder().key("stage").value(stage).build()));
    }

    @Test
    void anotherUserWhoTookTheNameIsDecidedOnByTheirOwnPath() {
        admin.createUser(create -> create.userName("bob").path(BEFORE));
        Actor mallory = bench.user("mallory", WITHIN_BEFORE);

        assertDenied(
                () -> bench.call(mallory, delete("bob"), () -> {
                    admin.deleteUser(remove -> remove.userName("bob"));
                    admin.createUser(create -> create.userName("bob").path("/after/"));
                }),
                "User: " + ARN + "user/mallory is not authorized to perform: iam:DeleteUser on resource: user bob"
                        + " because no identity-based policy allows the iam:DeleteUser action");
        assertThat(admin.getUser(get -> get.userName("bob")).user().path()).isEqualTo("/after/");
    }

    @Test
    void anOperationThatIsStillAllowedAfterTheUserMovedIsDone() {
        admin.createUser(create -> create.userName("bob").path(BEFORE));

        bench.call(
                bench.user("carol", WITHIN_BEFORE),
                delete("bob"),
                () -> admin.updateUser(update -> update.userName("bob").newPath("/before/below/")));

        assertThat(admin.listUsers().users())
                .extracting(user -> user.userName())
                .doesNotContain("bob");
    }

    @Test
    void aUserWhoMovedMeanwhileIsShownAsTheyAreIfThatIsAllowed() {
        admin.createUser(create -> create.userName("bob").path(BEFORE));
        GetUserResponse shown = (GetUserResponse) bench.call(
                bench.user("carol", WITHIN_BEFORE),
                GetUserRequest.builder().userName("bob").build(),
                () -> admin.updateUser(update -> update.userName("bob").newPath("/before/below/")));

        assertThat(shown.user().path()).isEqualTo("/before/below/");
    }

    @Test
    void aBoundaryThatWasJudgedMustStillBeThere() {
        String boundary = ownPolicy("boundary");
        admin.createUser(create -> create.userName("bob").permissionsBoundary(boundary));
        Actor mallory = bench.user(
                "mallory",
                Documents.allowIf(
                        "iam:PutUserPolicy", "{'StringEquals':{'iam:PermissionsBoundary':'" + boundary + "'}}"));
        PutUserPolicyRequest put = PutUserPolicyRequest.builder()
                .userName("bob")
                .policyName("power")
                .policyDocument(Documents.ALLOW_ALL)
                .build();

        assertDenied(
                () -> bench.call(mallory, put, () -> {
                    admin.deleteUser(remove -> remove.userName("bob"));
                    createUsers("bob");
                }),
                "User: " + ARN + "user/mallory is not authorized to perform: iam:PutUserPolicy on resource: user bob"
                        + " because no identity-based policy allows the iam:PutUserPolicy action");
        assertThat(admin.listUserPolicies(list -> list.userName("bob")).policyNames())
                .isEmpty();
    }

    @Test
    void whoActsOnThemselvesIsJudgedAsTheyAreWhenItIsDone() {
        Actor alice = bench.user(
                "alice", Documents.allowIf("iam:CreateAccessKey", "{'StringEquals':{'aws:ResourceTag/active':'yes'}}"));
        admin.tagUser(tag -> tag.userName("alice")
                .tags(Tag.builder().key("active").value("yes").build()));

        assertDenied(
                () -> bench.call(
                        alice,
                        CreateAccessKeyRequest.builder().build(),
                        () -> admin.untagUser(untag -> untag.userName("alice").tagKeys("active"))),
                "User: " + ARN + "user/alice is not authorized to perform: iam:CreateAccessKey on resource: user alice"
                        + " because no identity-based policy allows the iam:CreateAccessKey action");
    }

    @Test
    void workOnAnotherThreadIsConfirmedToo() {
        admin.createUser(create -> create.userName("bob").path(BEFORE));
        Actor mallory = bench.user("mallory", WITHIN_BEFORE);
        Operation<DeleteUserRequest> inTheBackground = Operation.on(
                "iam:DeleteUser", DeleteUserRequest.class, NamedUser.target(DeleteUserRequest::userName), execution -> {
                    AtomicReference<Object> outcome = new AtomicReference<>();
                    Thread worker = Thread.ofPlatform().start(() -> {
                        try {
                            outcome.set(
                                    execution.read(reading -> reading.accounts().all()));
                        } catch (Refused refused) {
                            outcome.set(refused);
                        }
                    });
                    try {
                        worker.join();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    if (outcome.get() instanceof Refused refused) {
                        throw refused;
                    }
                    return DeleteUserResponse.builder().build();
                });

        assertThat(bench.call(mallory, inTheBackground, delete("bob"), () -> {}))
                .isInstanceOf(DeleteUserResponse.class);
        assertDenied(
                () -> bench.call(
                        mallory,
                        inTheBackground,
                        delete("bob"),
                        () -> admin.updateUser(update -> update.userName("bob").newPath("/after/"))),
                "User: " + ARN + "user/mallory is not authorized to perform: iam:DeleteUser on resource: user bob"
                        + " because no identity-based policy allows the iam:DeleteUser action");
    }

    private static DeleteUserRequest delete(String name) {
        return DeleteUserRequest.builder().userName(name).build();
    }
}
