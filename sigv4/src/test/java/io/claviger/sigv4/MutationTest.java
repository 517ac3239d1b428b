package io.claviger.sigv4;

import static io.claviger.sigv4.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.sigv4.Verification.Verified;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * A signed request with one character changed anywhere is never verified, unless it still means the same: a query
 * parameter, path, header value or {@code Authorization} that is another spelling of what was signed.
 */
class MutationTest {

    private static final int MUTATIONS = 3_000;
    private static final String INTERESTING = "\0\t\n\r !%&+,-./0:;=?AZaz~\u007f\u0130\u017f\u212a\ud800";

    private final Verifier<String> verifier = Requests.verifier(Requests.IAM);

    @RepeatedTest(4)
    void aChangeIsFoundOut(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        HttpRequest plain = new HttpRequest(
                "POST",
                "/some/Path%20/x",
                "Action=List%20Users&empty=&x=a+b",
                Requests.without(Requests.plainPost(), "User-Agent").headers(),
                Requests.plainPost().body());
        for (int i = 0; i < MUTATIONS; i++) {
            HttpRequest good = random.nextBoolean()
                    ? Requests.signer().sign(plain, NOW)
                    : Requests.signer().presign(plain, NOW, Duration.ofMinutes(5));
            HttpRequest mutant = mutate(good, random);
            if (verifier.verify(mutant) instanceof Verified<String>) {
                assertThat(meaning(mutant))
                        .as("%s %s", mutant.headers(), mutant)
                        .isEqualTo(meaning(good));
            }
        }
    }

    private static HttpRequest mutate(HttpRequest good, Random random) {
        List<Header> headers = new ArrayList<>(good.headers());
        byte[] body = good.body().clone();
        String method = good.method();
        String path = good.path();
        String query = good.query();
        switch (random.nextInt(6)) {
            case 0 -> method = mutate(method, random);
            case 1 -> path = mutate(path, random);
            case 2 -> query = mutate(query, random);
            case 3 -> body[random.nextInt(body.length)] ^= (byte) (1 + random.nextInt(255));
            default -> {
                int at = random.nextInt(headers.size());
                Header header = headers.get(at);
                boolean name = random.nextInt(8) == 0;
                headers.set(
                        at,
                        new Header(
                                name ? mutate(header.name(), random) : header.name(),
                                name ? header.value() : mutate(header.value(), random)));
            }
        }
        return new HttpRequest(method, path, query, headers, body);
    }

    private static String mutate(String text, Random random) {
        int at = random.nextInt(text.length());
        char now = random.nextBoolean()
                ? INTERESTING.charAt(random.nextInt(INTERESTING.length()))
                : (char) (text.charAt(at) ^ (1 << random.nextInt(7)));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + now + text.substring(at);
            default -> text.substring(0, at) + now + text.substring(at + 1);
        };
    }

    /** What a server would understand, by rules written down a second time and more simply. */
    private static List<Object> meaning(HttpRequest request) {
        List<String> parameters = new ArrayList<>();
        for (String parameter : request.query().split("&", -1)) {
            if (!parameter.isEmpty()) {
                String full = parameter.contains("=") ? parameter : parameter + "=";
                parameters.add(URLDecoder.decode(full, StandardCharsets.ISO_8859_1) + full.indexOf('='));
            }
        }
        List<String> headers = new ArrayList<>();
        for (Header header : request.headers()) {
            String value = header.value().strip();
            headers.add(header.name().toLowerCase(Locale.ROOT)
                    + (header.name().equalsIgnoreCase("Authorization")
                            ? value.replaceAll("[, \t]+", ",").replaceAll(",$", "")
                            : value.replaceAll("(\r?\n[ \t]|[ \t])+", " ")));
        }
        return List.of(
                request.method(),
                URI.create(request.path().replaceAll("/+", "/")).normalize(),
                parameters.stream().sorted().toList(),
                headers,
                List.of(Arrays.hashCode(request.body())));
    }
}
