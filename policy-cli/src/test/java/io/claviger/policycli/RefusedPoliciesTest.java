package io.claviger.policycli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Claviger refuses a policy for is one error, alone and beside others. */
class RefusedPoliciesTest {

    private static final Pattern FINDING = Pattern.compile("(?m)^(error|[a-z ]*warning|suggestion) +\\S+ +([A-Z_]+)$");

    @ParameterizedTest
    @CsvSource({
        "Bool, aws:SecureTransport, maybe, TYPE_MISMATCH_BOOLEAN",
        "Null, aws:SourceIp, maybe, TYPE_MISMATCH_BOOLEAN",
        "NumericEquals, s3:max-keys, abc, TYPE_MISMATCH_NUMBER",
        "NumericEquals, s3:max-keys, 0x10, TYPE_MISMATCH_NUMBER",
        "DateLessThan, aws:CurrentTime, tomorrow, TYPE_MISMATCH_DATE",
        "IpAddress, aws:SourceIp, 1.2.3, TYPE_MISMATCH_IP_RANGE",
        "BinaryEquals, aws:username, abc, TYPE_MISMATCH_STRING",
    })
    void valueThatAnOperatorCannotCompare(String operator, String key, String value, String code) {
        String condition = "{\"%s\":{\"%s\":\"%s\"}}".formatted(operator, key, value);
        assertThat(findings("Allow", condition))
                .filteredOn(finding -> finding.startsWith("error"))
                .containsExactly("error " + code);
        assertThat(findings("Allw", condition))
                .filteredOn(finding -> !finding.equals("error INVALID_EFFECT"))
                .isEqualTo(findings("Allow", condition));
    }

    @Test
    void valueBesideAWrongEffect() {
        assertThat(findings("Allw", "{\"Bool\":{\"aws:SecureTransport\":\"maybe\"}}"))
                .containsExactlyInAnyOrder("error INVALID_EFFECT", "error TYPE_MISMATCH_BOOLEAN");
    }

    @Test
    void errorThatIsNoneForTheParserHidesNoneOfTheParsers() {
        String document =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:NoSuchAction\","
                        + "\"Resource\":\"*\",\"Condition\":{\"ArnLike\":{\"aws:SourceArn\":\"x\"}}}}";
        assertThat(findings(document)).containsExactlyInAnyOrder("error MALFORMED_POLICY", "error INVALID_ACTION");
    }

    private static List<String> findings(String effect, String condition) {
        return findings("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"" + effect
                + "\",\"Action\":\"s3:ListBucket\",\"Resource\":\"*\",\"Condition\":" + condition + "}}");
    }

    private static List<String> findings(String document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = new PolicyProgram(
                        Path.of(""),
                        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                        stream,
                        stream,
                        Map.of())
                .run(List.of("validate", "-"));
        assertThat(status).isOne();
        return FINDING.matcher(out.toString(StandardCharsets.UTF_8))
                .results()
                .map((MatchResult found) -> found.group(1) + " " + found.group(2))
                .toList();
    }
}
