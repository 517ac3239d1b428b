package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;

/** Which layer a refusal names, and how it calls what it is about. */
class DenialTest extends OnAWorkbench {

    private static final String BOB = "User: " + ARN + "user/bob is not authorized to perform: ";

    @Test
    void anInlinePolicyThatDeniesIsNotNamed() {
        IamClient bob = bench.user("bob", Documents.allBut("iam:GetUser", ARN + "user/bob"))
                .iam();

        assertDenied(
                bob::getUser,
                BOB + "iam:GetUser on resource: user bob with an explicit deny in an identity-based policy");
        assertThat(bob.getUser(get -> get.userName("Administrator")).user()).isNotNull();
    }

    @Test
    void aManagedPolicyThatDeniesIsNamed() {
        IamClient bob = bench.user("bob", Documents.ALLOW_ALL).iam();
        String arn = policy("no-users", Documents.policy(Documents.statement("Deny", "iam:*User*", "*")));
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(arn));

        assertDenied(
                () -> bob.listUsers(),
                BOB + "iam:ListUsers on resource: " + ARN + "user/"
                        + " with an explicit deny in an identity-based policy: " + arn);
    }

    @Test
    void aBoundaryThatDeniesIsNamed() {
        String boundary = policy("boundary", Documents.allBut("iam:CreateUser", "*"));
        IamClient bob = boundBy(boundary);

        assertThat(bob.listUsers().users()).hasSize(2);
        assertDenied(
                () -> bob.createUser(create -> create.userName("a")),
                BOB + "iam:CreateUser on resource: " + ARN + "user/a"
                        + " with an explicit deny in a permissions boundary: " + boundary);
    }

    @Test
    void aBoundaryGivesNothingAndTakesWhatItDoesNotAllow() {
        IamClient bob = boundBy(policy("boundary", Documents.allow("iam:List*", "*")));

        assertThat(bob.listUsers().users()).hasSize(2);
        assertDenied(
                () -> bob.createGroup(create -> create.groupName("g")),
                BOB + "iam:CreateGroup on resource: " + ARN + "group/g"
                        + " because no permissions boundary allows the iam:CreateGroup action");
        admin.detachUserPolicy(detach -> detach.userName("bob").policyArn(ADMINISTRATOR_ACCESS));
        assertDenied(
                () -> bob.listUsers(),
                BOB + "iam:ListUsers on resource: " + ARN + "user/"
                        + " because no identity-based policy allows the iam:ListUsers action");
    }

    @Test
    void anAwsManagedPolicyCanBeABoundary() {
        IamClient bob = boundBy("arn:aws:iam::aws:policy/IAMReadOnlyAccess");

        assertThat(bob.listUsers().users()).hasSize(2);
        assertDenied(
                () -> bob.deleteUser(delete -> delete.userName("Administrator")),
                BOB + "iam:DeleteUser on resource: user Administrator"
                        + " because no permissions boundary allows the iam:DeleteUser action");
    }

    @ParameterizedTest
    @CsvSource({
        "iam:ListGroups, arn:aws:iam::123456789012:group/eng/",
        "iam:ListPolicies, policy path /eng/",
        "iam:GetAccountSummary, *",
        "iam:GetGroup, group nobody",
        "iam:GetPolicy, policy arn:aws:iam::aws:policy/ReadOnlyAccess"
    })
    void aRefusalCallsEachResourceAsAwsDoes(String action, String shown) {
        IamClient bob = bench.user("bob").iam();

        assertDenied(
                () -> {
                    switch (action) {
                        case "iam:ListGroups" -> bob.listGroups(list -> list.pathPrefix("/eng/"));
                        case "iam:ListPolicies" -> bob.listPolicies(list -> list.pathPrefix("/eng/"));
                        case "iam:GetAccountSummary" -> bob.getAccountSummary();
                        case "iam:GetGroup" -> bob.getGroup(get -> get.groupName("nobody"));
                        default -> bob.getPolicy(get -> get.policyArn(READ_ONLY));
                    }
                },
                BOB + action + " on resource: " + shown + " because no identity-based policy allows the " + action
                        + " action");
    }

    @Test
    void stsNamesNoResource() {
        assertDenied(
                () -> bench.user("bob").sts().getAccessKeyInfo(get -> get.accessKeyId(bench.signedUp.accessKeyId())),
                BOB + "sts:GetAccessKeyInfo because no identity-based policy allows the sts:GetAccessKeyInfo action");
    }

    private IamClient boundBy(String boundary) {
        admin.createUser(create -> create.userName("bob").permissionsBoundary(boundary));
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(ADMINISTRATOR_ACCESS));
        return bench.keyOf("bob").iam();
    }

    private String policy(String name, String document) {
        return admin.createPolicy(create -> create.policyName(name).policyDocument(document))
                .policy()
                .arn();
    }
}
