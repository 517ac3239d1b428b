package io.claviger.policy.fuzz;

import io.claviger.policy.decision.Explanation;
import io.claviger.policy.decision.Mismatch;
import io.claviger.policy.document.ContextKeys;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.PolicyWriter;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.random.RandomPolicySituations;
import io.claviger.policy.reference.Engine;
import io.claviger.policy.reference.ReferenceEvaluator;
import io.claviger.policy.reference.Situation;
import io.claviger.policy.reference.SituationText;
import io.claviger.policy.request.Decision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses, writes, compiles, evaluates and explains arbitrary bytes as policies of every type: the first line is the action and the
 * resource of a request, the rest the policies, with form feeds between them. After a {@code #} the bytes are choices
 * instead, by which well-formed policies and requests are made. Nothing may throw, decision and explanation
 * must agree, and engine and reference evaluator too. An entry point for Jazzer.
 */
public final class PolicyFuzz {

    /** The reference evaluator takes its time: it is asked about policies of no more characters. */
    private static final int MODERATE = 1_024;

    private static final int MOST_POLICIES = 4;
    private static final int REQUESTS = 4;

    private PolicyFuzz() {}

    /** Runs one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0 && input[0] == '#') {
            choose(Arrays.copyOfRange(input, 1, input.length));
        } else {
            read(input);
        }
    }

    private static void choose(byte[] choices) {
        RandomPolicySituations world = new RandomPolicySituations(new PolicyFuzzChoices(choices));
        Situation situation = world.situation();
        for (int i = 0; i < REQUESTS; i++) {
            evaluate(situation, true);
            situation = world.again(situation);
        }
    }

    private static void read(byte[] input) {
        int line = 0;
        while (line < Math.min(input.length, 64) && input[line] != '\n') {
            line++;
        }
        String target = new String(input, 0, line, StandardCharsets.ISO_8859_1);
        byte[] rest = Arrays.copyOfRange(input, Math.min(line + 1, input.length), input.length);
        String text = new String(rest, StandardCharsets.ISO_8859_1);
        List<String> texts =
                Arrays.stream(text.split("\f", -1)).limit(MOST_POLICIES).toList();
        List<PolicyDocument> documents = new ArrayList<>();
        for (String policy : texts) {
            for (PolicyType type : PolicyType.values()) {
                if (parsed(policy, type) instanceof PolicyDocument document) {
                    documents.add(document);
                    keys(document);
                    rewritten(document);
                }
            }
        }
        if (!documents.isEmpty()) {
            boolean moderate = text.length() <= MODERATE;
            PolicyFuzzSituations.of(documents, target).forEach(situation -> evaluate(situation, moderate));
        }
    }

    private static ParsedPolicy parsed(String text, PolicyType type) {
        ParsedPolicy policy = PolicyParser.parse(text, type);
        if (policy instanceof MalformedPolicy malformed) {
            int offset = malformed.at().offset();
            if (offset < 0 || offset > text.length() || malformed.reason().isEmpty()) {
                throw new AssertionError("no place or reason: " + malformed);
            }
        }
        return policy;
    }

    private static void rewritten(PolicyDocument document) {
        String text = PolicyWriter.compact(document);
        if (!(PolicyParser.parse(text, document.type()) instanceof PolicyDocument again)
                || !PolicyWriter.compact(again).equals(text)) {
            throw new AssertionError("what was written is another policy: " + text);
        }
    }

    private static void keys(PolicyDocument document) {
        ContextKeys.of(document).forEach(key -> {
            if (key.isEmpty()) {
                throw new AssertionError("a key without a name");
            }
        });
    }

    private static void evaluate(Situation situation, boolean moderate) {
        Engine engine = Engine.of(situation);
        Decision decision = engine.decide(situation);
        Explanation explanation = engine.explain(situation);
        if (!decision.equals(explanation.decision())) {
            throw new AssertionError("two decisions about one request:" + SituationText.of(situation));
        }
        explanation.statements().forEach(statement -> sentence(statement.mismatch()));
        if (moderate) {
            String expected = ReferenceEvaluator.decide(situation);
            if (!expected.equals(Engine.words(decision))) {
                throw new AssertionError("engine: " + Engine.words(decision) + ", reference: " + expected + ":"
                        + SituationText.of(situation));
            }
        }
    }

    private static void sentence(@Nullable Mismatch mismatch) {
        if (mismatch != null && mismatch.sentence().isEmpty()) {
            throw new AssertionError("nothing is said of " + mismatch);
        }
    }
}
