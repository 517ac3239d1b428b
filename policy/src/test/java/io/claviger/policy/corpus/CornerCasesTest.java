package io.claviger.policy.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.request.CredentialKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That each of the sixty-five corner cases of the documentation is accounted for, by its number. */
@Tag("long")
class CornerCasesTest {

    private static final int CASES = 65;

    /** What is no decision of the engine's, and which test shows it. */
    private static final Map<Integer, String> ELSEWHERE = Map.of(
            17,
                    "policy/src/test/java/io/claviger/policy/corpus/CornerCasesTest.java#theEffectMustBeWrittenInTheRightCase",
            29,
                    "operations/src/test/java/io/claviger/operations/UserTagsTest.java#aTagTakesThePlaceOfOneOfTheSameKeyWhateverTheCase",
            50, "iam/src/test/java/io/claviger/iam/TagTest.java#aNewTagOfAPresentKeyTakesItsPlaceWhateverTheCase",
            59,
                    "operations/src/test/java/io/claviger/operations/ManagedPoliciesTest.java#whiteSpaceDoesNotCountTowardsTheSizeOfADocument",
            60, "policy/src/test/java/io/claviger/policy/corpus/CornerCasesTest.java#aMemberStandsOnceInAStatement",
            61,
                    "policy/src/test/java/io/claviger/policy/corpus/CornerCasesTest.java#aKeyStandsOnceUnderAnOperatorWhateverItsCase",
            62, "operations/src/test/java/io/claviger/operations/UsersTest.java#aNameIsTakenWhateverItsCase",
            65,
                    "policy/src/test/java/io/claviger/policy/corpus/CornerCasesTest.java#federatedUsersHaveNoBusinessInIam");

    /** What calls of STS answer whatever policies say (45 to 49), and what nobody may do to AWS's own policies (63). */
    private static final Set<Integer> NOT_OF_THE_ENGINE = Set.of(45, 46, 47, 49, 63);

    @Test
    void everyCornerCaseIsOnRecordOrTestedElsewhere() {
        Set<Integer> recorded = DecisionCorpus.all()
                .filter(decision -> decision.file().endsWith("corner-cases"))
                .map(decision -> Integer.valueOf(decision.name().split(":", 2)[0]))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> all = new TreeSet<>(recorded);
        all.addAll(ELSEWHERE.keySet());
        all.addAll(NOT_OF_THE_ENGINE);
        assertThat(recorded).doesNotContainAnyElementsOf(ELSEWHERE.keySet());
        assertThat(recorded).doesNotContainAnyElementsOf(NOT_OF_THE_ENGINE);
        assertThat(all)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, CASES).boxed().toList());
    }

    @Test
    void theTestsElsewhereExist() throws IOException {
        for (String test : ELSEWHERE.values()) {
            List<String> parts = List.of(test.split("#", 2));
            assertThat(Files.readString(Path.of("..", parts.getFirst().split("/"))))
                    .contains(" " + parts.getLast() + "(");
        }
    }

    private static ParsedPolicy parse(String statement) {
        return PolicyParser.parse(
                "{\"Version\": \"2012-10-17\", \"Statement\": {" + statement.replace('`', '"') + "}}",
                PolicyType.IDENTITY);
    }

    @Test
    void theEffectMustBeWrittenInTheRightCase() {
        assertThat(parse("`Effect`: `Allow`, `Action`: `*`, `Resource`: `*`")).isInstanceOf(PolicyDocument.class);
        assertThat(parse("`Effect`: `allow`, `Action`: `*`, `Resource`: `*`")).isInstanceOf(MalformedPolicy.class);
    }

    @Test
    void aMemberStandsOnceInAStatement() {
        assertThat(parse("`Effect`: `Allow`, `Action`: `a:b`, `Action`: `a:c`, `Resource`: `*`"))
                .isInstanceOf(MalformedPolicy.class);
    }

    @Test
    void aKeyStandsOnceUnderAnOperatorWhateverItsCase() {
        assertThat(parse("`Effect`: `Allow`, `Action`: `*`, `Resource`: `*`,"
                        + "`Condition`: {`StringEquals`: {`aws:username`: `a`, `aws:UserName`: `b`}}"))
                .isInstanceOf(MalformedPolicy.class);
    }

    @Test
    void federatedUsersHaveNoBusinessInIam() {
        assertThat(CredentialKind.FEDERATED_SESSION.barred("iam", "GetUser")).isPresent();
    }
}
