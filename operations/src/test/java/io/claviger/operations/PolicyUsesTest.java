package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyUser;

class PolicyUsesTest extends OnAWorkbench {

    private String own = "";

    @BeforeEach
    void attachToSomeAndBindOthers() {
        own = ownPolicy("own");
        String other = ownPolicy("other");
        for (String name : List.of("Zoe", "adam", "eve", "stranger")) {
            admin.createUser(create -> create.userName(name).path(name.equals("eve") ? "/x/" : "/"));
        }
        createGroups("Ops", "devs", "strangers");
        for (String name : List.of("Zoe", "adam")) {
            admin.attachUserPolicy(attach -> attach.userName(name).policyArn(own));
        }
        for (String name : List.of("adam", "eve")) {
            admin.putUserPermissionsBoundary(put -> put.userName(name).permissionsBoundary(own));
        }
        for (String name : List.of("Ops", "devs")) {
            admin.attachGroupPolicy(attach -> attach.groupName(name).policyArn(own));
        }
        admin.attachUserPolicy(attach -> attach.userName("stranger").policyArn(other));
        admin.attachGroupPolicy(attach -> attach.groupName("strangers").policyArn(other));
        createRole("mixed");
        createRole("bound");
        admin.attachRolePolicy(attach -> attach.roleName("mixed").policyArn(own));
        for (String name : List.of("bound", "mixed")) {
            admin.putRolePermissionsBoundary(put -> put.roleName(name).permissionsBoundary(own));
        }
        bench.otherAdministrator();
    }

    @Test
    void groupsAndUsersAreListedByName() {
        ListEntitiesForPolicyResponse list = admin.listEntitiesForPolicy(request -> request.policyArn(own));

        assertThat(list.policyGroups()).extracting(PolicyGroup::groupName).containsExactly("devs", "Ops");
        assertThat(list.policyUsers()).extracting(PolicyUser::userName).containsExactly("adam", "eve", "Zoe");
        assertThat(list.policyUsers().getFirst().userId())
                .isEqualTo(admin.getUser(get -> get.userName("adam")).user().userId());
        assertThat(list.policyGroups().getFirst().groupId())
                .isEqualTo(admin.getGroup(get -> get.groupName("devs")).group().groupId());
        assertThat(list.policyRoles()).extracting(PolicyRole::roleName).containsExactly("bound", "mixed");
        assertThat(list.isTruncated()).isFalse();
    }

    @Test
    void awssPoliciesAreUsedByTheAccountsOwnEntitiesOnly() {
        ListEntitiesForPolicyResponse list =
                admin.listEntitiesForPolicy(request -> request.policyArn(ADMINISTRATOR_ACCESS));

        assertThat(list.policyGroups()).extracting(PolicyGroup::groupName).containsExactly("Administrators");
        assertThat(list.policyUsers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "User               |                     |     | adam eve Zoe",
                "Group              |                     |     | devs Ops",
                "Role               |                     |     | bound mixed",
                "LocalManagedPolicy |                     |     | ''",
                "                   | PermissionsPolicy   |     | devs Ops mixed adam Zoe",
                "                   | PermissionsBoundary |     | bound mixed adam eve",
                "Group              | PermissionsBoundary |     | ''",
                "                   |                     | /x/ | eve",
                "User               | PermissionsPolicy   | /x/ | ''"
            })
    void theListIsLimitedToAKindAUseAndAPath(String kind, String use, String path, String expected) {
        ListEntitiesForPolicyResponse list = admin.listEntitiesForPolicy(request ->
                request.policyArn(own).entityFilter(kind).policyUsageFilter(use).pathPrefix(path));

        assertThat(String.join(" ", names(list).toList())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theListIsCutIntoPages(int size) {
        assertThat(admin
                        .listEntitiesForPolicyPaginator(
                                request -> request.policyArn(own).maxItems(size))
                        .stream()
                        .flatMap(PolicyUsesTest::names))
                .containsExactly("devs", "Ops", "bound", "mixed", "adam", "eve", "Zoe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:iam::123456789012:policy/none", "arn:aws:iam::aws:policy/None"})
    void thePolicyMustBeThere(String arn) {
        assertRefused(
                () -> admin.listEntitiesForPolicy(request -> request.policyArn(arn)),
                "NoSuchEntity",
                "Policy " + arn + " was not found.");
    }

    private static Stream<String> names(ListEntitiesForPolicyResponse list) {
        return Stream.of(
                        list.policyGroups().stream().map(PolicyGroup::groupName),
                        list.policyRoles().stream().map(PolicyRole::roleName),
                        list.policyUsers().stream().map(PolicyUser::userName))
                .flatMap(names -> names);
    }
}
