package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.Entity;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.Role;
import io.claviger.iam.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

class AuthorizationDetailsPagesTest extends OnAWorkbench {

    private static final Instant MADE = Workbench.START_SECOND;

    private GetAccountAuthorizationDetailsResponse of(EntityType... kinds) {
        return admin.getAccountAuthorizationDetails(get -> get.filter(kinds));
    }

    @Test
    void withoutAFilterEverythingIsShown() {
        ownPolicy("own");
        createRole("deploy");

        for (GetAccountAuthorizationDetailsResponse details : List.of(
                admin.getAccountAuthorizationDetails(),
                of(),
                of(EntityType.knownValues().toArray(EntityType[]::new)))) {
            assertThat(details.userDetailList()).hasSize(1);
            assertThat(details.roleDetailList()).hasSize(1);
            assertThat(details.groupDetailList()).hasSize(1);
            assertThat(details.policies())
                    .extracting(ManagedPolicyDetail::policyName)
                    .containsExactly("own", "AdministratorAccess");
            assertThat(details.isTruncated()).isFalse();
            assertThat(details.marker()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 100})
    void pagesGoThroughUsersRolesGroupsAndPolicies(int size) {
        ownPolicy("b");
        ownPolicy("A");
        createRole("deploy");
        createUsers("bob", "Carol");
        createGroups("devs");

        assertThat(names(GetAccountAuthorizationDetailsRequest.builder()
                        .maxItems(size)
                        .build()))
                .containsExactly(
                        "Administrator",
                        "bob",
                        "Carol",
                        "deploy",
                        "Administrators",
                        "devs",
                        "A",
                        "b",
                        "AdministratorAccess");
        assertThat(names(GetAccountAuthorizationDetailsRequest.builder()
                        .maxItems(size)
                        .filter(EntityType.LOCAL_MANAGED_POLICY, EntityType.ROLE)
                        .build()))
                .containsExactly("deploy", "A", "b");
    }

    private List<String> names(GetAccountAuthorizationDetailsRequest request) {
        List<String> names = new ArrayList<>();
        GetAccountAuthorizationDetailsResponse page = admin.getAccountAuthorizationDetails(request);
        while (true) {
            assertThat(page.userDetailList().size()
                            + page.roleDetailList().size()
                            + page.groupDetailList().size()
                            + page.policies().size())
                    .isLessThanOrEqualTo(request.maxItems());
            page.userDetailList().forEach(user -> names.add(user.userName()));
            page.roleDetailList().forEach(role -> names.add(role.roleName()));
            page.groupDetailList().forEach(group -> names.add(group.groupName()));
            page.policies().forEach(policy -> names.add(policy.policyName()));
            assertThat(page.isTruncated()).isEqualTo(page.marker() != null);
            if (!page.isTruncated()) {
                return names;
            }
            page = admin.getAccountAuthorizationDetails(
                    request.toBuilder().marker(page.marker()).build());
        }
    }

    @Test
    void aMarkerBelongsToItsFilterInAnyOrder() {
        createUsers("bob");
        String marker = admin.getAccountAuthorizationDetails(
                        get -> get.filter(EntityType.USER, EntityType.GROUP).maxItems(1))
                .marker();

        assertThat(admin.getAccountAuthorizationDetails(get ->
                                get.filter(EntityType.GROUP, EntityType.USER).marker(marker))
                        .userDetailList())
                .extracting(UserDetail::userName)
                .containsExactly("bob");
        for (String bad : List.of(marker, "not-a-marker")) {
            assertRefused(
                    () -> admin.getAccountAuthorizationDetails(
                            get -> get.filter(EntityType.GROUP).marker(bad)),
                    "ValidationError",
                    "Marker and Filter do not match");
            assertRefused(
                    () -> admin.getAccountAuthorizationDetails(get -> get.marker(bad)),
                    "ValidationError",
                    "Invalid Marker.");
        }
    }

    /** Two thousand of each kind, whose documents do not fit on one page, are shown once each. */
    @Test
    void aLargeAccountComesInPagesOfBoundedSize() {
        String document = Documents.allow("s3:" + "x".repeat(1500), "*");
        bench.insert(Stream.iterate(0, number -> number + 1)
                .limit(2000)
                .flatMap(number -> Stream.of(
                        new User(ACCOUNT, "AIDA" + number, "u" + number, "/", MADE, null, List.of()),
                        new InlinePolicy(ACCOUNT, "AIDA" + number, "p", document, document.length()),
                        new Role(
                                ACCOUNT,
                                "AROA" + number,
                                "r" + number,
                                "/",
                                null,
                                MADE,
                                Documents.trust("*"),
                                Duration.ofHours(1),
                                null,
                                List.of()),
                        new ManagedPolicy(ACCOUNT, "ANPA" + number, "p" + number, "/", "", MADE, MADE, 1, 1, List.of()),
                        new io.claviger.iam.PolicyVersion(ACCOUNT, "ANPA" + number, 1, document, MADE)))
                .toArray(Entity[]::new));
        List<String> names = new ArrayList<>();
        int pages = 0;
        String marker = null;
        do {
            String from = marker;
            GetAccountAuthorizationDetailsResponse page = admin.getAccountAuthorizationDetails(
                    get -> get.maxItems(1000).marker(from));
            assertThat(page.toString()).hasSizeLessThan(3_000_000);
            page.userDetailList().forEach(user -> names.add(user.arn()));
            page.roleDetailList().forEach(role -> names.add(role.arn()));
            page.groupDetailList().forEach(group -> names.add(group.arn()));
            page.policies().forEach(policy -> names.add(policy.arn()));
            marker = page.marker();
            pages++;
        } while (marker != null);
        assertThat(names).hasSize(6003).doesNotHaveDuplicates();
        assertThat(pages)
                .as("fewer than a thousand go on a page with much to show")
                .isGreaterThan(7);
    }
}
