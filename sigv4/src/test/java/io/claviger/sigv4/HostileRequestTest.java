package io.claviger.sigv4;

import static io.claviger.sigv4.Requests.post;
import static io.claviger.sigv4.Requests.presigned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that nobody may be taken in by, each with the exact refusal. */
class HostileRequestTest {

    static Stream<Hostile> hostile() {
        return Stream.of(
                        HostileHeaders.inTheHeader(),
                        HostileContents.inTheCanonicalRequest(),
                        HostileContents.inTime(),
                        HostileQueries.inTheQuery(),
                        HostileQueries.inSize())
                .flatMap(UnaryOperator.identity());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedInAwsWords(Hostile hostile) {
        Verification<String> verification = Requests.verifier(Requests.IAM).verify(hostile.request());

        assertThat(verification).isInstanceOfSatisfying(Verification.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(hostile.code());
            assertThat(refused.refusal().message()).startsWith(hostile.message());
        });
    }

    @Test
    void thereAreManyWaysToCheat() {
        assertThat(hostile().map(Hostile::name).distinct()).hasSizeGreaterThan(110);
    }

    @Test
    void theRequestsTheyStartFromAreGood() {
        assertThat(Requests.verifier(Requests.IAM).verify(post())).isInstanceOf(Verification.Verified.class);
        assertThat(Requests.verifier(Requests.IAM).verify(presigned())).isInstanceOf(Verification.Verified.class);
    }
}
