package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.catalog.ServiceCatalog;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessEntry;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessResponse;
import software.amazon.awssdk.services.iam.model.PolicyGrantingServiceAccess;

class ServiceAccessTest extends OnAWorkbench {

    private ListPoliciesGrantingServiceAccessResponse list(String arn, String... namespaces) {
        return admin.listPoliciesGrantingServiceAccess(list -> list.arn(arn).serviceNamespaces(namespaces));
    }

    private List<String> granting(String arn, String namespace) {
        return list(arn, namespace).policiesGrantingServiceAccess().getFirst().policies().stream()
                .map(PolicyGrantingServiceAccess::policyName)
                .toList();
    }

    @Test
    void aUsersPoliciesAreItsOwnAndThoseOfItsGroupsEachWithWhereItStands() {
        createUsers("bob");
        createGroups("devs");
        admin.addUserToGroup(add -> add.groupName("devs").userName("bob"));
        admin.putUserPolicy(
                put -> put.userName("bob").policyName("own").policyDocument(Documents.allow("s3:Get*", "*")));
        admin.putGroupPolicy(
                put -> put.groupName("devs").policyName("theirs").policyDocument(Documents.allow("S3:PutObject", "*")));
        String managed = ownPolicy("buckets");
        admin.attachGroupPolicy(attach -> attach.groupName("devs").policyArn(managed));
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(managed));

