package io.claviger.policy;

import io.claviger.policy.ContextValue.Text;
import io.claviger.policy.ContextValue.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses, compiles, evaluates and explains arbitrary bytes as a policy of every type: the first line is the action and the
 * resource of a request, the rest the policy. Nothing may throw, and decision and explanation must agree. An entry point for Jazzer.
 */
public final class PolicyFuzz {

    private static final String ACCOUNT = "111111111111";
    private static final List<Requester> REQUESTERS = List.of(
            new Requester.User(ACCOUNT, "arn:aws:iam::111111111111:user/bob", "AIDABBBBBBBBBBBBBBBBB"),
            new Requester.Root(ACCOUNT),
            new Requester.Anonymous());

    private PolicyFuzz() {}

    /** Runs one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        int line = 0;
        while (line < Math.min(input.length, 64) && input[line] != '\n') {
            line++;
        }
        String target = new String(input, 0, line, StandardCharsets.ISO_8859_1);
        byte[] rest = Arrays.copyOfRange(input, Math.min(line + 1, input.length), input.length);
        evaluate(target, new String(rest, StandardCharsets.ISO_8859_1));
    }

    private static void evaluate(String target, String text) {
        for (PolicyType type : PolicyType.values()) {
            switch (PolicyParser.parse(text, type)) {
                case MalformedPolicy malformed -> {
                    int offset = malformed.at().offset();
                    if (offset < 0
                            || offset > text.length()
                            || malformed.reason().isEmpty()) {
                        throw new AssertionError("no place or reason: " + malformed);
                    }
                }
                case PolicyDocument document -> evaluate(target, document);
            }
        }
    }

    private static void evaluate(String target, PolicyDocument document) {
        CompiledPolicy policy = CompiledPolicy.compile("fuzz", document);
        MapContext context = MapContext.of(
                Map.of("a:s", new Text(target), "a:t", new Texts(List.of(target, "a")), "a:n", new Text("1")));
        AuthorizationRequest request = new AuthorizationRequest(target, target, context);
        PrincipalPolicies principal = PrincipalPolicies.none();
        ResourcePolicies resource = null;
        switch (document.type()) {
            case IDENTITY, PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL ->
                principal = PrincipalPolicies.of(
                        List.of(policy), policy, List.of(policy), List.of(List.of(policy), List.of(policy)));
            case RESOURCE, TRUST -> resource = ResourcePolicies.of(ACCOUNT, policy, List.of(), true);
            case RESOURCE_CONTROL -> resource = ResourcePolicies.of(ACCOUNT, null, List.of(List.of(policy)), false);
        }
        for (Requester requester : REQUESTERS) {
            Decision decision = Evaluation.decide(requester, principal, resource, request);
            Explanation explanation = Evaluation.explain(requester, principal, resource, request);
            if (!decision.equals(explanation.decision())) {
                throw new AssertionError("two decisions about one request");
            }
            explanation.statements().forEach(statement -> sentence(statement.mismatch()));
        }
        ContextKeys.of(document).forEach(key -> {
            if (key.isEmpty()) {
                throw new AssertionError("a key without a name");
            }
        });
    }

    private static void sentence(@Nullable Mismatch mismatch) {
        if (mismatch != null && mismatch.sentence().isEmpty()) {
            throw new AssertionError("nothing is said of " + mismatch);
        }
    }
}
