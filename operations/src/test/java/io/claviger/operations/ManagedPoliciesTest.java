package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.Tag;

class ManagedPoliciesTest extends OnAWorkbench {

    private static final Tag TEAM = Tag.builder().key("Team").value("blue").build();

    @Test
    void aNewPolicyIsAnsweredWithoutItsDescription() {
        Policy policy = admin.createPolicy(create -> create.policyName("Own")
                        .path("/eng/")
                        .description("What for")
                        .policyDocument(Documents.ALLOW_ALL)
                        .tags(TEAM))
                .policy();

        assertThat(policy.policyId()).matches("ANPA[A-Z2-7]{17}");
        assertThat(policy)
                .isEqualTo(Policy.builder()
                        .policyName("Own")
                        .policyId(policy.policyId())
                        .arn(ARN + "policy/eng/Own")
                        .path("/eng/")
                        .defaultVersionId("v1")
                        .attachmentCount(0)
                        .permissionsBoundaryUsageCount(0)
                        .isAttachable(true)
                        .createDate(Workbench.START_SECOND)
                        .updateDate(Workbench.START_SECOND)
                        .tags(TEAM)
                        .build());
        assertThat(get(policy.arn()))
                .isEqualTo(policy.toBuilder().description("What for").build());
    }

    @Test
    void aPolicyTellsHowManyHaveItAndHowManyItBounds() {
        String arn = ownPolicy("own");
        createGroups("devs");
        admin.createUser(create -> create.userName("bob").permissionsBoundary(arn));
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(arn));
        admin.attachGroupPolicy(attach -> attach.groupName("devs").policyArn(arn));

        assertThat(get(arn).attachmentCount()).isEqualTo(2);
        assertThat(get(arn).permissionsBoundaryUsageCount()).isEqualTo(1);
        assertThat(get(ADMINISTRATOR_ACCESS).attachmentCount()).isEqualTo(1);
    }

    @Test
    void anAwsManagedPolicyIsLookedAtLikeOnesOwn() {
        Policy policy = get(ADMINISTRATOR_ACCESS);

        assertThat(policy.policyName()).isEqualTo("AdministratorAccess");
        assertThat(policy.path()).isEqualTo("/");
        assertThat(policy.defaultVersionId()).isEqualTo("v1");
        assertThat(policy.isAttachable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"own, /", "OWN, /", "own, /elsewhere/"})
    void aNameIsTakenWhateverItsCaseAndPath(String name, String path) {
        ownPolicy("own");

        assertRefused(
                () -> admin.createPolicy(
                        create -> create.policyName(name).path(path).policyDocument(Documents.ALLOW_ALL)),
                "EntityAlreadyExists",
                "A policy called " + name + " already exists. Duplicate names are not allowed.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not JSON | Syntax errors in policy.",
                "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'*'}]} | Policy statement must contain resources.",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*'}]} | Policy document must be version 2012-10-17 or greater.",
                "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Principal':'*'}]} | Policy document should not specify a principal."
            })
    void aDocumentThatCannotBeEvaluatedIsRefused(String document, String text) {
        assertRefused(
                () -> admin.createPolicy(
                        create -> create.policyName("own").policyDocument(document.replace('\'', '"'))),
                "MalformedPolicyDocument",
                text);
    }

    @Test
    void whiteSpaceDoesNotCountTowardsTheSizeOfADocument() {
        String largest = Documents.ofSize(6144).replace(",", " , \n");

        admin.createPolicy(create -> create.policyName("own").policyDocument(largest));
        assertRefused(
                () -> admin.createPolicy(create -> create.policyName("larger").policyDocument(Documents.ofSize(6145))),
                "LimitExceeded",
                "Cannot exceed quota for PolicySize: 6144");
    }

    @Test
    void tagKeysOfAPolicyAreGivenOnce() {
        assertRefused(
                () -> admin.createPolicy(create -> create.policyName("own")
                        .policyDocument(Documents.ALLOW_ALL)
                        .tags(TEAM, Tag.builder().key("team").value("").build())),
                "InvalidInput",
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::123456789012:policy/none",
        "arn:aws:iam::123456789012:policy/elsewhere/own",
        "arn:aws:iam::123456789012:policy/OWN",
        "arn:aws:iam::aws:policy/None",
        "arn:aws:iam::aws:policy/administratoraccess"
    })
    void aPolicyIsFoundByItsExactArnOnly(String arn) {
        ownPolicy("own");

        assertRefused(() -> get(arn), "NoSuchEntity", "Policy " + arn + " was not found.");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::123456789012:user/bob",
        "arn:aws:iam::123456789012:policy/",
        "arn:aws:iam::123456789012:policy//own",
        "arn:aws:iam::123456789012:policy/o*n"
    })
    void whatIsNoArnOfAPolicyIsInvalid(String arn) {
        assertRefused(() -> get(arn), "InvalidInput", "ARN " + arn + " is not valid.");
        assertRefused(
                () -> admin.deletePolicy(delete -> delete.policyArn(arn)),
                "InvalidInput",
                "ARN " + arn + " is not valid.");
    }

    @Test
    void aPolicyInUseIsNotDeleted() {
        String arn = ownPolicy("own");
        createUsers("bob");
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(arn));
        String inUse = "Cannot delete a policy attached to entities.";

        assertRefused(() -> delete(arn), "DeleteConflict", inUse);
        admin.detachUserPolicy(detach -> detach.userName("bob").policyArn(arn));
        admin.createUser(create -> create.userName("bound").permissionsBoundary(arn));
        assertRefused(() -> delete(arn), "DeleteConflict", inUse);
        admin.deleteUser(delete -> delete.userName("bound"));
        admin.createPolicyVersion(create -> create.policyArn(arn).policyDocument(Documents.ALLOW_ALL));
        assertRefused(
                () -> delete(arn),
                "DeleteConflict",
                "This policy has more than one version. Before you delete a policy, you must delete the policy's"
                        + " versions. The default version is deleted with the policy.");
        admin.deletePolicyVersion(delete -> delete.policyArn(arn).versionId("v2"));

        delete(arn);
        assertRefused(() -> delete(arn), "NoSuchEntity", "Policy " + arn + " was not found.");
    }

    @Test
    void nobodyChangesWhatIsAwss() {
        String refusal = " is not authorized to perform: iam:DeletePolicy on resource: policy " + READ_ONLY
                + " because no identity-based policy allows the iam:DeletePolicy action";

        assertDenied(() -> delete(READ_ONLY), "User: " + ARN + "user/Administrator" + refusal);
        assertDenied(
                () -> bench.root().iam().deletePolicy(delete -> delete.policyArn(READ_ONLY)),
                "User: " + ARN + "root" + refusal);
    }

    private Policy get(String arn) {
        return admin.getPolicy(get -> get.policyArn(arn)).policy();
    }

    private void delete(String arn) {
        admin.deletePolicy(delete -> delete.policyArn(arn));
    }
}
