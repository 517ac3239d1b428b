package io.claviger.policy;

import io.claviger.policy.ContextValue.Text;
import io.claviger.policy.ContextValue.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Parses, compiles and evaluates arbitrary bytes: the first line is the policy's action and resource in a request, the rest
 * the policy. Nothing may throw, and the engine must decide the same twice. An entry point for Jazzer.
 */
public final class PolicyFuzz {

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
        switch (PolicyParser.parse(text, PolicyType.IDENTITY)) {
            case MalformedPolicy malformed -> {
                int offset = malformed.at().offset();
                if (offset < 0 || offset > text.length()) {
                    throw new AssertionError("position outside of the text: " + malformed);
                }
            }
            case PolicyDocument document -> {
                CompiledPolicy policy = CompiledPolicy.compile("fuzz", document);
                PrincipalPolicies principal = PrincipalPolicies.of(List.of(policy), policy, List.of(policy));
                MapContext context = MapContext.of(
                        Map.of("a:s", new Text(target), "a:t", new Texts(List.of(target, "a")), "a:n", new Text("1")));
                AuthorizationRequest request = new AuthorizationRequest(target, target, context);
                if (!principal.decide(request).equals(principal.decide(request))) {
                    throw new AssertionError("two decisions about one request");
                }
            }
        }
    }
}
