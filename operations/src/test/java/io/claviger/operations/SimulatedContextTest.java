package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.ContextEntry;

/** The condition keys that requests give: their types and values, as far as recorded from AWS. */
class SimulatedContextTest extends OnASimulator {

    private static ContextEntry entry(String type, String... values) {
        return ContextEntry.builder()
                .contextKeyName("x:key")
                .contextKeyType(type)
                .contextKeyValues(values)
                .build();
    }

    private String decision(String condition, ContextEntry... entries) {
        return only(request -> request.policyInputList(ifKeyIs(READ, condition)).contextEntries(entries))
                .evalDecisionAsString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    string  | a                             | 'StringEquals':{'x:key':'a'}
                    numeric | 01.00                         | 'NumericEquals':{'x:key':'1'}
                    numeric | +1                            | 'NumericEquals':{'x:key':'1'}
                    numeric | 1e2                           | 'NumericEquals':{'x:key':'100'}
                    numeric | 25e-1                         | 'NumericLessThan':{'x:key':'2.6'}
                    boolean | TRUE                          | 'Bool':{'x:key':'true'}
                    date    | 2035-01-02                    | 'DateEquals':{'x:key':'2035-01-02T00:00:00Z'}
                    date    | 2035-01                       | 'DateEquals':{'x:key':'2035-01-01T00:00:00Z'}
                    date    | 2035-01-02T03:04Z             | 'DateEquals':{'x:key':'2035-01-02T03:04:00Z'}
                    date    | 2035-01-02T03:04:05           | 'DateEquals':{'x:key':'2035-01-02T03:04:05Z'}
                    date    | 2035-01-02T03:04:05.123+02:00 | 'DateLessThan':{'x:key':'2035-01-02T01:04:06Z'}
                    date    | 1735787045                    | 'DateEquals':{'x:key':'2025-01-02T03:04:05Z'}
                    ip      | 192.0.2.1                     | 'IpAddress':{'x:key':'192.0.2.0/24'}
                    ip      | 2001:0db8::1                  | 'IpAddress':{'x:key':'2001:db8::/32'}
                    ip      | 2001:0db8::1                  | 'StringEquals':{'x:key':'2001:0db8::1'}
                    binary  | YQ==                          | 'BinaryEquals':{'x:key':'YQ=='}
                    """)
    void aValueOfEveryTypeIsCompared(String type, String value, String condition) {
        assertThat(decision(condition, entry(type, value))).isEqualTo("allowed");
        assertThat(decision(
                        "'ForAllValues:" + condition.substring(1) + ",'Null':{'x:key':'false'}",
                        entry(type + "List", value, value)))
                .isEqualTo("allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "numeric, abc, numeric format",
        "numeric, NaN, numeric format",
        "numeric, 0x10, numeric format",
        "numeric, ' 1 ', numeric format",
        "numeric, Infinity, numeric format",
        "date, tomorrow, DateTime format",
        "date, 2035-13, DateTime format",
        "ip, 999.0.0.1, IP address",
        "ip, 192.0.2.0/24, IP address",
        "ip, fe80::1%eth0, IP address",
        "binary, !base64, base-64 encoded binary format",
        "binary, YQ, base-64 encoded binary format",
        "binary, YR==, base-64 encoded binary format",
        "binary, YQ-_, base-64 encoded binary format"
    })
    void aValueThatIsNotOfItsTypeIsRefused(String type, String value, String expected) {
        String text = "Invalid context value for key x:key: expected " + expected + ".";

        assertRefused(() -> decision("'Null':{'x:key':'true'}", entry(type, value)), "InvalidInput", text);
        assertRefused(() -> decision("'Null':{'x:key':'true'}", entry(type + "List", value)), "InvalidInput", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "false"})
    void whatIsNotTrueIsTakenAsABooleanThatIsNot(String value) {
        assertThat(decision("'Bool':{'x:key':'true'}", entry("boolean", value))).isEqualTo("implicitDeny");
    }

    @Test
    void aSingleValueIsOne() {
        assertRefused(
                () -> decision("'Null':{'x:key':'true'}", entry("string", "a", "b")),
                "InvalidInput",
                "Context key string expected a single value, but received 2.");
        assertThat(decision("'ForAllValues:StringEquals':{'x:key':['a','b']}", entry("stringList", "a", "b")))
                .isEqualTo("allowed");
        // A list of one is a list: without a set operator it does not match.
        assertThat(decision("'StringEquals':{'x:key':'a'}", entry("stringList", "a")))
                .isEqualTo("implicitDeny");
    }

    @Test
    void anEntryHasANameATypeAndValues() {
        assertRefused(
                () -> decision("'Null':{'x:key':'true'}", entry("string")),
                "InvalidInput",
                "Context values for context key x:key cannot be null or empty.");
        assertRefused(
                () -> decision(
                        "'Null':{'x:key':'true'}",
                        entry("string", "a").toBuilder()
                                .contextKeyType((String) null)
                                .build()),
                "InvalidInput",
                "Context key x:key has invalid type null.");
        assertRefused(
                () -> decision(
                        "'Null':{'x:key':'true'}",
                        entry("string", "a").toBuilder().contextKeyName(null).build()),
                "InvalidInput",
                "ContextKeyName cannot be null or empty.");
        assertThat(decision("'Null':{'x:key':'true'}", ContextEntry.builder().build()))
                .isEqualTo("allowed");
    }

    @Test
    void aKeyIsGivenOnce() {
        assertRefused(
                () -> decision("'Null':{'x:key':'true'}", entry("string", "a"), text("X:KEY", "b")),
                "InvalidInput",
                "Duplicate context key: X:KEY.");
    }

    @Test
    void anEmptyTextIsAValue() {
        assertThat(decision("'Null':{'x:key':'false'}", entry("string", ""))).isEqualTo("allowed");
        assertThat(List.of(decision("'Null':{'x:key':'true'}", entry("string", ""))))
                .containsExactly("implicitDeny");
    }
}
