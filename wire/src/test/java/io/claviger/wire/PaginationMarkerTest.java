package io.claviger.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaginationMarkerTest {

    private static final String SCOPE = "ListUsers/123456789012";
    private static final PaginationMarker.Read FOREIGN =
            new PaginationMarker.Read.Foreign(new WireError("ValidationError", 400, "Invalid Marker."));

    @ParameterizedTest
    @ValueSource(strings = {"", "bob", "a-name-that-is-exactly-long", "\u00e9\u0430\ud800\udf30"})
    void aMarkerIsReadBackForItsOwnList(String position) {
        String marker = PaginationMarker.encode(SCOPE, position);
        assertThat(PaginationMarker.decode(SCOPE, marker)).isEqualTo(new PaginationMarker.Read.At(position));
        assertThat(PaginationMarker.decode("ListRoles/123456789012", marker)).isEqualTo(FOREIGN);
        assertThat(marker).matches("[\\u0020-\\u00FF]+");
    }

    @Test
    void everyDamageIsNoticed() {
        String marker = PaginationMarker.encode(SCOPE, "some-user");
        for (int i = 0; i < marker.length(); i++) {
            for (char other : "AaZz09-_+/= ".toCharArray()) {
                String damaged = marker.substring(0, i) + other + marker.substring(i + 1);
                if (!damaged.equals(marker)) {
                    assertThat(PaginationMarker.decode(SCOPE, damaged)).isEqualTo(FOREIGN);
                }
            }
            assertThat(PaginationMarker.decode(SCOPE, marker.substring(0, i))).isEqualTo(FOREIGN);
        }
        assertThat(PaginationMarker.decode(SCOPE, marker + "A")).isEqualTo(FOREIGN);
        assertThat(PaginationMarker.decode(SCOPE, marker + "==")).isEqualTo(FOREIGN);
    }

    @Test
    void theLongestPositionStillMakesAMarkerThatIamTakes() {
        String longest = "p".repeat(PaginationMarker.MAX_POSITION_LENGTH);
        assertThat(PaginationMarker.encode(SCOPE, longest)).hasSizeLessThanOrEqualTo(PaginationMarker.MAX_LENGTH);
        assertThatIllegalArgumentException().isThrownBy(() -> PaginationMarker.encode(SCOPE, longest + "p"));
    }
}
