package io.claviger.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.DenialText;
import io.claviger.policy.decision.Evaluation;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.MapContext;
import io.claviger.policy.request.Requester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of this module's README. */
class ReadmeTest {

    @Test
    void exampleAllows() {
        String text = """
                {
                  "Version": "2012-10-17",
                  "Statement": {
                    "Sid": "Own",
                    "Effect": "Allow",
                    "Action": "s3:Get*",
                    "Resource": "arn:aws:s3:::photos/${aws:username}/*"
                  }
                }
                """;
        CompiledPolicy policy = switch (PolicyParser.parse(text, PolicyType.IDENTITY)) {
            case PolicyDocument document -> CompiledPolicy.compile("own-photos", document);
            case MalformedPolicy malformed -> throw new IllegalArgumentException(malformed.reason());
        };

        Requester alice =
                new Requester.User("111122223333", "arn:aws:iam::111122223333:user/alice", "AIDAALICEEXAMPLE12345");
        PrincipalPolicies policies = PrincipalPolicies.of(List.of(policy), null, null);
        AuthorizationRequest request = new AuthorizationRequest(
                "s3:GetObject",
                "arn:aws:s3:::photos/alice/cat.jpg",
                MapContext.of(Map.of("aws:username", new ContextValue.Text("alice"))));

        String answer = switch (Evaluation.decide(alice, policies, null, request)) {
            case Decision.Allowed(var by) -> "yes, by " + by;
            case Decision.Denied denied -> "no, " + DenialText.reason(request.action(), denied);
        };
        assertThat(answer).isEqualTo("yes, by MatchedStatement[policy=own-photos, index=0, sid=Own]");
    }

    @Test
    void exampleIsTheOneOfThePage() throws IOException {
        String page = Files.readString(Path.of("README.md"));
        String example = page.substring(page.indexOf("```java\n") + 8, page.indexOf("```\n\nA `CompiledPolicy`"));
        String tested = Files.readString(Path.of("src/test/java/io/claviger/policy/ReadmeTest.java"));
        assertThat(squeezed(tested)).contains(squeezed(example));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
