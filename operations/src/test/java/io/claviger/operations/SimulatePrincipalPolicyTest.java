package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyIdentifier;
import software.amazon.awssdk.services.iam.model.PolicyIdentifierPolicyType;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.Statement;
import software.amazon.awssdk.services.iam.model.Tag;

class SimulatePrincipalPolicyTest extends OnASimulator {

    private static final String USER = ARN + "user/people/carol";
    private static final String GROUP = ARN + "group/readers";
    private static final String DELETE = "s3:DeleteObject";

    private EvaluationResult of(String source, String action, Consumer<SimulatePrincipalPolicyRequest.Builder> more) {
        Consumer<SimulatePrincipalPolicyRequest.Builder> request =
                simulate -> simulate.policySourceArn(source).actionNames(action);
        List<EvaluationResult> results =
                admin.simulatePrincipalPolicy(request.andThen(more)).evaluationResults();
        assertThat(results).hasSize(1);
        return results.getFirst();
    }

    private String decision(String source, String action) {
        return of(source, action, _ -> {}).evalDecisionAsString();
    }

    private static List<String> sources(EvaluationResult result) {
        return result.matchedStatements().stream()
                .map(Statement::sourcePolicyId)
                .toList();
    }

    /** Carol may read by a policy of her own, write by her group's, and delete by a managed one of both. */
    private void carolAndHerGroup() {
        admin.createUser(create -> create.userName("carol").path("/people/"));
        admin.createGroup(create -> create.groupName("readers"));
        admin.addUserToGroup(add -> add.userName("carol").groupName("readers"));
        admin.putUserPolicy(put -> put.userName("carol").policyName("Reads").policyDocument(ALLOW_READ));
        admin.putGroupPolicy(
                put -> put.groupName("readers").policyName("Writes").policyDocument(ALLOW_WRITE));
        String managed = admin.createPolicy(
                        create -> create.policyName("Deletes").policyDocument(Documents.allow(DELETE, "*")))
                .policy()
                .arn();
        admin.attachUserPolicy(attach -> attach.userName("carol").policyArn(managed));
        admin.attachGroupPolicy(attach -> attach.groupName("readers").policyArn(managed));
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
    @CsvSource({
        "aws:PrincipalArn, arn:aws:iam::123456789012:user/people/carol, allowed",
        "aws:username, carol, allowed",
        "aws:PrincipalAccount, 123456789012, allowed",
        // AWS gives the ARN, not the unique ID.
        "aws:userid, arn:aws:iam::123456789012:user/people/carol, allowed",
        // AWS wants to be told.
        "aws:PrincipalTag/team, blue, implicitDeny"
    })
    void theUserIsTheCaller(String key, String value, String decision) {
        admin.createUser(create -> create.userName("carol")
                .path("/people/")
                .tags(Tag.builder().key("team").value("blue").build()));

        assertThat(of(
                                USER,
                                READ,
                                request -> request.policyInputList(
                                        ifKeyIs(READ, "'StringEquals':{'" + key + "':'" + value + "'}")))
                        .evalDecisionAsString())
                .isEqualTo(decision);
    }

    @Test
    void theUserIsTheCallerUnderItsOwnPathWhateverTheRequestGives() {
        admin.createUser(create -> create.userName("carol").path("//odd/"));
        String policy = ifKeyIs(READ, "'ArnEquals':{'aws:PrincipalArn':'" + ARN + "user//odd/carol'}");

        for (String source : List.of("user/Carol", "user//odd/carol", "user/other/carol")) {
            assertThat(of(ARN + source, READ, request -> request.policyInputList(policy))
                            .evalDecisionAsString())
                    .as(source)
                    .isEqualTo("allowed");
        }
    }

    @Test
    void anotherCallerHasTheUsersPolicies() {
        carolAndHerGroup();
        Consumer<SimulatePrincipalPolicyRequest.Builder> request = simulate -> simulate.callerArn(BOB)
                .policyInputList(ifKeyIs("s3:ListBucket", "'StringEquals':{'aws:username':'bob'}"));

        assertThat(of(USER, "s3:ListBucket", request).evalDecisionAsString()).isEqualTo("allowed");
        assertThat(of(USER, READ, request).evalDecisionAsString()).isEqualTo("allowed");
    }

    @Test
    void theResourcesPolicyNamesTheUserByArnOrId() {
        carolAndHerGroup();
        String id = admin.getUser(get -> get.userName("carol")).user().userId();
        for (String principal : List.of(USER, id, ACCOUNT, "*")) {
            assertThat(of(
                                    USER,
                                    READ,
                                    request -> request.resourcePolicy(resourcePolicy("Deny", principal, READ))
                                            .resourceArns(A))
                            .evalDecisionAsString())
                    .as(principal)
                    .isEqualTo("explicitDeny");
        }
        assertThat(of(
                                USER,
                                READ,
                                request -> request.resourcePolicy(resourcePolicy("Deny", BOB, READ))
                                        .resourceArns(A))
                        .evalDecisionAsString())
                .isEqualTo("allowed");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-an-arn-but-long-enough",
                "arn:aws:iam::123456789012:users/carol",
                "arn:aws-cn:iam::123456789012:user/carol",
                "arn:aws:iam:us-east-1:123456789012:user/carol",
                "arn:aws:iam::123456789012:user/carol "
            })
    void whatIsNoSourceIsRefusedForWhatItIsWhoeverAsks(String source) {
        carolAndHerGroup();
        for (Actor actor : List.of(bench.administrator(), bench.user("nobody"))) {
            assertRefused(
                    () -> actor.iam()
                            .simulatePrincipalPolicy(
                                    simulate -> simulate.policySourceArn(source).actionNames(READ)),
                    "InvalidInput",
                    "Invalid ARN provided in the request: " + source);
            assertRefused(
                    () -> actor.iam().getContextKeysForPrincipalPolicy(get -> get.policySourceArn(source)),
                    "InvalidInput",
                    "Invalid ARN provided in the request: " + source);
        }
    }

    @Test
    void theRightIsOneOnTheSource() {
        carolAndHerGroup();
        Actor reader = bench.user(
                "reader", Documents.allow("iam:SimulatePrincipalPolicy", USER), Documents.allow("iam:Get*", GROUP));
        String elsewhere = ARN + "user/elsewhere/carol";

        assertThat(reader.iam()
                        .simulatePrincipalPolicy(
                                simulate -> simulate.policySourceArn(USER).actionNames(READ))
                        .evaluationResults())
                .hasSize(1);
        assertThat(reader.iam()
                        .getContextKeysForPrincipalPolicy(get -> get.policySourceArn(GROUP))
                        .contextKeyNames())
                .isEmpty();
        assertDenied(
                () -> reader.iam()
                        .simulatePrincipalPolicy(
                                simulate -> simulate.policySourceArn(GROUP).actionNames(READ)),
                "User: " + ARN + "user/reader is not authorized to perform: iam:SimulatePrincipalPolicy on resource: "
                        + GROUP + " because no identity-based policy allows the iam:SimulatePrincipalPolicy action");
        // The user is judged where it is, whatever path the request makes up.
        assertDenied(
                () -> bench.user("other", Documents.allow("iam:SimulatePrincipalPolicy", elsewhere))
                        .iam()
                        .simulatePrincipalPolicy(
                                simulate -> simulate.policySourceArn(elsewhere).actionNames(READ)),
                "User: " + ARN + "user/other is not authorized to perform: iam:SimulatePrincipalPolicy on resource: "
                        + elsewhere
                        + " because no identity-based policy allows the iam:SimulatePrincipalPolicy action");
    }
}