        List<ListPoliciesGrantingServiceAccessEntry> entries =
                list(ARN + "user/bob", "s3", "iam").policiesGrantingServiceAccess();
        assertThat(entries)
                .extracting(ListPoliciesGrantingServiceAccessEntry::serviceNamespace)
                .containsExactly("iam", "s3");
        assertThat(entries.getFirst().policies()).isEmpty();
        assertThat(entries.getLast().policies())
                .containsExactly(
                        PolicyGrantingServiceAccess.builder()
                                .policyName("buckets")
                                .policyType("MANAGED")
                                .policyArn(managed)
                                .build(),
                        PolicyGrantingServiceAccess.builder()
                                .policyName("own")
                                .policyType("INLINE")
                                .entityType("USER")
                                .entityName("bob")
                                .build(),
                        PolicyGrantingServiceAccess.builder()
                                .policyName("theirs")
                                .policyType("INLINE")
                                .entityType("GROUP")
                                .entityName("devs")
                                .build());
        assertThat(granting(ARN + "group/devs", "s3")).containsExactly("buckets", "theirs");
    }

    @Test
    void aRolesPoliciesAreThoseInForce() {
        createRole("r");
        String managed = ownPolicy("own");
        admin.attachRolePolicy(attach -> attach.roleName("r").policyArn(managed));
        admin.attachRolePolicy(attach -> attach.roleName("r").policyArn(READ_ONLY));
        assertThat(granting(ARN + "role/r", "sqs")).containsExactly("ReadOnlyAccess");

        admin.createPolicyVersion(create -> create.policyArn(managed)
                .policyDocument(Documents.allow("sqs:SendMessage", "*"))
                .setAsDefault(true));
        assertThat(granting(ARN + "role/r", "sqs")).containsExactly("own", "ReadOnlyAccess");
    }

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "s3:*, true",
        "s3:ListBucket, true",
        "s3:*Bucket?, true",
        "S3:LISTBUCKET, true",
        "s3:NoSuchAction, false",
        "s3-outposts:*, false",
        "iam:*, false"
    })
    void aServiceIsGrantedByAnyOfItsActions(String action, boolean granted) {
        createUsers("bob");
        admin.putUserPolicy(
                put -> put.userName("bob").policyName("p").policyDocument(Documents.allow(action, "arn:aws:s3:::b")));
        assertThat(granting(ARN + "user/bob", "s3")).hasSize(granted ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"iam:*, true", "s3:ListBucket, true", "s3:*, false", "*, false"})
    void aServiceIsGrantedByWhatAStatementDoesNotLeaveOut(String left, boolean granted) {
        createUsers("bob");
        String document = Documents.allow(left, "*").replace("\"Action\"", "\"NotAction\"");
        admin.putUserPolicy(put -> put.userName("bob").policyName("p").policyDocument(document));
        assertThat(granting(ARN + "user/bob", "s3")).hasSize(granted ? 1 : 0);
    }

    @Test
    void denialsAndBoundariesDoNotCount() {
        admin.createUser(create -> create.userName("bob").permissionsBoundary(ownPolicy("boundary")));
        admin.putUserPolicy(put -> put.userName("bob")
                .policyName("denial")
                .policyDocument(Documents.policy(Documents.statement("Deny", "iam:*", "*"))));
        assertThat(granting(ARN + "user/bob", "iam")).isEmpty();
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(ADMINISTRATOR_ACCESS));
        assertThat(granting(ARN + "user/bob", "iam")).containsExactly("AdministratorAccess");
    }

    @Test
    void manyServicesComeInPagesAndEachOnce() {
        createUsers("bob");
        String[] namespaces =
                ServiceCatalog.aws().prefixes().stream().sorted().limit(150).toArray(String[]::new);
        String hundredth = namespaces[100];
        namespaces[149] = namespaces[0].toUpperCase(Locale.ROOT);

        ListPoliciesGrantingServiceAccessResponse first = list(ARN + "user/bob", namespaces);
        assertThat(first.policiesGrantingServiceAccess()).hasSize(100);
        assertThat(first.isTruncated()).isTrue();
        ListPoliciesGrantingServiceAccessResponse second = admin.listPoliciesGrantingServiceAccess(
                list -> list.arn(ARN + "user/bob").serviceNamespaces(namespaces).marker(first.marker()));
        assertThat(second.policiesGrantingServiceAccess())
                .hasSize(49)
                .extracting(ListPoliciesGrantingServiceAccessEntry::serviceNamespace)
                .startsWith(hundredth);
        assertThat(second.isTruncated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user/none", "group/none", "role/none"})
    void anEntityThatIsNotThereIsRefused(String entity) {
        assertRefused(() -> list(ARN + entity, "s3"), "NoSuchEntity", "ARN " + ARN + entity + " was not found.");
    }

    @Test
    void anEntityOfAnotherAccountIsNotThere() {
        bench.otherAdministrator();
        String theirs = "arn:aws:iam::999999999999:user/Administrator";
        assertRefused(() -> list(theirs, "s3"), "NoSuchEntity", "ARN " + theirs + " was not found.");
    }

    @Test
    void whatIsNoEntitysArnIsRefused() {
        String policy = "arn:aws:iam::123456789012:policy/x";
        assertRefused(() -> list(policy, "s3"), "InvalidInput", "Invalid ARN provided in the request: " + policy);
    }

    /** After the entity: who is named is looked up first. */
    @Test
    void aServiceThatAwsDoesNotHaveIsRefused() {
        createUsers("bob");
        assertRefused(
                () -> list(ARN + "user/bob", "s3", "nonesuch", "other"),
                "InvalidInput",
                "Invalid service namespace: [nonesuch, other]");
        assertRefused(
                () -> list(ARN + "user/none", "nonesuch"), "NoSuchEntity", "ARN " + ARN + "user/none was not found.");
    }

    @Test
    void theRightMayBeLimitedToOneEntity() {
        createUsers("bob", "eve");
        var asker = bench.user("asker", Documents.allow("iam:ListPoliciesGrantingServiceAccess", ARN + "user/bob"))
                .iam();

        asker.listPoliciesGrantingServiceAccess(
                list -> list.arn(ARN + "user/bob").serviceNamespaces("s3"));
        assertDenied(
                () -> asker.listPoliciesGrantingServiceAccess(
                        list -> list.arn(ARN + "user/eve").serviceNamespaces("s3")),
                "User: " + ARN + "user/asker is not authorized to perform: iam:ListPoliciesGrantingServiceAccess on "
                        + "resource: user eve because no identity-based policy allows the "
                        + "iam:ListPoliciesGrantingServiceAccess action");
    }
}
