package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.AwsManagedPolicy;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;

class PolicyListTest extends OnAWorkbench {

    @BeforeEach
    void createPolicies() {
        ownPolicy("own-b");
        ownPolicy("Own-a");
        admin.createPolicy(create ->
                create.policyName("c").path("/eng/").description("not listed").policyDocument(Documents.ALLOW_ALL));
        admin.createUser(create -> create.userName("bob").permissionsBoundary(READ_ONLY));
        admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(ARN + "policy/own-b"));
    }

    @Test
    void onesOwnPoliciesAreListedByNameWithoutDescriptions() {
        List<Policy> policies = policies(list -> list.scope(PolicyScopeType.LOCAL));

        assertThat(policies).extracting(Policy::policyName).containsExactly("c", "Own-a", "own-b");
        assertThat(policies).extracting(Policy::description).containsOnlyNulls();
        assertThat(policies).extracting(Policy::attachmentCount).containsExactly(0, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 999, 1000})
    void everyPolicyIsListedOnceWhateverTheSizeOfAPage(int size) {
        int pages = size == 1 ? 40 : Integer.MAX_VALUE;
        List<String> arns = admin.listPoliciesPaginator(list -> list.maxItems(size)).stream()
                .limit(pages)
                .flatMap(page -> page.policies().stream())
                .map(Policy::arn)
                .toList();

        assertThat(arns).doesNotHaveDuplicates().startsWith(ARN + "policy/eng/c");
        if (size > 1) {
            assertThat(arns)
                    .hasSize(3 + AwsManagedPolicies.all().size())
                    .containsAll(AwsManagedPolicies.all().stream()
                            .map(AwsManagedPolicy::arn)
                            .toList());
        }
    }

    @Test
    void awssPoliciesAreListedByNameWithoutCase() {
        assertThat(policies(list -> list.scope(PolicyScopeType.AWS)))
                .extracting(Policy::policyName)
                .hasSameSizeAs(AwsManagedPolicies.all())
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void aListIsLimitedToAPath() {
        assertThat(policies(list -> list.pathPrefix("/eng/")))
                .extracting(Policy::policyName)
                .containsExactly("c");
        assertThat(policies(list -> list.pathPrefix("/job-function/")))
                .extracting(Policy::path)
                .isNotEmpty()
                .containsOnly("/job-function/");
    }

    @Test
    void aListIsLimitedToWhatIsAttachedOrBounds() {
        assertThat(policies(list -> list.onlyAttached(true)))
                .extracting(Policy::policyName)
                .containsExactly("own-b", "AdministratorAccess");
        assertThat(policies(list -> list.policyUsageFilter(PolicyUsageType.PERMISSIONS_POLICY)))
                .extracting(Policy::policyName)
                .containsExactly("own-b", "AdministratorAccess");
        assertThat(policies(list -> list.policyUsageFilter(PolicyUsageType.PERMISSIONS_BOUNDARY)))
                .extracting(Policy::policyName)
                .containsExactly("ReadOnlyAccess");
        assertThat(policies(list -> list.onlyAttached(true).scope(PolicyScopeType.AWS)))
                .extracting(Policy::policyName)
                .containsExactly("AdministratorAccess");
    }

    @Test
    void filteredPagesAreFilledAsFarAsTheyGo() {
        assertThat(admin.listPolicies(list -> list.onlyAttached(true).maxItems(1))
                        .isTruncated())
                .isTrue();
        assertThat(admin.listPoliciesPaginator(list -> list.onlyAttached(true).maxItems(1)).policies().stream())
                .extracting(Policy::policyName)
                .containsExactly("own-b", "AdministratorAccess");
    }

    private List<Policy> policies(Consumer<ListPoliciesRequest.Builder> request) {
        return admin.listPoliciesPaginator(request).policies().stream().toList();
    }
}
