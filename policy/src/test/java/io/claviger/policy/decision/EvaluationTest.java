// Over 500 lines, since each kind of caller is read beside the others: the same question, asked by everybody.
package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import io.claviger.policy.request.MapContext;
import io.claviger.policy.request.Requester;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what under the policies of both sides: the tables of AWS's pages on policy evaluation, row by row. */
class EvaluationTest {

    private static final String ACCOUNT = "111111111111";
    private static final String OTHER = "222222222222";
    private static final String USER = "arn:aws:iam::111111111111:user/team/bob";
    private static final String USER_ID = "AIDABBBBBBBBBBBBBBBBB";
    private static final String ROLE = "arn:aws:iam::111111111111:role/team/r";
    private static final String ROLE_ID = "AROARRRRRRRRRRRRRRRRR";
    private static final String SESSION = "arn:aws:sts::111111111111:assumed-role/r/s";
    private static final String FEDERATED = "arn:aws:sts::111111111111:federated-user/fred";

    private static final String ALL = "{'Effect':'Allow','Action':'*','Resource':'*'}";
    private static final String NOTHING = "{'Effect':'Allow','Action':'x:y','Resource':'*'}";
    private static final String NO = "{'Effect':'Deny','Action':'s3:GetObject','Resource':'*'}";

    private static final AuthorizationRequest GET = new AuthorizationRequest(
            "s3:GetObject", "arn:aws:s3:::b/k", MapContext.of(Map.of("aws:PrincipalArn", new Text(ROLE))));

    private static final Requester BOB = new Requester.User(ACCOUNT, USER, USER_ID);
    private static final Requester OF_ROLE = new Requester.RoleSession(ACCOUNT, ROLE, ROLE_ID, SESSION, false);
    private static final Requester LINKED = new Requester.RoleSession(ACCOUNT, ROLE, ROLE_ID, SESSION, true);
    private static final Requester FRED = new Requester.FederatedUser(ACCOUNT, FEDERATED, USER, USER_ID);
    private static final Requester FRED_OF_ROOT =
            new Requester.FederatedUser(ACCOUNT, FEDERATED, "arn:aws:iam::111111111111:root", ACCOUNT);
    private static final Requester ROOT = new Requester.Root(ACCOUNT);
    private static final Requester EC2 = new Requester.Service("ec2.amazonaws.com");
    private static final Requester ANONYMOUS = new Requester.Anonymous();

    private static final String ROOT_ARN = "arn:aws:iam::111111111111:root";

    private static CompiledPolicy policy(PolicyType type, String... statements) {
        String text = "{'Version':'2012-10-17','Statement':[%s]}".formatted(String.join(",", statements));
        return CompiledPolicy.compile(type.toString(), Policies.parsed(text.replace('\'', '"'), type));
    }

    private static PrincipalPolicies principal(String identity, @Nullable String boundary, @Nullable String session) {
        return PrincipalPolicies.of(
                List.of(policy(PolicyType.IDENTITY, identity)),
                boundary == null ? null : policy(PolicyType.PERMISSIONS_BOUNDARY, boundary),
                session == null ? null : List.of(policy(PolicyType.SESSION, session)));
    }

    private static String grant(String principal) {
        return statement("Allow", principal);
    }

    private static String statement(String effect, String principal) {
        return "{'Effect':'%s','Principal':%s,'Action':'s3:GetObject','Resource':'*'}".formatted(effect, principal);
    }

    private static String aws(String... names) {
        return "{'AWS':['%s']}".formatted(String.join("','", names));
    }

    private static ResourcePolicies bucket(String account, String... statements) {
        return ResourcePolicies.of(account, policy(PolicyType.RESOURCE, statements), List.of(), false);
    }

    private static String decide(Requester requester, PrincipalPolicies principal, @Nullable ResourcePolicies bucket) {
        return switch (Evaluation.decide(requester, principal, bucket, GET)) {
            case Allowed allowed ->
                "allowed by " + (allowed.by() == null ? "nobody" : allowed.by().policy());
            case ExplicitlyDenied denied -> "denied by " + denied.in();
            case ImplicitlyDenied denied -> "not allowed by " + denied.missing();
        };
    }

    // same account: user

