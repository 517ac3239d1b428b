package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.model.sts.GetScopedCredentialsRequest;
import io.claviger.model.sts.GetScopedCredentialsResponse;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.model.Credentials;

class ScopedCredentialsTest extends OnAWorkbench {

    private static final String USERS_ONLY = allowing("iam:ListUsers", "sts:*");

    private final Actor alice = bench.user("alice", Documents.ALLOW_ALL);

    private Actor session() {
        String trust = Documents.trust(ACCOUNT)
                .replace("\"sts:AssumeRole\"", "[\"sts:AssumeRole\",\"sts:SetSourceIdentity\"]");
        admin.createRole(create -> create.roleName("agent").assumeRolePolicyDocument(trust));
        admin.putRolePolicy(put -> put.roleName("agent").policyName("all").policyDocument(Documents.ALLOW_ALL));
        return actor(alice.sts()
                .assumeRole(request -> request.roleArn(ARN + "role/agent")
                        .roleSessionName("night")
                        .sourceIdentity("alice"))
                .credentials());
    }

    private Actor actor(Credentials credentials) {
        return new Actor(bench, credentials.accessKeyId(), credentials.sessionToken());
    }

    private static String allowing(String... actions) {
        return Documents.policy(Stream.of(actions)
                .map(action -> Documents.statement("Allow", action, "*"))
                .toArray(String[]::new));
    }

    private static GetScopedCredentialsResponse scoped(
            Actor actor, Consumer<GetScopedCredentialsRequest.Builder> asked) {
        GetScopedCredentialsRequest.Builder builder = GetScopedCredentialsRequest.builder();
        asked.accept(builder);
        return (GetScopedCredentialsResponse) actor.call(builder.build());
    }

    private Actor scopedTo(Actor actor, String policy) {
        return actor(scoped(actor, ask -> ask.policy(policy)).credentials());
    }

    @Test
    void theyAreOfTheSameSessionUnderAKeyOfTheirOwn() {
        Actor session = session();
        GetScopedCredentialsResponse answer = scoped(session, ask -> ask.policy(USERS_ONLY));
        String arn = "arn:aws:sts::" + ACCOUNT + ":assumed-role/agent/night";

        assertThat(answer.sessionInfo().arn()).isEqualTo(arn);
        assertThat(answer.sessionInfo().scopedSessionId())
                .isEqualTo(session.sts().getCallerIdentity().userId());
        assertThat(answer.scopedPoliciesCount()).isEqualTo(1);
        assertThat(answer.sourceIdentity()).isEqualTo("alice");
        assertThat(answer.credentials().accessKeyId()).isNotEqualTo(session.accessKeyId());
        assertThat(actor(answer.credentials()).sts().getCallerIdentity())
                .isEqualTo(session.sts().getCallerIdentity());
    }

    @Test
    void theirPoliciesMustFitIntoTheToken() {
        Actor twice = scopedTo(scopedTo(session(), longPolicy(1)), longPolicy(2));

        assertThat(Refusal.of(() -> scopedTo(twice, longPolicy(3))).code()).isEqualTo("PackedPolicyTooLarge");
    }

