package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.request.Requester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom {@code NotPrincipal} spares. */
class NotPrincipalTest extends DecisionCase {

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
}
