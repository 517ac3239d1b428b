package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.access.Session;
import io.claviger.access.SessionDetails;
import io.claviger.iam.Account;
import io.claviger.iam.MemberAccount;
import io.claviger.iam.Organization;
import io.claviger.iam.PasswordHash;
import io.claviger.model.sts.GetScopedCredentialsRequest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRootRequest;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetAccessKeyInfoRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;

/**
 * AWS's table of what credentials may be used for: everybody here has all rights, so that nothing but the kind of the
 * credentials decides.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html">Compare AWS STS
 *     credentials</a>
 */
class CredentialTableTest extends OnAWorkbench {

    private static final String MEMBER = "222222222222";
    private static final String AUDIT = "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials";

    private Actor actor(Credentials credentials) {
        return new Actor(bench, credentials.accessKeyId(), credentials.sessionToken());
    }

    private void makeRolesAndAMember() {
        for (String role : List.of("one", "two")) {
            createRole(role);
            admin.putRolePolicy(put -> put.roleName(role).policyName("all").policyDocument(Documents.ALLOW_ALL));
        }
        bench.insert(
                new Account(MEMBER, Workbench.START, new PasswordHash("$argon2id$…")),
                new Organization(ACCOUNT, "o-exampleorg", EnumSet.allOf(Organization.Feature.class)),
                new MemberAccount(MEMBER, "o-exampleorg", "Member", "member@example.com", Workbench.START));
    }

    private Credentials role(Actor actor, String name) {
        return actor.sts()
                .assumeRole(request -> request.roleArn(ARN + "role/" + name).roleSessionName("s"))
                .credentials();
    }

