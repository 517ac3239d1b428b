package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.Requester;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an organization's control policies leave over, and the order in which kinds of policies are named. */
class ControlPoliciesTest extends DecisionCase {

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
}