    @ParameterizedTest
    @ValueSource(strings = {USER, USER_ID, "*"})
    void aGrantToTheUserNeedsNeitherIdentityPolicyNorBoundary(String named) {
        assertThat(decide(BOB, principal(NOTHING, NOTHING, null), bucket(ACCOUNT, grant(aws(named)))))
                .isEqualTo("allowed by RESOURCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {ACCOUNT, ROOT_ARN})
    void aGrantToTheAccountIsLeftToIdentityPolicies(String named) {
        ResourcePolicies bucket = bucket(ACCOUNT, grant(aws(named)));
        assertThat(decide(BOB, principal(NOTHING, null, null), bucket)).isEqualTo("not allowed by IDENTITY");
        assertThat(decide(BOB, principal(ALL, null, null), bucket)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(BOB, principal(ALL, NOTHING, null), bucket)).isEqualTo("not allowed by PERMISSIONS_BOUNDARY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::111111111111:user/bob",
                "arn:aws:iam::111111111111:user/team/BOB",
                "arn:aws:iam::222222222222:user/team/bob",
                "AIDACCCCCCCCCCCCCCCCC",
                OTHER,
                SESSION
            })
    void aGrantToSomebodyElseIsNone(String named) {
        assertThat(decide(BOB, principal(NOTHING, null, null), bucket(ACCOUNT, grant(aws(named)))))
                .isEqualTo("not allowed by IDENTITY");
    }

    @Test
    void identityPoliciesSufficeInTheirOwnAccount() {
        assertThat(decide(BOB, principal(ALL, null, null), bucket(ACCOUNT, grant(aws(OTHER)))))
                .isEqualTo("allowed by IDENTITY");
        assertThat(decide(BOB, principal(ALL, null, null), null)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(BOB, principal(ALL, null, null), ResourcePolicies.of(ACCOUNT, null, List.of(), false)))
                .isEqualTo("allowed by IDENTITY");
    }

    // same account: sessions

    @ParameterizedTest
    @ValueSource(strings = {ROLE, ROLE_ID})
    void aGrantToTheRoleIsBoundedByBoundaryAndSession(String named) {
        ResourcePolicies bucket = bucket(ACCOUNT, grant(aws(named)));
        assertThat(decide(OF_ROLE, principal(NOTHING, null, null), bucket)).isEqualTo("allowed by RESOURCE");
        assertThat(decide(OF_ROLE, principal(NOTHING, ALL, ALL), bucket)).isEqualTo("allowed by RESOURCE");
        assertThat(decide(OF_ROLE, principal(ALL, NOTHING, ALL), bucket))
                .isEqualTo("not allowed by PERMISSIONS_BOUNDARY");
        assertThat(decide(OF_ROLE, principal(ALL, ALL, NOTHING), bucket)).isEqualTo("not allowed by SESSION");
    }

    @Test
    void aGrantToTheSessionIsBoundedByNothing() {
        assertThat(decide(OF_ROLE, principal(NOTHING, NOTHING, NOTHING), bucket(ACCOUNT, grant(aws(SESSION)))))
                .isEqualTo("allowed by RESOURCE");
        assertThat(decide(FRED, principal(NOTHING, NOTHING, null), bucket(ACCOUNT, grant(aws(FEDERATED)))))
                .isEqualTo("allowed by RESOURCE");
    }

    @Test
    void aGrantToEverybodyWithThePrincipalsArnAsConditionIsBoundedByNothing() {
        String statement = "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*','Condition':"
                + "{'ArnEquals':{'aws:PrincipalArn':'%s'}}}".formatted(ROLE);
        assertThat(decide(OF_ROLE, principal(NOTHING, NOTHING, NOTHING), bucket(ACCOUNT, statement)))
                .isEqualTo("allowed by RESOURCE");
    }

    @Test
    void theFurthestGrantCounts() {
        ResourcePolicies bucket = bucket(ACCOUNT, grant(aws(ACCOUNT)), grant(aws(ROLE)), grant(aws(SESSION)));
        assertThat(decide(OF_ROLE, principal(NOTHING, NOTHING, NOTHING), bucket))
                .isEqualTo("allowed by RESOURCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {USER, USER_ID})
    void aGrantToTheUserReachesItsFederatedSessionsWithinTheirPolicies(String named) {
        ResourcePolicies bucket = bucket(ACCOUNT, grant(aws(named)));
        assertThat(decide(FRED, principal(NOTHING, null, ALL), bucket)).isEqualTo("allowed by RESOURCE");
        assertThat(decide(FRED, principal(ALL, null, NOTHING), bucket)).isEqualTo("not allowed by SESSION");
        assertThat(decide(FRED, principal(ALL, NOTHING, ALL), bucket)).isEqualTo("not allowed by PERMISSIONS_BOUNDARY");
        assertThat(decide(FRED, principal(ALL, null, null), bucket)).isEqualTo("not allowed by SESSION");
    }

    @Test
    void aFederatedUserWithoutSessionPoliciesMayDoNothing() {
        assertThat(decide(FRED, principal(ALL, null, null), null)).isEqualTo("not allowed by SESSION");
        assertThat(decide(FRED, principal(ALL, null, ALL), null)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(FRED, principal(NOTHING, null, ALL), null)).isEqualTo("not allowed by IDENTITY");
        assertThat(decide(FRED_OF_ROOT, PrincipalPolicies.none(), null)).isEqualTo("not allowed by SESSION");
        assertThat(decide(FRED_OF_ROOT, principal(NOTHING, null, ALL), null)).isEqualTo("allowed by nobody");
    }

    @Test
    void aRolesSessionWithoutSessionPoliciesMayDoWhatTheRoleMay() {
        assertThat(decide(OF_ROLE, principal(ALL, null, null), null)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(OF_ROLE, principal(ALL, null, NOTHING), null)).isEqualTo("not allowed by SESSION");
    }

    // across accounts

    @ParameterizedTest
    @ValueSource(strings = {USER, USER_ID, ACCOUNT, ROOT_ARN, "*"})
    void acrossAccountsBothSidesMustAllow(String named) {
        ResourcePolicies bucket = bucket(OTHER, grant(aws(named)));
        assertThat(decide(BOB, principal(ALL, null, null), bucket)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(BOB, principal(NOTHING, null, null), bucket)).isEqualTo("not allowed by IDENTITY");
        assertThat(decide(BOB, principal(ALL, NOTHING, null), bucket)).isEqualTo("not allowed by PERMISSIONS_BOUNDARY");
        assertThat(decide(BOB, principal(ALL, null, null), bucket(OTHER, grant(aws(OTHER)))))
                .isEqualTo("not allowed by RESOURCE");
        assertThat(decide(BOB, principal(ALL, null, null), ResourcePolicies.of(OTHER, null, List.of(), false)))
                .isEqualTo("not allowed by RESOURCE");
    }

    @Test
    void acrossAccountsAGrantToTheSessionIsBoundedByItsPolicies() {
        ResourcePolicies bucket = bucket(OTHER, grant(aws(SESSION)));
        assertThat(decide(OF_ROLE, principal(ALL, null, NOTHING), bucket)).isEqualTo("not allowed by SESSION");
        assertThat(decide(OF_ROLE, principal(NOTHING, null, ALL), bucket)).isEqualTo("not allowed by IDENTITY");
        assertThat(decide(OF_ROLE, principal(ALL, null, ALL), bucket)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(FRED, principal(ALL, null, null), bucket(OTHER, grant(aws(FEDERATED)))))
                .isEqualTo("not allowed by SESSION");
    }

    // denials

    @ParameterizedTest
    @ValueSource(strings = {USER, USER_ID, ACCOUNT, ROOT_ARN, "*"})
    void aDenialReachesWhomeverItNames(String named) {
        for (String account : List.of(ACCOUNT, OTHER)) {
            ResourcePolicies bucket = bucket(account, grant("'*'"), statement("Deny", aws(named)));
            assertThat(decide(BOB, principal(ALL, null, null), bucket)).isEqualTo("denied by RESOURCE");
        }
    }

    @Test
    void aDenialInABoundaryOrSessionPolicyBeatsADirectGrant() {
        ResourcePolicies bucket = bucket(ACCOUNT, grant(aws(SESSION)));
        assertThat(decide(OF_ROLE, principal(ALL, NO, null), bucket)).isEqualTo("denied by PERMISSIONS_BOUNDARY");
        assertThat(decide(OF_ROLE, principal(ALL, null, NO), bucket)).isEqualTo("denied by SESSION");
        assertThat(decide(OF_ROLE, principal(NO, null, null), bucket)).isEqualTo("denied by IDENTITY");
    }

    @Test
    void aDenialOfACanonicalUserDeniesAllSinceItIsNotKnownWhoThatIs() {
        String canonical = "{'CanonicalUser':'%s'}".formatted("0".repeat(64));
        assertThat(decide(BOB, principal(ALL, null, null), bucket(ACCOUNT, statement("Deny", canonical))))
                .isEqualTo("denied by RESOURCE");
        assertThat(decide(BOB, principal(NOTHING, null, null), bucket(ACCOUNT, grant(canonical))))
                .isEqualTo("not allowed by IDENTITY");
    }

    // NotPrincipal

    @ParameterizedTest
    @CsvSource({
        USER + ";" + ACCOUNT + ", allowed by IDENTITY",
        USER_ID + ";" + ROOT_ARN + ", allowed by IDENTITY",
        "*, allowed by IDENTITY",
        USER + ", denied by RESOURCE",
        ACCOUNT + ", denied by RESOURCE",
        USER + ";" + OTHER + ", denied by RESOURCE"
    })
    void notPrincipalSparesAUserOnlyTogetherWithItsAccount(String named, String decision) {
        String deny = statement("Deny", aws(named.split(";"))).replace("'Principal'", "'NotPrincipal'");
        assertThat(decide(BOB, principal(ALL, null, null), bucket(ACCOUNT, deny)))
                .isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        SESSION + ";" + ROLE + ";" + ACCOUNT + ", allowed by IDENTITY",
        SESSION + ";" + ROLE_ID + ";" + ACCOUNT + ", allowed by IDENTITY",
        SESSION + ";" + ROLE + ", denied by RESOURCE",
        SESSION + ";" + ACCOUNT + ", denied by RESOURCE",
        ROLE + ";" + ACCOUNT + ", denied by RESOURCE"
    })
    void notPrincipalSparesASessionOnlyTogetherWithItsRoleAndAccount(String named, String decision) {
        String deny = statement("Deny", aws(named.split(";"))).replace("'Principal'", "'NotPrincipal'");
        assertThat(decide(OF_ROLE, principal(ALL, null, null), bucket(ACCOUNT, deny)))
                .isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        FEDERATED + ";" + USER + ";" + ACCOUNT + ", allowed by IDENTITY",
        FEDERATED + ";" + ACCOUNT + ", denied by RESOURCE",
        USER + ";" + ACCOUNT + ", denied by RESOURCE",
        FEDERATED + ";" + USER + ", denied by RESOURCE"
    })
    void notPrincipalSparesAFederatedUserOnlyTogetherWithItsUserAndAccount(String named, String decision) {
        String deny = statement("Deny", aws(named.split(";"))).replace("'Principal'", "'NotPrincipal'");
        assertThat(decide(FRED, principal(ALL, null, ALL), bucket(ACCOUNT, deny)))
                .isEqualTo(decision);
    }

    @Test
    void notPrincipalAlwaysDeniesWhomABoundaryBinds() {
        String deny = statement("Deny", aws(USER, ACCOUNT)).replace("'Principal'", "'NotPrincipal'");
        assertThat(decide(BOB, principal(ALL, ALL, null), bucket(ACCOUNT, deny)))
                .isEqualTo("denied by RESOURCE");
    }

    @Test
    void notPrincipalDeniesServicesAnonymousCallersAndRootUsersThatItDoesNotList() {
        String deny = statement("Deny", "{'AWS':'%s','Service':'ec2.amazonaws.com'}".formatted(ACCOUNT))
                .replace("'Principal'", "'NotPrincipal'");
        ResourcePolicies bucket = bucket(OTHER, grant("'*'"), deny);
        assertThat(decide(EC2, PrincipalPolicies.none(), bucket)).isEqualTo("allowed by RESOURCE");
        assertThat(decide(new Requester.Service("s3.amazonaws.com"), PrincipalPolicies.none(), bucket))
                .isEqualTo("denied by RESOURCE");
        assertThat(decide(ANONYMOUS, PrincipalPolicies.none(), bucket)).isEqualTo("denied by RESOURCE");
        assertThat(decide(ROOT, PrincipalPolicies.none(), bucket)).isEqualTo("allowed by RESOURCE");
        assertThat(decide(new Requester.Root(OTHER), PrincipalPolicies.none(), bucket))
                .isEqualTo("denied by RESOURCE");
        assertThat(decide(new Requester.Federated("accounts.google.com"), PrincipalPolicies.none(), bucket))
                .isEqualTo("denied by RESOURCE");
    }

    // those without policies of their own

    @Test
    void servicesAndAnonymousCallersNeedTheResourcesPolicy() {
        ResourcePolicies bucket = bucket(ACCOUNT, grant("{'Service':'ec2.amazonaws.com'}"));
        assertThat(decide(EC2, PrincipalPolicies.none(), bucket)).isEqualTo("allowed by RESOURCE");
        assertThat(decide(new Requester.Service("s3.amazonaws.com"), PrincipalPolicies.none(), bucket))
                .isEqualTo("not allowed by RESOURCE");
        assertThat(decide(ANONYMOUS, PrincipalPolicies.none(), bucket)).isEqualTo("not allowed by RESOURCE");
        assertThat(decide(ANONYMOUS, PrincipalPolicies.none(), bucket(ACCOUNT, grant("'*'"))))
                .isEqualTo("allowed by RESOURCE");
        assertThat(decide(ANONYMOUS, PrincipalPolicies.none(), null)).isEqualTo("not allowed by RESOURCE");
        assertThat(decide(
                        ANONYMOUS,
                        PrincipalPolicies.none(),
                        bucket(ACCOUNT, grant("'*'"), statement("Deny", aws("*")))))
                .isEqualTo("denied by RESOURCE");
    }

    @Test
    void anIdentityProviderIsMatchedByItsName() {
        String provider = "arn:aws:iam::111111111111:oidc-provider/idp";
        ResourcePolicies bucket = bucket(ACCOUNT, grant("{'Federated':'%s'}".formatted(provider)));
        assertThat(decide(new Requester.Federated(provider), PrincipalPolicies.none(), bucket))
                .isEqualTo("allowed by RESOURCE");
        assertThat(decide(new Requester.Federated("accounts.google.com"), PrincipalPolicies.none(), bucket))
                .isEqualTo("not allowed by RESOURCE");
    }

    @Test
    void rootMayDoEverythingInItsAccountUnlessTheResourceDenies() {
        assertThat(decide(ROOT, principal(NO, NO, null), null)).isEqualTo("allowed by nobody");
        assertThat(decide(ROOT, PrincipalPolicies.none(), bucket(ACCOUNT, grant(aws(OTHER)))))
                .isEqualTo("allowed by nobody");
        assertThat(decide(ROOT, PrincipalPolicies.none(), bucket(ACCOUNT, statement("Deny", aws(ACCOUNT)))))
                .isEqualTo("denied by RESOURCE");
        assertThat(decide(ROOT, PrincipalPolicies.none(), bucket(OTHER, grant(aws(ACCOUNT)))))
                .isEqualTo("allowed by RESOURCE");
        assertThat(decide(ROOT, PrincipalPolicies.none(), bucket(OTHER, grant(aws(USER)))))
                .isEqualTo("not allowed by RESOURCE");
    }

    @Test
    void aRootSessionMayDoNoMoreThanItsTaskPolicy() {
        for (ResourcePolicies bucket : List.of(bucket(ACCOUNT, grant("'*'")), bucket(OTHER, grant("'*'")))) {
            assertThat(decide(ROOT, principal(ALL, null, NOTHING), bucket)).isEqualTo("not allowed by SESSION");
            assertThat(decide(ROOT, principal(NOTHING, null, ALL), bucket)).isEqualTo("allowed by RESOURCE");
            assertThat(decide(ROOT, principal(ALL, null, NO), bucket)).isEqualTo("denied by SESSION");
        }
        assertThat(decide(ROOT, principal(ALL, null, NOTHING), null)).isEqualTo("not allowed by SESSION");
    }

    // resources that need explicit trust

    private static String assume(Requester requester, PrincipalPolicies principal, String account, String trusted) {
        String trust = "{'Effect':'Allow','Principal':%s,'Action':'sts:AssumeRole'}".formatted(trusted);
        AuthorizationRequest request = new AuthorizationRequest("sts:AssumeRole", ROLE, MapContext.empty());
        ResourcePolicies role = ResourcePolicies.role(account, policy(PolicyType.TRUST, trust), List.of());
        return switch (Evaluation.decide(requester, principal, role, request)) {
            case Allowed allowed -> "allowed";
            case Decision.Denied denied -> "not allowed by " + denied.type();
        };
    }

    @Test
    void aRoleIsAssumedByThoseWhomItTrusts() {
        PrincipalPolicies all = principal(ALL, null, null);
        PrincipalPolicies nothing = principal(NOTHING, null, null);
        assertThat(assume(BOB, nothing, ACCOUNT, aws(USER))).isEqualTo("allowed");
        assertThat(assume(BOB, nothing, ACCOUNT, aws(ACCOUNT))).isEqualTo("not allowed by IDENTITY");
        assertThat(assume(BOB, all, ACCOUNT, aws(ACCOUNT))).isEqualTo("allowed");
        assertThat(assume(BOB, all, ACCOUNT, aws(OTHER))).isEqualTo("not allowed by TRUST");
        assertThat(assume(BOB, all, OTHER, aws(OTHER))).isEqualTo("not allowed by TRUST");
        assertThat(assume(BOB, all, OTHER, aws(ACCOUNT))).isEqualTo("allowed");
        assertThat(assume(BOB, nothing, OTHER, aws(USER))).isEqualTo("not allowed by IDENTITY");
        assertThat(assume(BOB, all, OTHER, aws("AIDACCCCCCCCCCCCCCCCC"))).isEqualTo("not allowed by TRUST");
        assertThat(assume(EC2, PrincipalPolicies.none(), ACCOUNT, "{'Service':'ec2.amazonaws.com'}"))
                .isEqualTo("allowed");
        assertThat(assume(ROOT, PrincipalPolicies.none(), ACCOUNT, aws(USER))).isEqualTo("not allowed by TRUST");
        assertThat(assume(ROOT, PrincipalPolicies.none(), ACCOUNT, aws(ACCOUNT)))
                .isEqualTo("allowed");
        assertThat(assume(OF_ROLE, nothing, ACCOUNT, aws(ROLE))).isEqualTo("allowed");
    }

    @Test
    void aTrustPolicyMustAgreeWhateverIsSaidOfTheResource() {
        String trust = "{'Effect':'Allow','Principal':%s,'Action':'sts:AssumeRole'}".formatted(aws(OTHER));
        AuthorizationRequest request = new AuthorizationRequest("sts:AssumeRole", ROLE, MapContext.empty());
        ResourcePolicies role = ResourcePolicies.of(ACCOUNT, policy(PolicyType.TRUST, trust), List.of(), false);
        assertThat(Evaluation.decide(BOB, principal(ALL, null, null), role, request))
                .isEqualTo(new ImplicitlyDenied(PolicyType.TRUST));
        ResourcePolicies key = ResourcePolicies.of(ACCOUNT, null, List.of(), true);
        assertThat(decide(BOB, principal(ALL, null, null), key)).isEqualTo("not allowed by RESOURCE");
        assertThat(decide(ROOT, PrincipalPolicies.none(), key)).isEqualTo("not allowed by RESOURCE");
    }

    // control policies

    private static final String CONTROL_ALL = "{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*'}";

    private static List<List<CompiledPolicy>> levels(PolicyType type, String... levels) {
        return Arrays.stream(levels).map(level -> List.of(policy(type, level))).toList();
    }

    private static PrincipalPolicies under(String... serviceControls) {
        return PrincipalPolicies.of(
                List.of(policy(PolicyType.IDENTITY, ALL)),
                null,
                null,
                levels(PolicyType.SERVICE_CONTROL, serviceControls));
    }

    @Test
    void everyLevelOfServiceControlPoliciesMustAllow() {
        assertThat(decide(BOB, under(ALL, ALL, ALL), null)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(BOB, under(ALL, NOTHING, ALL), null)).isEqualTo("not allowed by SERVICE_CONTROL");
        assertThat(decide(BOB, under(ALL, ALL + "," + NO, ALL), null)).isEqualTo("denied by SERVICE_CONTROL");
        assertThat(decide(OF_ROLE, under(ALL, NOTHING), null)).isEqualTo("not allowed by SERVICE_CONTROL");
        assertThat(decide(ROOT, under(ALL, ALL + "," + NO), null)).isEqualTo("denied by SERVICE_CONTROL");
        assertThat(decide(ROOT, under(NOTHING), null)).isEqualTo("not allowed by SERVICE_CONTROL");
        assertThat(decide(BOB, under(NOTHING), bucket(ACCOUNT, grant(aws(USER)))))
                .isEqualTo("not allowed by SERVICE_CONTROL");
    }

    @Test
    void controlPoliciesDoNotBindServiceLinkedRoles() {
        assertThat(decide(LINKED, under(NO), null)).isEqualTo("allowed by IDENTITY");
        assertThat(decide(LINKED, under(NO), controlled(ACCOUNT, statement("Deny", "'*'"))))
                .isEqualTo("allowed by RESOURCE");
    }

    private static ResourcePolicies controlled(String account, String... controls) {
        return ResourcePolicies.of(
                account,
                policy(PolicyType.RESOURCE, grant("'*'")),
                levels(PolicyType.RESOURCE_CONTROL, controls),
                false);
    }

    @Test
    void resourceControlPoliciesBindEverybody() {
        for (Requester requester : List.of(BOB, OF_ROLE, ROOT, EC2, ANONYMOUS)) {
            PrincipalPolicies policies = requester.equals(BOB) ? principal(ALL, null, null) : PrincipalPolicies.none();
            for (String account : List.of(ACCOUNT, OTHER)) {
                assertThat(decide(requester, policies, controlled(account, CONTROL_ALL, statement("Deny", "'*'"))))
                        .as("%s", requester)
                        .isEqualTo("denied by RESOURCE_CONTROL");
                assertThat(decide(
                                requester,
                                policies,
                                controlled(account, CONTROL_ALL, grant("'*'").replace("Get", "Put"))))
                        .as("%s", requester)
                        .isEqualTo("not allowed by RESOURCE_CONTROL");
            }
        }
        assertThat(decide(BOB, principal(ALL, null, null), controlled(OTHER, CONTROL_ALL, CONTROL_ALL)))
                .isEqualTo("allowed by IDENTITY");
    }

    @Test
    void denialsAreNamedInTheOrderOfTheDocumentation() {
        PrincipalPolicies principal = PrincipalPolicies.of(
                List.of(policy(PolicyType.IDENTITY, NO)),
                policy(PolicyType.PERMISSIONS_BOUNDARY, NO),
                List.of(policy(PolicyType.SESSION, NO)),
                levels(PolicyType.SERVICE_CONTROL, NO));
        String deny = statement("Deny", "'*'");
        ResourcePolicies all = ResourcePolicies.of(
                ACCOUNT, policy(PolicyType.RESOURCE, deny), levels(PolicyType.RESOURCE_CONTROL, deny), false);
        assertThat(decide(BOB, principal, all)).isEqualTo("denied by RESOURCE_CONTROL");
        assertThat(decide(BOB, principal, bucket(ACCOUNT, deny))).isEqualTo("denied by SERVICE_CONTROL");
        assertThat(decide(BOB, principal(NO, NO, NO), bucket(ACCOUNT, deny))).isEqualTo("denied by RESOURCE");
        assertThat(decide(BOB, principal(NO, NO, NO), null)).isEqualTo("denied by IDENTITY");
        assertThat(decide(BOB, principal(ALL, NO, NO), null)).isEqualTo("denied by PERMISSIONS_BOUNDARY");
        assertThat(decide(BOB, principal, null)).isEqualTo("denied by SERVICE_CONTROL");
    }

    @Test
    void policiesStandOnlyWhereTheirTypeBelongs() {
        CompiledPolicy resource = policy(PolicyType.RESOURCE, grant("'*'"));
        assertThatThrownBy(() -> PrincipalPolicies.of(List.of(resource), null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ResourcePolicies.of(ACCOUNT, policy(PolicyType.IDENTITY, ALL), List.of(), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Allow, Resource, arn:aws:s3, not allowed by IDENTITY",
        "Allow, Resource, arn:aws:s3:*, allowed by RESOURCE",
        "Deny, Resource, arn:aws:s3, denied by RESOURCE",
        "Deny, NotResource, arn:aws:s3, denied by RESOURCE",
        "Deny, NotResource, arn:aws:s3:*, not allowed by IDENTITY"
    })
    void halfAnArnWidensOnlyWhatAResourcesPolicyDenies(
            String effect, String element, String resource, String decision) {
        String statement =
                "{'Effect':'%s','Principal':'*','Action':'*','%s':'%s'}".formatted(effect, element, resource);
        assertThat(decide(BOB, principal(NOTHING, null, null), bucket(ACCOUNT, statement)))
                .isEqualTo(decision);
    }
}
