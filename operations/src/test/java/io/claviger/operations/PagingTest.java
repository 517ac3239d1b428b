package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.Entity;
import io.claviger.operations.user.UserSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.User;

class PagingTest extends OnAWorkbench {

    @Test
    void aPageHoldsAHundredUnlessTheRequestSaysOtherwise() {
        for (int i = 0; i < 100; i++) {
            createUsers("user-" + i);
        }

        assertThat(admin.listUsers().users()).hasSize(100);
        assertThat(admin.listUsers().isTruncated()).isTrue();
        assertThat(admin.listUsers(list -> list.maxItems(1000)).users()).hasSize(101);
        assertThat(admin.listUsers(list -> list.maxItems(101)).isTruncated()).isFalse();
        assertThat(admin.listUsers(list -> list.maxItems(101)).marker()).isNull();
    }

    /** Whoever was there throughout is listed exactly once, whoever comes and goes between the pages at most once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void pagesAreStableWhileUsersComeAndGo(long seed) {
        Random random = new Random(seed);
        Set<String> present = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        present.add("Administrator");
        while (present.size() < 30) {
            change(random, present);
        }
        Set<String> throughout = new TreeSet<>(present);
        int pageSize = 1 + random.nextInt(7);
        List<String> listed = new ArrayList<>();

        ListUsersResponse page = admin.listUsers(list -> list.maxItems(pageSize));
        while (true) {
            page.users().forEach(user -> listed.add(user.userName()));
            if (!page.isTruncated()) {
                break;
            }
            for (int i = 0; i < 6; i++) {
                change(random, present);
                throughout.retainAll(present);
            }
            String marker = page.marker();
            page = admin.listUsers(list -> list.maxItems(pageSize).marker(marker));
        }

        assertThat(throughout).as("the test keeps somebody").hasSizeGreaterThan(5);
        assertThat(listed).doesNotHaveDuplicates().containsAll(throughout);
    }

    @Test
    void fewAmongManyUsersAreFoundAndNoPageCostsASearchThroughAll() {
        Entity[] many = IntStream.range(0, 2 * UserSearch.MAX_SEARCHED + 500)
                .mapToObj(i -> new io.claviger.iam.User(
                        ACCOUNT,
                        "AIDA%05d".formatted(i),
                        "user-%05d".formatted(i),
                        i % 7000 == 6999 ? "/rare/" : "/usual/",
                        Workbench.START_SECOND,
                        null,
                        List.of()))
                .toArray(Entity[]::new);
        bench.insert(many);

        List<ListUsersResponse> pages = admin
                .listUsersPaginator(list -> list.pathPrefix("/rare/").maxItems(2))
                .stream()
                .toList();
        assertThat(pages)
                .extracting(page -> page.users().stream().map(User::userName).toList())
                .containsExactly(List.of("user-06999"), List.of("user-13999"), List.of());
        assertThat(admin.listUsers(list -> list.pathPrefix("/usual/").maxItems(1000))
                        .users())
                .hasSize(1000)
                .extracting(User::userName)
                .startsWith("user-00000");
        assertThat(admin.listUsers(list -> list.pathPrefix("/none/")).users()).isEmpty();
    }

    /** Creates or deletes somebody whose name nobody has in another case. */
    private void change(Random random, Set<String> present) {
        String name = Integer.toString(random.nextInt(60), 36) + (random.nextBoolean() ? "x" : "_");
        String cased = random.nextBoolean() ? name : name.toUpperCase(Locale.ROOT);
        if (present.remove(cased)) {
            admin.deleteUser(delete -> delete.userName(cased));
        } else {
            present.add(cased);
            createUsers(cased);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyOtherListIsCutIntoPagesToo(int size) {
        createUsers("u1", "U2", "u3");
        createGroups("g1", "G2", "g3");
        for (String user : List.of("u1", "U2", "u3")) {
            admin.addUserToGroup(add -> add.groupName("g1").userName(user));
        }
        for (String group : List.of("G2", "g3")) {
            admin.addUserToGroup(add -> add.groupName(group).userName("u1"));
        }
        String arn = ownPolicy("own");
        admin.createPolicyVersion(create -> create.policyArn(arn).policyDocument(Documents.ALLOW_ALL));
        admin.createPolicyVersion(create -> create.policyArn(arn).policyDocument(Documents.ALLOW_ALL));
        admin.createAccessKey(create -> create.userName("u1"));
        admin.createAccessKey(create -> create.userName("u1"));

        assertThat(admin.listGroupsPaginator(list -> list.maxItems(size)).groups().stream())
                .extracting(Group::groupName)
                .containsExactly("Administrators", "g1", "G2", "g3");
        assertThat(admin.getGroupPaginator(get -> get.groupName("g1").maxItems(size)).users().stream())
                .extracting(User::userName)
                .containsExactly("u1", "U2", "u3");
        assertThat(admin.listGroupsForUserPaginator(list -> list.userName("u1").maxItems(size)).groups().stream())
                .extracting(Group::groupName)
                .containsExactly("g1", "G2", "g3");
        assertThat(admin.listPolicyVersionsPaginator(list -> list.policyArn(arn).maxItems(size)).versions().stream())
                .extracting(PolicyVersion::versionId)
                .containsExactly("v3", "v2", "v1");
        assertThat(
                        admin
                                .listAccessKeysPaginator(
                                        list -> list.userName("u1").maxItems(size))
                                .accessKeyMetadata()
                                .stream())
                .extracting(AccessKeyMetadata::accessKeyId)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void aPageBeginsAfterAKeyThatWasDeletedMeanwhile() {
        createUsers("bob");
        admin.createAccessKey(create -> create.userName("bob"));
        admin.createAccessKey(create -> create.userName("bob"));
        var first = admin.listAccessKeys(list -> list.userName("bob").maxItems(1));
        String firstId = first.accessKeyMetadata().getFirst().accessKeyId();
        admin.deleteAccessKey(delete -> delete.userName("bob").accessKeyId(firstId));

        var second = admin.listAccessKeys(list -> list.userName("bob").marker(first.marker()));

        assertThat(second.accessKeyMetadata())
                .hasSize(1)
                .extracting(AccessKeyMetadata::accessKeyId)
                .doesNotContain(firstId);
    }

    @Test
    void noListTakesAMarkerThatItDidNotGive() {
        createUsers("bob", "eve");
        createGroups("g1", "g2");
        String marker = admin.listUsers(list -> list.maxItems(1)).marker();
        String ofGroups = admin.listGroups(list -> list.maxItems(1)).marker();
        IamClient other = bench.otherAdministrator().iam();
        other.createUser(create -> create.userName("z"));
        String ofAnother = other.listUsers(list -> list.maxItems(1)).marker();
        char last = marker.charAt(marker.length() - 2);
        String damaged = marker.substring(0, marker.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + marker.charAt(marker.length() - 1);

        for (String bad : List.of(ofGroups, ofAnother, damaged, "x", "AAAA", "AAAAAAAA", "%%%%", "", marker + "AAAA")) {
            assertInvalid(bad);
        }
        assertRefused(
                () -> admin.listUsers(list -> list.marker(marker).pathPrefix("/other/")),
                "ValidationError",
                "Invalid Marker.");
        assertThat(admin.listUsers(list -> list.marker(marker)).users()).hasSize(2);
    }

    /** Of every operation of the catalog that has pages, but for a job's report: there is none without the job. */
    @Test
    void noListOfAnythingTakesAForeignMarker() {
        createUsers(MinimalRequests.USER);
        createGroups(MinimalRequests.GROUP);
        createOtherTargets();
        String foreign = admin.listUsers(list -> list.maxItems(1)).marker();
        List<AwsRequest> lists = Stream.of(ownPolicy("own"), READ_ONLY)
                .flatMap(arn -> MinimalRequests.byOperation(arn, "AKIA").values().stream())
                .filter(request -> !(request instanceof ListUsersRequest))
                .filter(request -> request.sdkFields().stream()
                        .noneMatch(field -> field.memberName().equals("JobId")))
                .flatMap(request -> withMarker(request, foreign).stream())
                .toList();

        assertThat(lists).hasSizeGreaterThan(20);
        assertThat(lists)
                .allSatisfy(list -> assertThatThrownBy(
                                () -> bench.administrator().call(list))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.text())
                                        .isIn("Invalid Marker.", "Invalid marker for pagination.")));
    }

    private static Optional<AwsRequest> withMarker(AwsRequest request, String marker) {
        AwsRequest.Builder builder = request.toBuilder();
        return request.sdkFields().stream()
                .filter(field -> field.memberName().equals("Marker"))
                .findAny()
                .map(field -> {
                    field.set(builder, marker);
                    return builder.build();
                });
    }

    private void assertInvalid(String marker) {
        assertRefused(() -> admin.listUsers(list -> list.marker(marker)), "ValidationError", "Invalid Marker.");
    }
}
