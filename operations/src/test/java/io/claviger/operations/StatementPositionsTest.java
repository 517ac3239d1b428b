package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where results say that statements stand. */
class StatementPositionsTest extends OnASimulator {

    static Stream<List<String>> positions() {
        return Stream.of(
                // Recorded: the text, with ~ for a line's end and ' for a quotation mark, and where AWS sees the
                // statement.
                List.of("{'Statement': {'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': '*'}}", "1:16-1:77"),
                List.of(
                        "{~  'Statement': {~    'Effect': 'Allow',~    'Action': 's3:GetObject',~    'Resource': '*'~  }~}",
                        "2:17-6:4"),
                List.of(
                        "{'Id': 'caf\u00e9', 'Statement': [{'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': '*'}]}",
                        "1:30-1:92"),
                List.of(
                        " ~{~  'Version': '2012-10-17',~  'Statement': [~    {~      'Effect': 'Allow',~      'Action':"
                                + " 's3:GetObject',~      'Resource': '*'~    }~  ]~}~ ",
                        "4:17-9:6"),
                List.of(
                        "{~  'Statement': [~    {'Effect': 'Deny', 'Action': 's3:X', 'Resource': '*'},~    {~"
                                + "      'Effect': 'Allow',~      'Action': 's3:GetObject',~      'Resource': '*'~    }~  ]~}",
                        "3:58-8:6"));
    }

    @ParameterizedTest
    @MethodSource("positions")
    void aStatementStandsWhereAwsSeesIt(List<String> textAndPosition) {
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            String text = textAndPosition.getFirst().replace('\'', '"').replace("~", lineEnd);

            assertThat(told(only(request -> request.policyInputList(text)).matchedStatements()))
                    .as(text)
                    .containsExactly("PolicyInputList.1 IAM Policy " + textAndPosition.getLast());
        }
    }
}
