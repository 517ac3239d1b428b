package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.MemberAccount;
import io.claviger.iam.PasswordHash;
import io.claviger.operations.organization.NewAccounts;
import io.claviger.operations.organization.NewAccounts.Outcome;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.FeatureType;
import software.amazon.awssdk.services.iam.model.GlobalEndpointTokenVersion;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;

/** Several accounts of one deployment, and what the one that manages them may do in the others. */
class OrganizationTest extends MemberAccounts {

    @Test
    void aNewAccountIsReachedByItsRoleFromTheFirstOneAlone() {
        makeMember();
        Actor member = inMember();

        assertThat(member.sts().getCallerIdentity().account()).isEqualTo(MEMBER);
        member.iam().createUser(create -> create.userName("theirs"));
        assertThat(member.iam().listUsers().users())
                .extracting(user -> user.arn())
                .containsExactly("arn:aws:iam::" + MEMBER + ":user/theirs");
        assertThat(admin.listUsers().users())
                .extracting(user -> user.userName())
                .containsExactly("Administrator");
        assertRefused(
                () -> bench.otherAdministrator()
                        .sts()
                        .assumeRole(request -> request.roleArn("arn:aws:iam::" + MEMBER + ":role/" + NewAccounts.ROLE)
                                .roleSessionName("x")),
                "AccessDenied",
                "User: arn:aws:iam::999999999999:user/Administrator is not authorized to perform: sts:AssumeRole on"
                        + " resource: arn:aws:iam::" + MEMBER + ":role/" + NewAccounts.ROLE
                        + " because no role trust policy allows the sts:AssumeRole action");
        assertThat(Refusal.of(() -> bench.user("bob")
                                .sts()
                                .assumeRole(request -> request.roleArn(
                                                "arn:aws:iam::" + MEMBER + ":role/" + NewAccounts.ROLE)
                                        .roleSessionName("x")))
                        .text())
                .endsWith("because no identity-based policy allows the sts:AssumeRole action");
    }

    @Test
    void anAddressAndANumberAreOfOneAccountAndANumberIsMadeIfNoneIsGiven() {
        makeMember();
        assertThat(make("Member@Example.com", Optional.empty()))
                .isEqualTo(new Outcome.Impossible("there is an account of Member@Example.com already"));
        assertThat(make("other@example.com", Optional.of(MEMBER)))
                .isEqualTo(new Outcome.Impossible("there is an account 222222222222 already"));
        assertThat(make("other@example.com", Optional.empty()))
                .isInstanceOfSatisfying(
                        Outcome.Made.class,
                        made -> assertThat(made.member().accountId()).matches("[1-9][0-9]{11}"));
        List<MemberAccount> members =
                bench.store.read(reading -> reading.organizations().members());
        assertThat(members)
                .extracting(MemberAccount::email)
                .containsExactlyInAnyOrder("member@example.com", "other@example.com");
    }

    @Test
    void theManagementAccountTurnsFeaturesOnAndOff() {
        makeMember();
        String id = admin.listOrganizationsFeatures(list -> {}).organizationId();
        assertThat(id).matches("o-[a-z0-9]{10}");
        assertThat(admin.listOrganizationsFeatures(list -> {}).enabledFeatures())
                .isEmpty();
        assertThat(admin.enableOrganizationsRootSessions(enable -> {}).enabledFeatures())
                .containsExactly(FeatureType.ROOT_SESSIONS);
        assertThat(admin.enableOrganizationsRootSessions(enable -> {}).organizationId())
                .isEqualTo(id);
        assertThat(admin.enableOrganizationsRootCredentialsManagement(enable -> {})
                        .enabledFeatures())
                .containsExactly(FeatureType.ROOT_CREDENTIALS_MANAGEMENT, FeatureType.ROOT_SESSIONS);
        assertThat(admin.disableOrganizationsRootSessions(disable -> {}).enabledFeatures())
                .containsExactly(FeatureType.ROOT_CREDENTIALS_MANAGEMENT);
        assertThat(admin.disableOrganizationsRootCredentialsManagement(disable -> {})
                        .enabledFeatures())
                .isEmpty();
        assertThat(admin.listOrganizationsFeatures(list -> {}).enabledFeatures())
                .isEmpty();
    }

    @Test
    void otherAccountsTurnNothingOnAndOff() {
        assertOnNone(() -> admin.listOrganizationsFeatures(list -> {}));
        assertOnNone(() -> admin.enableOrganizationsRootSessions(enable -> {}));
        assertOnNone(() -> admin.disableOrganizationsRootSessions(disable -> {}));
        assertOnNone(() -> admin.enableOrganizationsRootCredentialsManagement(enable -> {}));
        assertOnNone(() -> admin.disableOrganizationsRootCredentialsManagement(disable -> {}));
        makeMember();
        IamClient theirs = inMember().iam();
        String text = "The request failed because your account is neither the organization's management account nor a"
                + " delegated administrator for IAM.";
        String code = "AccountNotManagementOrDelegatedAdministratorException";
        assertRefused(() -> theirs.listOrganizationsFeatures(list -> {}), code, text);
        assertRefused(() -> theirs.enableOrganizationsRootSessions(enable -> {}), code, text);
        assertRefused(() -> theirs.disableOrganizationsRootSessions(disable -> {}), code, text);
        assertRefused(() -> theirs.enableOrganizationsRootCredentialsManagement(enable -> {}), code, text);
        assertRefused(() -> theirs.disableOrganizationsRootCredentialsManagement(disable -> {}), code, text);
    }

    private static void assertOnNone(ThrowingCallable call) {
        assertRefused(
                call,
                "OrganizationNotFoundException",
                "The request failed because your account is not a member of an organization.");
    }

    @Test
    void theTokenVersionIsKeptForEachAccount() {
        makeMember();
        IamClient theirs = inMember().iam();
        theirs.setSecurityTokenServicePreferences(
                set -> set.globalEndpointTokenVersion(GlobalEndpointTokenVersion.V2_TOKEN));
        assertThat(theirs.getAccountSummary().summaryMap())
                .containsEntry(SummaryKeyType.GLOBAL_ENDPOINT_TOKEN_VERSION, 2);
        assertThat(admin.getAccountSummary().summaryMap())
                .containsEntry(SummaryKeyType.GLOBAL_ENDPOINT_TOKEN_VERSION, 1);
        theirs.setSecurityTokenServicePreferences(
                set -> set.globalEndpointTokenVersion(GlobalEndpointTokenVersion.V1_TOKEN));
        assertThat(theirs.getAccountSummary().summaryMap())
                .containsEntry(SummaryKeyType.GLOBAL_ENDPOINT_TOKEN_VERSION, 1);
    }

    @Test
    void aTransactionThatFailsMakesNoAccount() {
        assertThatThrownBy(() -> bench.store.write(writing -> {
                    accounts.make(
                            writing,
                            "Member",
                            "member@example.com",
                            Optional.of(MEMBER),
                            new PasswordHash("x"),
                            Workbench.START);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        assertThat(bench.store.<Boolean>read(
                        reading -> reading.accounts().byId(MEMBER).isEmpty()))
                .isTrue();
    }
}