    private Actor holder(String kind) {
        Actor user = bench.administrator();
        return switch (kind) {
            case "user" -> user;
            case "root" ->
                bench.withKey(bench.root().iam().createAccessKey().accessKey().accessKeyId());
            case "sign-in" -> bench.root();
            case "AssumeRole" -> actor(role(user, "one"));
            case "chained" -> actor(role(actor(role(user, "one")), "two"));
            case "GetSessionToken" -> actor(user.sts().getSessionToken().credentials());
            case "with MFA" -> withFactor();
            case "GetFederationToken" ->
                actor(user.sts()
                        .getFederationToken(get -> get.name("guest").policy(Documents.ALLOW_ALL))
                        .credentials());
            case "AssumeRoot" ->
                actor(user.sts()
                        .assumeRoot(
                                request -> request.targetPrincipal(MEMBER).taskPolicyArn(policy -> policy.arn(AUDIT)))
                        .credentials());
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** GetSessionToken with a second factor. */
    private Actor withFactor() {
        Temporary credential = new Temporary(
                bench.deployment.accessKeyIds().temporary(ACCOUNT),
                Origin.SESSION_TOKEN,
                Workbench.START_SECOND,
                Workbench.START_SECOND.plus(Duration.ofHours(12)),
                new SessionDetails("", null, List.of(), List.of(), null, Workbench.START_SECOND));
        String id = admin.getUser().user().userId();
        return new Actor(
                bench,
                credential.accessKeyId(),
                bench.deployment.tokens().issue(new Session(credential, id, "secret")));
    }

    private String outcome(Actor actor, AwsRequest request) {
        try {
            actor.call(request);
            return "yes";
        } catch (Refusal refusal) {
            return switch (refusal.text()) {
                case "The security token included in the request is invalid" -> refusal.code();
                case String text when text.startsWith("Cannot call ") -> "session";
                case String text when text.endsWith(" by root accounts.") -> "root";
                case String text when text.contains("an explicit deny in a session policy") -> "task";
                default -> refusal.code();
            };
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # credentials      | IAM                  | identity | key info | role    | root    | session | federation | scoped
        user               | yes                  | yes      | yes      | yes     | yes     | yes     | yes        | InvalidSubjectCredentials
        root               | yes                  | yes      | yes      | root    | root    | yes     | yes        | InvalidSubjectCredentials
        sign-in            | yes                  | yes      | yes      | root    | root    | session | yes        | InvalidSubjectCredentials
        AssumeRole         | yes                  | yes      | yes      | yes     | yes     | session | session    | yes
        chained            | yes                  | yes      | yes      | yes     | yes     | session | session    | yes
        GetSessionToken    | InvalidClientTokenId | yes      | session  | yes     | session | session | session    | yes
        with MFA           | yes                  | yes      | session  | yes     | session | session | session    | yes
        GetFederationToken | InvalidClientTokenId | yes      | session  | session | session | session | session    | yes
        AssumeRoot         | yes                  | yes      | task     | root    | root    | session | session    | task
        """)
    void whatMayBeCalled(
            String kind,
            String iam,
            String identity,
            String keyInfo,
            String role,
            String root,
            String session,
            String federation,
            String scoped) {
        makeRolesAndAMember();
        Actor holder = holder(kind);

        assertThat(outcome(holder, GetAccountSummaryRequest.builder().build())).isEqualTo(iam);
        assertThat(outcome(holder, GetCallerIdentityRequest.builder().build())).isEqualTo(identity);
        assertThat(outcome(
                        holder,
                        GetAccessKeyInfoRequest.builder()
                                .accessKeyId(bench.signedUp.accessKeyId())
                                .build()))
                .isEqualTo(keyInfo);
        assertThat(outcome(
                        holder,
                        AssumeRoleRequest.builder()
                                .roleArn(ARN + "role/two")
                                .roleSessionName("s")
                                .build()))
                .isEqualTo(role);
        assertThat(outcome(
                        holder,
                        AssumeRootRequest.builder()
                                .targetPrincipal(MEMBER)
                                .taskPolicyArn(policy -> policy.arn(AUDIT))
                                .build()))
                .isEqualTo(root);
        assertThat(outcome(holder, GetSessionTokenRequest.builder().build())).isEqualTo(session);
        assertThat(outcome(
                        holder,
                        GetFederationTokenRequest.builder().name("guest").build()))
                .isEqualTo(federation);
        assertThat(outcome(
                        holder,
                        GetScopedCredentialsRequest.builder().durationSeconds(1).build()))
                .isEqualTo(scoped);
    }

    @ParameterizedTest
    @CsvSource({
        // who asks, the call, what is asked for, what comes
        "user, GetSessionToken, , 43200",
        "user, GetSessionToken, 129600, 129600",
        "root, GetSessionToken, , 3600",
        "root, GetSessionToken, 129600, 3600",
        "user, GetFederationToken, , 43200",
        "user, GetFederationToken, 129600, 129600",
        "root, GetFederationToken, , 3600",
        "root, GetFederationToken, 129600, 3600",
        "user, AssumeRole, , 3600",
        "AssumeRole, AssumeRole, , 3600",
        "user, AssumeRoot, , 900",
        "user, AssumeRoot, 60, 60"
    })
    void howLongCredentialsLast(String kind, String call, @Nullable Integer asked, int seconds) {
        makeRolesAndAMember();
        Actor holder = holder(kind);
        Credentials credentials = switch (call) {
            case "GetSessionToken" ->
                holder.sts().getSessionToken(get -> get.durationSeconds(asked)).credentials();
            case "GetFederationToken" ->
                holder.sts()
                        .getFederationToken(get -> get.name("guest").durationSeconds(asked))
                        .credentials();
            case "AssumeRole" -> role(holder, "two");
            default ->
                holder.sts()
                        .assumeRoot(get -> get.targetPrincipal(MEMBER)
                                .taskPolicyArn(policy -> policy.arn(AUDIT))
                                .durationSeconds(asked))
                        .credentials();
        };
        assertThat(credentials.expiration()).isEqualTo(Workbench.START_SECOND.plusSeconds(seconds));
    }

    @Test
    void aChainedSessionLastsAnHourWhateverTheRoleAllows() {
        makeRolesAndAMember();
        admin.updateRole(update -> update.roleName("two").maxSessionDuration(43_200));
        Actor session = holder("AssumeRole");
        assertThat(Refusal.of(() -> session.sts()
                                .assumeRole(request -> request.roleArn(ARN + "role/two")
                                        .roleSessionName("s")
                                        .durationSeconds(7_200)))
                        .code())
                .isEqualTo("ValidationError");
    }
}
