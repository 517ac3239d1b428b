package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/** Identity providers' sessions have tokens as large as asked for, and say how large they are. */
class SessionTokenSizeTest {

    private static final String TEXT = "The MinimumSessionTokenSize must be between 0 and 4096.";

    private static void assertSize(int minimum, String token, int size, int utilization) {
        assertThat(token.length()).isBetween(minimum, Math.max(minimum + 1, 1000));
        assertThat(size).isEqualTo(token.length());
        assertThat(utilization).isEqualTo(100 * size / 4096);
    }

    @Nested
    class OfOpenIdConnect extends WebIdentityGround {

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 1500, 4095, 4096})
        void isAsAskedFor(int minimum) {
            AssumeRoleWithWebIdentityResponse answer =
                    assume(token(), assume -> assume.minimumSessionTokenSize(minimum));
            assertSize(
                    minimum,
                    answer.credentials().sessionToken(),
                    answer.sessionTokenSize(),
                    answer.sessionTokenUtilization());
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 4097})
        void isNoOther(int minimum) {
            assertRefused(
                    () -> assume(token(), assume -> assume.minimumSessionTokenSize(minimum)), "ValidationError", TEXT);
        }
    }

    @Nested
    class OfSaml extends SamlRole {

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 1500, 4095, 4096})
        void isAsAskedFor(int minimum) {
            AssumeRoleWithSamlResponse answer = assume(draft(), assume -> assume.minimumSessionTokenSize(minimum));
            assertSize(
                    minimum,
                    answer.credentials().sessionToken(),
                    answer.sessionTokenSize(),
                    answer.sessionTokenUtilization());
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 4097})
        void isNoOtherAndTheResponseIsStillGood(int minimum) {
            var response = draft().signed();
            assertRefused(
                    () -> assume(request(response).toBuilder()
                            .minimumSessionTokenSize(minimum)
                            .build()),
                    "ValidationError",
                    TEXT);
            assertThat(assume(request(response)).credentials().sessionToken()).isNotEmpty();
        }
    }
}
