package io.claviger.powershell.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates are .NET's: a clock, and where it hangs. The machine is in Berlin. */
class MomentTest {

    private final TimeZone before = TimeZone.getDefault();

    @BeforeEach
    void inBerlin() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterEach
    void back() {
        TimeZone.setDefault(before);
    }

    @Test
    void anOffsetMeansThisMachinesTime() {
        Moment moment = Conversion.toDateTime("2024-07-01T10:00:00Z");
        assertThat(moment).isEqualTo(new Moment(LocalDateTime.of(2024, 7, 1, 12, 0), Moment.Kind.LOCAL));
        assertThat(Conversion.toDateTime("2024-01-05T15:04:05+05:30").clock())
                .isEqualTo(LocalDateTime.of(2024, 1, 5, 10, 34, 5));
    }

    @Test
    void withoutAnOffsetNobodySaidWhere() {
        Moment moment = Conversion.toDateTime("2024-07-01 10:00");
        assertThat(moment.kind()).isEqualTo(Moment.Kind.UNSPECIFIED);
        assertThat(moment.toUniversalTime().clock()).isEqualTo(LocalDateTime.of(2024, 7, 1, 8, 0));
        assertThat(moment.toLocalTime().clock()).isEqualTo(LocalDateTime.of(2024, 7, 1, 12, 0));
    }

    @Test
    void aKeysAgeIsRightInEachZone() {
        Moment created = Moment.utc(Instant.parse("2024-07-01T10:00:00Z"));
        Moment now = Moment.local(Instant.parse("2024-07-01T11:00:00Z"));
        assertThat(now.since(created)).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-31",
                "2023-02-29",
                "2024-04-31",
                "2/30/2024",
                "Feb 30 2024",
                "2024-13-01",
                "31/12/2024",
                "20240105",
                "2024-01-05 25:00",
                "2024-01-05 12:60",
                "13:00 PM",
                "Monday, January 5, 2024"
            })
    void daysAndTimesThatDoNotExistAreErrors(String text) {
        assertThatThrownBy(() -> Conversion.toDateTime(text))
                .isInstanceOf(TerminatingError.class)
                .hasMessageContaining("was not recognized as a valid DateTime.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jan 5 2024|2024-01-05T00:00",
                "5-Jan-2024|2024-01-05T00:00",
                "5 January 2024|2024-01-05T00:00",
                "January 5, 2024|2024-01-05T00:00",
                "2024 Jan 5|2024-01-05T00:00",
                "1/5/24|2024-01-05T00:00",
                "1-5-2024|2024-01-05T00:00",
                "2024-01|2024-01-01T00:00",
                "January 2024|2024-01-01T00:00",
                "2024.01.05|2024-01-05T00:00",
                "2024/1/5|2024-01-05T00:00",
                "Friday, January 5, 2024 3:04:05 PM|2024-01-05T15:04:05",
                "Fri, 05 Jan 2024 3pm|2024-01-05T15:00",
                "2024-01-05T15:04:05.1234567|2024-01-05T15:04:05.123456700",
                "1/5/70|1970-01-05T00:00"
            })
    void datesAreReadAsPeopleWriteThem(String text, String wanted) {
        assertThat(Conversion.toDateTime(text).clock()).isEqualTo(LocalDateTime.parse(wanted));
    }
}
