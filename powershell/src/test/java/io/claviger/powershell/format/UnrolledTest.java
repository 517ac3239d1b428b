package io.claviger.powershell.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.powershell.value.TerminatingError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnrolledTest {

    @Test
    void listsInListsGiveTheirItemsInOrder() {
        List<Object> given = new ArrayList<>();
        Unrolled.forEach(List.of(1, List.of(2, List.of(), List.of(3)), 4), given::add);

        assertThat(given).containsExactly(1, 2, 3, 4);
    }

    /** Sixty lists, each of which has the next one twice. */
    @Test
    void aListThatHasItselfManyTimesOverIsRefused() {
        List<?> items = List.of();
        for (int i = 0; i < 60; i++) {
            items = List.of(items, items);
        }
        List<?> all = items;

        assertThatThrownBy(() -> Unrolled.forEach(all, item -> {}))
                .isInstanceOf(TerminatingError.class)
                .hasMessageContaining("The array would be too long.");
    }
}
