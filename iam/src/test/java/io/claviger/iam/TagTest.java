package io.claviger.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagTest {

    private static final List<Tag> PRESENT = List.of(new Tag("Team", "blue"), new Tag("cost", "1"));

    @Test
    void aNewTagOfAPresentKeyTakesItsPlaceWhateverTheCase() {
        assertThat(Tag.overlaid(PRESENT, List.of(new Tag("team", "red"), new Tag("stage", "test"))))
                .containsExactly(new Tag("team", "red"), new Tag("cost", "1"), new Tag("stage", "test"));
    }

    @Test
    void tagsAreRemovedByKeyWhateverTheCase() {
        assertThat(Tag.without(PRESENT, List.of("TEAM", "nothing"))).containsExactly(new Tag("cost", "1"));
    }
}
