package io.claviger.policy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.random.RandomPolicyPrincipals;
import io.claviger.policy.reference.Engine;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.reference.ReferenceEvaluator;
import io.claviger.policy.reference.Situation;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Decision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Inputs on which an engine that tries one way after another would not end in years. The bounds of time tell that apart
 * from slow machines by many orders of magnitude.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
@Tag("long")
class PolicyFuzzHardInputsTest {

    private static final int QUOTA = 6_144;
    private static final String STARS = "*a".repeat(40) + "b";
    private static final String LONG = "a".repeat(300);

    private static Situation situation(PolicyDocument policy, String action, String resource) {
        return new Situation(
                RandomPolicyPrincipals.REQUESTERS.get(1),
                List.of(policy),
                null,
                null,
                List.of(),
                null,
                action,
                resource,
                Map.of(
                        "a:s",
                        new ContextValue.Text(LONG),
                        "a:arn",
                        new ContextValue.Text("arn:aws:x:" + LONG + ":1:" + LONG)));
    }

    private static String decided(Situation situation) {
        Engine engine = Engine.of(situation);
        Decision decision = engine.decide(situation);
        assertThat(engine.explain(situation).decision()).isEqualTo(decision);
        return Engine.words(decision);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Action':'x:%s','Resource':'*'",
                "'Action':'*','Resource':'arn:aws:s3:::%s'",
                "'Action':'*','Resource':'arn:aws:x:%s:1:t'",
                "'Action':'*','Resource':'*','Condition':{'StringLike':{'a:s':'%s'}}",
                "'Action':'*','Resource':'*','Condition':{'StringLike':{'a:s':'${a:no, 'a'}%s'}}",
                "'Action':'*','Resource':'*','Condition':{'ArnLike':{'a:arn':'arn:aws:x:%s:1:%1$s'}}"
            })
    void fortyStarsBeforeLettersThatDoNotComeEnd(String elements) {
        String written = elements.formatted(STARS)
                .replace("'a'}", "#a#}")
                .replace('\'', '"')
                .replace('#', '\'');
        PolicyDocument policy = Policies.parsed(
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",%s}}".formatted(written));
        for (String resource : List.of("arn:aws:s3:::" + LONG, "arn:aws:x:" + LONG + ":1:t")) {
            Situation no = situation(policy, "x:" + LONG, resource);
            assertThat(decided(no)).isEqualTo("Implicit:IDENTITY");
            assertThat(ReferenceEvaluator.decide(no)).isEqualTo("Implicit:IDENTITY");
        }
    }

    @Test
    void fortyStarsBeforeLettersThatComeMatch() {
        PolicyDocument policy = Policies.parsed(
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"x:%1$s\",\"Resource\":\"arn:aws:s3:::%1$s\"}}"
                        .formatted(STARS));
        Situation yes = situation(policy, "x:" + LONG + "b", "arn:aws:s3:::" + LONG + "b");
        assertThat(decided(yes)).isEqualTo("Allow");
        assertThat(ReferenceEvaluator.decide(yes)).isEqualTo("Allow");
    }

    /** One pattern as long as the quota lets it be, and as many short ones as fit. */
    @ParameterizedTest
    @ValueSource(strings = {"*a", "*?", "*a?", "*aa*?a"})
    void aPolicyOfTheWorstWildcardsIsDecided(String part) {
        String frame = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":[\"arn:aws:s3:::%sb\"]}}";
        int room = QUOTA - frame.length() + 2;
        String single = frame.formatted(part.repeat(room / part.length()));
        String one = part.repeat(20) + "b\",\"arn:aws:s3:::";
        String many = frame.formatted(one.repeat(room / one.length()));
        for (String text : List.of(single, many)) {
            PolicyDocument policy = Policies.parsed(text);
            assertThat(policy.size()).isBetween(QUOTA * 9 / 10, QUOTA);
            String resource = "arn:aws:s3:::" + "a".repeat(AuthorizationRequest.MAX_LENGTH - 13);
            assertThat(decided(situation(policy, "s3:GetObject", resource))).isEqualTo("Implicit:IDENTITY");
            assertThatCode(() -> PolicyFuzz.fuzzerTestOneInput(
                            ("arn:aws:s3:::aaaab\n" + text).getBytes(StandardCharsets.ISO_8859_1)))
                    .doesNotThrowAnyException();
        }
    }
}
