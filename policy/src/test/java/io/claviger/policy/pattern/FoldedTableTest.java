package io.claviger.policy.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTableTest {

    private static <V> @Nullable V find(FoldedTable<V> table, String text, int length) {
        return table.get(text, length, FoldedTable.hash(text, length));
    }

    private static FoldedTable<Integer> of(int size) {
        Map<String, Integer> entries = new HashMap<>();
        for (int i = 0; i < size; i++) {
            entries.put("Service" + i, i);
        }
        return new FoldedTable<>(entries);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 63, 64, 65, 1000})
    void everyKeyIsFoundInEitherCaseAndNoOther(int size) {
        FoldedTable<Integer> table = of(size);
        for (int i = 0; i < size; i++) {
            String key = "Service" + i;
            assertThat(find(table, key, key.length())).isEqualTo(i);
            assertThat(find(table, key.toLowerCase(Locale.ROOT), key.length())).isEqualTo(i);
            assertThat(find(table, key.toUpperCase(Locale.ROOT), key.length())).isEqualTo(i);
            assertThat(find(table, "t" + key.substring(1), key.length())).isNull();
        }
        assertThat(find(table, "Service" + size, 7 + Integer.toString(size).length()))
                .isNull();
        assertThat(find(table, "", 0)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"s3:GetObject, 2, 1", "S3:GetObject, 2, 1", "s3:GetObject, 3, ", "s3x, 3, 3", "s3x, 1, 2"})
    void onlyTheFirstCharactersOfATextAreLookedUp(String text, int length, @Nullable Integer found) {
        assertThat(find(new FoldedTable<>(Map.of("s3", 1, "s", 2, "s3x", 3)), text, length))
                .isEqualTo(found);
    }

    @Test
    void textsWithOneHashAreToldApart() {
        for (String[] pair : new String[][] {{"az", "b["}, {"\0a", "a"}, {"a", "\0a"}}) {
            assertThat(FoldedTable.hash(pair[0], pair[0].length()))
                    .isEqualTo(FoldedTable.hash(pair[1], pair[1].length()));
            assertThat(find(new FoldedTable<>(Map.of(pair[0], 1)), pair[1], pair[1].length()))
                    .isNull();
            FoldedTable<Integer> both = new FoldedTable<>(Map.of(pair[0], 1, pair[1], 2));
            assertThat(find(both, pair[0], pair[0].length())).isEqualTo(1);
            assertThat(find(both, pair[1], pair[1].length())).isEqualTo(2);
        }
    }
}
