package io.claviger.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of the README, compiled, run, and compared with what the README says. */
class ReadmeTest {

    private final SigningSecret secret = SigningSecret.of(Requests.SECRET);

    private String answer(HttpRequest request) {
        // example
        // Who owns which key. A lookup has no effects: nothing is proven yet.
        CredentialSource<String> source =
                (accessKeyId, sessionToken) -> accessKeyId.equals("AKIAIOSFODNN7EXAMPLE") && sessionToken == null
                        ? new Lookup.Found<>("alice", secret)
                        : new Lookup.Unknown<>();

        Verifier<String> verifier = new Verifier<>(
                source, ServiceRules.queryService(Map.of("iam", Regions.of("us-east-1"))), InstantSource.system());

        String answer = switch (verifier.verify(request)) {
            case Verification.Verified<String> verified -> "200 hello, " + verified.principal();
            case Verification.Refused<String>(var refusal, var accessKeyId) ->
                refusal.code().httpStatus() + " " + refusal.code().wireCode() + ": " + refusal.message();
        };
        // end
        return answer;
    }

    @Test
    void theExampleAnswers() {
        Instant now = InstantSource.system().instant();

        assertThat(answer(Requests.signer().sign(Requests.plainPost(), now))).isEqualTo("200 hello, alice");
        assertThat(answer(Requests.plainPost()))
                .isEqualTo("403 MissingAuthenticationToken: Request is missing Authentication Token");
    }

    @Test
    void theReadmeShowsThisVeryCode() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/claviger/sigv4/ReadmeTest.java"));
        String example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("        // end\n"));

        assertThat(withoutLayout(Files.readString(Path.of("README.md")))).contains(withoutLayout(example));
    }

    private static String withoutLayout(String code) {
        return code.replaceAll("\\s+", "");
    }
}