    /** A policy of about 1,700 characters that no compression makes short. */
    private static String longPolicy(long seed) {
        Random random = new Random(seed);
        String name =
                random.ints(1500, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
        return Documents.policy(
                Documents.statement("Allow", "*", "*"),
                Documents.statement("Allow", "iam:*", "arn:aws:iam::123456789012:user/" + name));
    }

    @Test
    void theyDoWhatTheSessionMayAndThePolicyAllows() {
        Actor session = session();
        Actor scoped = scopedTo(session, USERS_ONLY);

        assertThat(scoped.iam().listUsers().users()).isNotEmpty();
        assertRefused(
                () -> scoped.iam().listGroups(),
                "AccessDenied",
                "User: arn:aws:sts::" + ACCOUNT
                        + ":assumed-role/agent/night is not authorized to perform: iam:ListGroups on resource: " + ARN
                        + "group/ because no session policy allows the iam:ListGroups action");
        assertThat(session.iam().listGroups().groups()).isNotEmpty();
        admin.putRolePolicy(
                put -> put.roleName("agent").policyName("all").policyDocument(allowing("iam:ListGroups", "sts:*")));
        assertThat(Refusal.of(() -> scoped.iam().listUsers()).text())
                .endsWith("because no identity-based policy allows the iam:ListUsers action");
    }

    @Test
    void eachPolicyLimitsFurtherAndTheFourthIsDenied() {
        Actor once = scopedTo(session(), allowing("iam:List*", "sts:*"));
        Actor twice = scopedTo(once, allowing("iam:ListUsers", "iam:GetUser", "sts:*"));
        assertThat(twice.iam().listUsers().users()).isNotEmpty();
        assertThat(Refusal.of(() -> twice.iam().getUser(get -> get.userName("alice")))
                        .text())
                .endsWith("because no session policy allows the iam:GetUser action");

        GetScopedCredentialsResponse third = scoped(twice, ask -> ask.policy(Documents.ALLOW_ALL));
        assertThat(third.scopedPoliciesCount()).isEqualTo(3);
        assertRefused(
                () -> scopedTo(actor(third.credentials()), Documents.ALLOW_ALL),
                "AccessDenied",
                "The session already has the maximum of 3 scope down policies.");
        assertThat(scoped(actor(third.credentials()), ask -> ask.durationSeconds(60))
                        .scopedPoliciesCount())
                .isEqualTo(3);
    }

    @Test
    void theyEndWithTheSessionOrEarlier() {
        Actor session = session();
        assertThat(scoped(session, ask -> ask.policy(USERS_ONLY)).credentials().expiration())
                .isEqualTo(Workbench.START_SECOND.plus(Duration.ofHours(1)));
        bench.pass(Duration.ofMinutes(30));
        assertThat(scoped(session, ask -> ask.durationSeconds(1)).credentials().expiration())
                .isEqualTo(Workbench.START_SECOND.plus(Duration.ofMinutes(30)).plusSeconds(1));
        assertThat(scoped(session, ask -> ask.durationSeconds(1800))
                        .credentials()
                        .expiration())
                .isEqualTo(Workbench.START_SECOND.plus(Duration.ofHours(1)));
        assertRefused(
                () -> scoped(session, ask -> ask.durationSeconds(1801)),
                "InsufficientSessionLifetime",
                "The requested DurationSeconds exceeds the remaining lifetime of the calling session.");
    }

    @Test
    void sessionsOfUsersAndFederatedUsersAreScopedTooAndKeepTheirLimits() {
        Actor user = actor(alice.sts().getSessionToken().credentials());
        assertThat(scoped(user, ask -> ask.policy(USERS_ONLY)).sessionInfo().arn())
                .isEqualTo(ARN + "user/alice");
        Actor userScoped = scopedTo(user, USERS_ONLY);
        assertRefused(
                () -> userScoped.iam().listUsers(),
                "InvalidClientTokenId",
                "The security token included in the request is invalid");

        Actor guest = actor(alice.sts()
                .getFederationToken(get -> get.name("guest").policy(Documents.allow("sts:*", "*")))
                .credentials());
        assertThat(scoped(guest, ask -> ask.policy(USERS_ONLY)).sessionInfo().scopedSessionId())
                .isEqualTo(ACCOUNT + ":guest");
    }

    @Test
    void aFederatedUserWithoutSessionPoliciesGetsNoneByThis() {
        Actor powerless =
                actor(alice.sts().getFederationToken(get -> get.name("guest")).credentials());
        assertThat(Refusal.of(() -> scopedTo(powerless, Documents.ALLOW_ALL)).text())
                .endsWith("because no session policy allows the sts:GetScopedCredentials action");
    }

    @Test
    void longTermKeysAndRootUsersHaveNoSessionToScope() {
        String text = "GetScopedCredentials must be called with the temporary credentials of a session, and not with"
                + " those of a root user.";
        assertRefused(() -> scopedTo(alice, USERS_ONLY), "InvalidSubjectCredentials", text);
        assertRefused(() -> scopedTo(bench.root(), USERS_ONLY), "InvalidSubjectCredentials", text);
    }

    @Test
    void theSessionNeedsTheRightToIt() {
        Actor scoped = scopedTo(session(), Documents.allow("iam:*", "*"));
        assertThat(Refusal.of(() -> scopedTo(scoped, USERS_ONLY)).text())
                .endsWith("is not authorized to perform: sts:GetScopedCredentials because no session policy allows the"
                        + " sts:GetScopedCredentials action");
    }

    @Test
    void nothingAskedForAndNoPolicyAreRefused() {
        Actor session = session();
        assertRefused(
                () -> scoped(session, ask -> {}),
                "ValidationError",
                "At least one of Policy and DurationSeconds must be specified.");
        assertThat(Refusal.of(() -> scopedTo(session, "{}")).code()).isEqualTo("MalformedPolicyDocument");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1500, 1501, 1502, 1503, 4095, 4096})
    void aTokenIsAsLargeAsAskedFor(int minimum) {
        Actor session = session();
        GetScopedCredentialsResponse answer =
                scoped(session, ask -> ask.durationSeconds(60).minimumSessionTokenSize(minimum));
        int size = answer.credentials().sessionToken().length();
        assertThat(size).isBetween(minimum, Math.max(minimum + 1, 1000));
        assertThat(answer.sessionTokenSize()).isEqualTo(size);
        assertThat(answer.sessionTokenUtilization()).isEqualTo(100 * size / 4096);
        assertThat(actor(answer.credentials()).sts().getCallerIdentity().arn()).contains("assumed-role/agent");
    }

    @Test
    void policiesThatTakeMoreRoomThanATokenHasAreRefusedWithBothSizes() {
        Random random = new Random(1);
        Actor twice = scopedTo(session(), thatDoesNotPack(random));

        assertThat(Refusal.of(() -> scopedTo(scopedTo(twice, thatDoesNotPack(random)), thatDoesNotPack(random)))
                        .text())
                .matches("The session token size of [0-9]+ bytes exceeds the maximum allowed size of 4096 bytes\\.");
    }

    /** Everything is allowed, and a resource whose name is random. */
    private static String thatDoesNotPack(Random random) {
        StringBuilder name = new StringBuilder();
        random.ints(1_700, 'a', 'z' + 1).forEach(name::appendCodePoint);
        return Documents.policy(
                Documents.statement("Allow", "*", "*"), Documents.statement("Allow", "s3:*", "arn:aws:s3:::b/" + name));
    }

    @Test
    void theyAreRevokedWithTheirSession() {
        Actor scoped = scopedTo(session(), USERS_ONLY);
        admin.deleteRolePolicy(delete -> delete.roleName("agent").policyName("all"));
        admin.deleteRole(delete -> delete.roleName("agent"));
        assertThat(bench.caller(scoped.accessKeyId(), scoped.sessionToken())).isEmpty();
    }
}
