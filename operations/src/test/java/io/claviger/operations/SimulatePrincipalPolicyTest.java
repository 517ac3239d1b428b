package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyIdentifier;
import software.amazon.awssdk.services.iam.model.PolicyIdentifierPolicyType;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.Statement;

class SimulatePrincipalPolicyTest extends SimulatedPrincipal {

    private static List<String> sources(EvaluationResult result) {
        return result.matchedStatements().stream()
                .map(Statement::sourcePolicyId)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "user/people/carol, s3:GetObject, allowed, user_carol_Reads",
        "user/people/carol, s3:PutObject, allowed, group_readers_Writes",
        "user/people/carol, s3:DeleteObject, allowed, Deletes",
        "user/people/carol, s3:ListBucket, implicitDeny,",
        "user/elsewhere/CAROL, s3:GetObject, allowed, user_carol_Reads",
        "group/readers, s3:GetObject, implicitDeny,",
        "group/readers, s3:PutObject, allowed, group_readers_Writes",
        "group/readers, s3:DeleteObject, allowed, Deletes"
    })
    void aUserHasItsOwnPoliciesAndItsGroups(String source, String action, String decision, String policy) {
        carolAndHerGroup();

        EvaluationResult result = of(ARN + source, action, _ -> {});

        assertThat(result.evalDecisionAsString()).isEqualTo(decision);
        assertThat(sources(result)).isEqualTo(policy == null ? List.of() : List.of(policy));
        assertThat(result.matchedStatements())
                .allSatisfy(statement ->
                        assertThat(statement.sourcePolicyTypeAsString()).isEqualTo("IAM Policy"));
    }

    @Test
    void resultsAreCutIntoPages() {
        carolAndHerGroup();

        assertThat(admin
                        .simulatePrincipalPolicyPaginator(request -> request.policySourceArn(USER)
                                .actionNames(READ, "s3:PutObject", "s3:DeleteObject")
                                .maxItems(2))
                        .evaluationResults()
                        .stream())
                .extracting(EvaluationResult::evalActionName)
                .containsExactly(READ, "s3:PutObject", "s3:DeleteObject");
    }

    @Test
    void furtherPoliciesAreAdded() {
        carolAndHerGroup();

        EvaluationResult result = of(USER, READ, request -> request.policyInputList(Documents.ALLOW_ALL, DENY_READ));

        assertThat(result.evalDecisionAsString()).isEqualTo("explicitDeny");
        assertThat(sources(result)).containsExactly("PolicyInputList.2");
    }

    @Test
    void anAwsManagedPolicyIsCalledByItsName() {
        admin.createUser(create -> create.userName("dave"));
        admin.attachUserPolicy(attach -> attach.userName("dave").policyArn(READ_ONLY));

        assertThat(sources(of(ARN + "user/dave", "s3:GetObject", _ -> {}))).contains("ReadOnlyAccess");
        assertThat(decision(ARN + "user/dave", "s3:PutObject")).isEqualTo("implicitDeny");
    }

    @Test
    void theVersionInForceDecides() {
        carolAndHerGroup();
        admin.createPolicyVersion(create -> create.policyArn(ARN + "policy/Deletes")
                .policyDocument(Documents.policy(Documents.statement("Deny", DELETE, "*")))
                .setAsDefault(true));

        assertThat(decision(USER, DELETE)).isEqualTo("explicitDeny");
    }

    @Test
    void theUsersBoundaryHoldsUnlessTheRequestBringsAnother() {
        carolAndHerGroup();
        String boundary = admin.createPolicy(
                        create -> create.policyName("Bounds").policyDocument(ALLOW_READ))
                .policy()
                .arn();
        admin.createUser(create -> create.userName("bound").permissionsBoundary(boundary));
        admin.addUserToGroup(add -> add.userName("bound").groupName("readers"));
        String bound = ARN + "user/bound";

        EvaluationResult result = of(bound, "s3:PutObject", _ -> {});
        assertThat(result.evalDecisionAsString()).isEqualTo("implicitDeny");
        assertThat(result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary())
                .isFalse();
        assertThat(of(bound, "s3:PutObject", request -> request.permissionsBoundaryPolicyInputList(Documents.ALLOW_ALL))
                        .evalDecisionAsString())
                .isEqualTo("allowed");
        assertThat(of(
                                bound,
                                "s3:PutObject",
                                request -> request.policyExclusionList(PolicyIdentifier.builder()
                                        .policyType(PolicyIdentifierPolicyType.PERMISSION_BOUNDARY)
                                        .build()))
                        .permissionsBoundaryDecisionDetail())
                .isNull();
        assertThat(of(USER, "s3:PutObject", _ -> {}).permissionsBoundaryDecisionDetail())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "inline, implicitDeny, implicitDeny, allowed",
        "user-managed, allowed, allowed, implicitDeny",
        "aws-managed, allowed, allowed, allowed",
        "arn:aws:iam::123456789012:policy/Deletes, allowed, allowed, implicitDeny",
        "user carol Rea*, implicitDeny, allowed, allowed",
        "group reader? Writes, allowed, implicitDeny, allowed",
        "user readers Writes, allowed, allowed, allowed"
    })
    void policiesCanBeLeftOut(String excluded, String reads, String writes, String deletes) {
        carolAndHerGroup();
        PolicyIdentifier.Builder identifier = PolicyIdentifier.builder();
        String[] words = excluded.split(" ", -1);
        if (words.length == 3) {
            identifier.inlinePolicyIdentifier(inline ->
                    inline.attachmentType(words[0]).attachmentName(words[1]).policyName(words[2]));
        } else if (excluded.startsWith("arn:")) {
            identifier.policyArn(excluded);
        } else {
            identifier.policyType(excluded);
        }
        Consumer<SimulatePrincipalPolicyRequest.Builder> request =
                simulate -> simulate.policyExclusionList(identifier.build());

        assertThat(of(USER, READ, request).evalDecisionAsString()).isEqualTo(reads);
        assertThat(of(USER, "s3:PutObject", request).evalDecisionAsString()).isEqualTo(writes);
        assertThat(of(USER, DELETE, request).evalDecisionAsString()).isEqualTo(deletes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    user/nobody | NoSuchEntity | Unable to retrieve specified IAM entity.
                    group/nobody | NoSuchEntity | Unable to retrieve specified IAM entity.
                    role/nobody | NoSuchEntity | Unable to retrieve specified IAM entity.
                    root | InvalidInput | Invalid ARN provided in the request: arn:aws:iam::123456789012:root
                    policy/x | InvalidInput | Invalid ARN provided in the request: arn:aws:iam::123456789012:policy/x
                    """)
    void theSourceMustBeAnEntity(String source, String code, String text) {
        assertRefused(() -> decision(ARN + source, READ), code, text);
        assertRefused(
                () -> admin.getContextKeysForPrincipalPolicy(get -> get.policySourceArn(ARN + source)), code, text);
    }

    @Test
    void theSourceMustBeOfTheCallersAccount() {
        assertRefused(
                () -> decision("arn:aws:iam::" + Workbench.OTHER_ACCOUNT + ":user/Administrator", READ),
                "InvalidInput",
                "Invalid Policy Source Arn: caller's account 123456789012 does not have access to policies in account"
                        + " 999999999999.");
        assertRefused(
                () -> decision("not-an-arn-but-long-enough", READ),
                "InvalidInput",
                "Invalid ARN provided in the request: not-an-arn-but-long-enough");
    }

    @Test
    void aRoleIsSimulatedWithItsPoliciesAndItsBoundary() {
        createRole("deploy");
        admin.putRolePolicy(
                put -> put.roleName("deploy").policyName("p").policyDocument(Documents.allow("iam:*", "*")));
        admin.putRolePermissionsBoundary(put -> put.roleName("deploy").permissionsBoundary(READ_ONLY));

        assertThat(admin.simulatePrincipalPolicy(simulate -> simulate.policySourceArn(ARN + "role/deploy")
                                .actionNames("iam:ListUsers", "iam:CreateUser", "s3:ListAllMyBuckets"))
                        .evaluationResults())
                .extracting(result -> result.evalDecisionAsString())
                .containsExactly("allowed", "implicitDeny", "implicitDeny");
    }
}
