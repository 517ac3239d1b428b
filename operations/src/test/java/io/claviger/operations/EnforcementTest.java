package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.iam.store.Slice;
import io.claviger.operations.gate.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.User;

class EnforcementTest extends OnAWorkbench {

    private static final List<String> NEED_NO_RIGHT = List.of("GetCallerIdentity", "GetSessionToken");

    /** What an operation needs first that has no right of its own name. */
    private static final Map<String, String> RIGHTS = Map.of("AcquireRole", "iam:GetRoleTemplateVersion");

    private Map<String, AwsRequest> requests = Map.of();

    @BeforeEach
    void createTargets() {
        requests = createTargetsOfEveryOperation();
    }

    @Test
    void aUserWithoutRightsIsRefusedEveryOperationAndChangesNothing() {
        Actor nobody = bench.user("nobody");
        long before = bench.store.changes().latest();

        assertEveryOperationDenied(nobody, "because no identity-based policy allows the ");
        assertThat(bench.store.changes().latest()).isEqualTo(before);
    }

    @Test
    void aUserWithRightsInS3OnlyIsRefusedEveryOperation() {
        assertEveryOperationDenied(
                bench.user("reader", Documents.allow("s3:*", "*")), "because no identity-based policy allows the ");
    }

    @Test
    void whoIsDeniedEverythingIsRefusedEveryOperationWhateverElseAllowsIt() {
        Actor denied =
                bench.user("denied", Documents.ALLOW_ALL, Documents.policy(Documents.statement("Deny", "*", "*")));

        assertEveryOperationDenied(denied, "with an explicit deny in an identity-based policy");
    }

    @Test
    void whoseBoundaryAllowsNothingIsRefusedEveryOperation() {
        String boundary = ownPolicy("boundary");
        admin.createUser(create -> create.userName("bound").permissionsBoundary(boundary));
        admin.attachUserPolicy(attach -> attach.userName("bound").policyArn(ADMINISTRATOR_ACCESS));

        assertEveryOperationDenied(bench.keyOf("bound"), "because no permissions boundary allows the ");
    }

    private void assertEveryOperationDenied(Actor actor, String reason) {
        assertThat(bench.catalog.all()).hasSizeGreaterThan(40);
        for (Operation<?> operation : bench.catalog.all()) {
            AwsRequest request = requests.get(operation.name());
            assertThat(request)
                    .as("a minimal request of %s: add it to MinimalRequests", operation.name())
                    .isNotNull();
            if (operation.provesItself()) {
                // No key and no policy of the account's makes up for the proof that the request lacks.
                assertDenied(
                        () -> actor.call(request),
                        "Not authorized to perform " + operation.service() + ":" + operation.name());
            } else if (NEED_NO_RIGHT.contains(operation.name())) {
                assertThatCode(() -> actor.call(request)).doesNotThrowAnyException();
            } else {
                Refusal refusal = catchThrowableOfType(Refusal.class, () -> actor.call(request));
                assertThat(refusal).as(operation.name()).isNotNull();
                assertThat(refusal.code()).as(operation.name()).isEqualTo("AccessDenied");
                assertThat(refusal.text())
                        .startsWith("User: "
                                + bench.caller(actor.accessKeyId(), null)
                                        .orElseThrow()
                                        .principal()
                                        .arn() + " is not authorized to perform: "
                                + RIGHTS.getOrDefault(operation.name(), operation.action()))
                        .contains(reason);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"administrator", "root"})
    void whoMayDoEverythingIsDeniedNoOperation(String who) {
        Actor actor = who.equals("root")
                ? bench.withKey(bench.root().iam().createAccessKey().accessKey().accessKeyId())
                : bench.administrator();

        // Reading first, while there is something to read.
        List<Operation<?>> operations = bench.catalog.all().stream()
                .sorted(Comparator.comparing(operation -> !operation.name().matches("(Get|List|Assume).*")))
                .toList();
        for (Operation<?> operation : operations) {
            if (who.equals("root") && operation.name().matches("Assume(Role|Root)|ChangePassword")) {
                continue;
            }
            if (operation.provesItself() || operation.name().equals("GetScopedCredentials")) { // of sessions alone
                continue;
            }
            AwsRequest request = requests.get(operation.name());
            assertThat(request)
                    .as("a minimal request of %s: add it to MinimalRequests", operation.name())
                    .isNotNull();
            Throwable outcome = catchThrowableOfType(RuntimeException.class, () -> actor.call(request));
            if (outcome instanceof Refusal refusal) {
                assertThat(refusal.code())
                        .as(operation.name())
                        .isIn(
                                "NoSuchEntity",
                                "DeleteConflict",
                                "FeatureEnabled",
                                "ExpiredTradeInTokenException",
                                "InvalidAuthorizationMessageException");
            } else {
                assertThat(outcome).as(operation.name()).isNull();
            }
        }
    }

    @Test
    void twoAccountsNeverSeeEachOther() {
        Actor stranger = bench.otherAdministrator();
        String arn = ARN + "policy/target-policy";
        IamClient theirs = stranger.iam();
        long before = bench.store.read(
                reading -> reading.users().list(ACCOUNT, Slice.ALL).hashCode() * 31L
                        + reading.groups().list(ACCOUNT, Slice.ALL).hashCode());

        assertThat(theirs.listUsers().users()).extracting(User::userName).containsExactly("Administrator");
        assertThat(theirs.listGroups().groups()).isEmpty();
        assertRefused(
                () -> theirs.getUser(get -> get.userName("target")),
                "NoSuchEntity",
                "The user with name target cannot be found.");
        String refusal = "User: arn:aws:iam::999999999999:user/Administrator is not authorized to perform: iam:";
        assertDenied(
                () -> theirs.getPolicy(get -> get.policyArn(arn)),
                refusal + "GetPolicy on resource: policy " + arn
                        + " because no identity-based policy allows the iam:GetPolicy action");
        theirs.createUser(create -> create.userName("target"));
        assertRefused(
                () -> theirs.attachUserPolicy(
                        attach -> attach.userName("target").policyArn(arn)),
                "NoSuchEntity",
                "Policy " + arn + " does not exist or is not attachable.");
        requests.values().stream()
                .filter(request -> !request.getClass().getSimpleName().startsWith("Create"))
                .forEach(request -> assertThat(
                                catchThrowableOfType(RuntimeException.class, () -> stranger.call(request)))
                        .as(request.toString())
                        .satisfiesAnyOf(
                                nothing -> assertThat(nothing).isNull(),
                                refused -> assertThat(refused).isInstanceOf(Refusal.class)));

        long after = bench.store.read(
                reading -> reading.users().list(ACCOUNT, Slice.ALL).hashCode() * 31L
                        + reading.groups().list(ACCOUNT, Slice.ALL).hashCode());
        assertThat(after).isEqualTo(before);
        assertThat(admin.getPolicy(get -> get.policyArn(arn)).policy().defaultVersionId())
                .isEqualTo("v1");
        assertThat(admin.listAccessKeys(list -> list.userName("target")).accessKeyMetadata())
                .extracting(key -> key.status())
                .containsExactly(StatusType.ACTIVE);
    }

    @Test
    void theRootUserReachesNothingOfAnotherAccount() {
        bench.otherAdministrator();
        String theirs = "arn:aws:iam::999999999999:policy/theirs";

        assertDenied(
                () -> bench.root().iam().getPolicy(get -> get.policyArn(theirs)),
                "User: " + ARN + "root is not authorized to perform: iam:GetPolicy on resource: policy " + theirs
                        + " because no identity-based policy allows the iam:GetPolicy action");
    }
}
