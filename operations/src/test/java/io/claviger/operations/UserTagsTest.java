package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;

class UserTagsTest extends OnAWorkbench {

    @BeforeEach
    void createBob() {
        createUsers("bob");
    }

    @Test
    void tagsAreListedByKeyAndShownWithTheUser() {
        tag(tag("b", "2"), tag("C", "3"), tag("a", ""));

        assertThat(tags()).containsExactly(tag("a", ""), tag("b", "2"), tag("C", "3"));
        assertThat(admin.getUser(get -> get.userName("bob")).user().tags())
                .containsExactlyInAnyOrder(tag("a", ""), tag("b", "2"), tag("C", "3"));
    }

    @Test
    void aTagTakesThePlaceOfOneOfTheSameKeyWhateverTheCase() {
        tag(tag("Team", "blue"));
        tag(tag("team", "red"));

        assertThat(tags()).containsExactly(tag("team", "red"));
    }

    @Test
    void tagsAreRemovedByKeyWhateverTheCase() {
        tag(tag("Team", "blue"), tag("cost", "1"));

        admin.untagUser(untag -> untag.userName("BOB").tagKeys("TEAM", "nothing"));

        assertThat(tags()).containsExactly(tag("cost", "1"));
    }

    @Test
    void aKeyIsGivenOnceInARequest() {
        assertRefused(
                () -> tag(tag("Team", "blue"), tag("tEAM", "red")),
                "InvalidInput",
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        assertRefused(
                () -> admin.createUser(create -> create.userName("eve").tags(tag("k", "1"), tag("K", "2"))),
                "InvalidInput",
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        assertThat(tags()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:team", "AWS:team", "aws:"})
    void keysOfAwsItselfCannotBeSet(String key) {
        assertRefused(
                () -> tag(tag(key, "blue")),
                "InvalidInput",
                "Tag keys that begin with aws: are reserved for system use.");
    }

    @Test
    void aUserHasFiftyTagsAtMost() {
        tag(numbered(0, 49));
        tag(numbered(40, 50));
        assertThat(tags()).hasSize(50);

        assertRefused(
                () -> tag(tag("one-more", "")), "LimitExceeded", "The number of tags has reached the maximum limit.");
        tag(tag("key-07", "changed"));
        assertThat(tags()).hasSize(50).contains(tag("key-07", "changed"));
    }

    @Test
    void pagesAreCutBetweenTagsWhoseKeysBeginAlikeAndLongerThanAMarker() {
        String start = "€".repeat(127);
        tag(tag(start + "a", "1"), tag(start + "b", "2"), tag(start + "c", "3"), tag("z", "4"));

        List<Tag> all = admin.listUserTagsPaginator(list -> list.userName("bob").maxItems(1)).tags().stream()
                .toList();
        ListUserTagsResponse first =
                admin.listUserTags(list -> list.userName("bob").maxItems(1));

        assertThat(all).containsExactlyInAnyOrderElementsOf(tags()).hasSize(4);
        assertThat(first.marker()).hasSizeLessThanOrEqualTo(320);
    }

    @Test
    void whoIsNotThereHasNoTags() {
        String text = "The user with name eve cannot be found.";
        assertRefused(() -> admin.tagUser(tag -> tag.userName("eve").tags(tag("a", "b"))), "NoSuchEntity", text);
        assertRefused(() -> admin.untagUser(untag -> untag.userName("eve").tagKeys("a")), "NoSuchEntity", text);
        assertRefused(() -> admin.listUserTags(list -> list.userName("eve")), "NoSuchEntity", text);
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static Tag[] numbered(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> tag(String.format("key-%02d", i), ""))
                .toArray(Tag[]::new);
    }

    private void tag(Tag... tags) {
        admin.tagUser(tag -> tag.userName("bob").tags(tags));
    }

    private List<Tag> tags() {
        return admin.listUserTags(list -> list.userName("bob")).tags();
    }
}
