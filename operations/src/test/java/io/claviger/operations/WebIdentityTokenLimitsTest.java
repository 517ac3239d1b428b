package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.claviger.access.Credential.Origin;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenRequest;
import software.amazon.awssdk.services.sts.model.Tag;

class WebIdentityTokenLimitsTest extends OnAnIssuer {

    @Test
    void aTokenDoesNotOutliveTheSessionThatAsksForIt() {
        enable();
        Actor root = bench.signedIn(ACCOUNT, Origin.SIGN_IN);
        bench.pass(Duration.ofMinutes(30));

        assertRefused(
                () -> root.sts()
                        .getWebIdentityToken(get ->
                                get.audience(AUDIENCE).signingAlgorithm("ES384").durationSeconds(3600)),
                "SessionDurationEscalationException",
                "The requested token duration would extend the session beyond its original expiration time.");
        assertThat(ask(root).expiration()).isEqualTo(Workbench.START_SECOND.plus(Duration.ofMinutes(35)));
    }

    @Test
    void aTokenThatWouldSayTooMuchIsRefused() {
        enable();
        GetWebIdentityTokenRequest.Builder request = GetWebIdentityTokenRequest.builder()
                .audience(AUDIENCE)
                .signingAlgorithm("ES384")
                .tags(IntStream.range(0, 50)
                        .mapToObj(i -> Tag.builder()
                                .key("k".repeat(50) + i)
                                .value("v".repeat(256))
                                .build())
                        .toList());
        assertRefused(
                () -> bench.administrator().call(request.build()),
                "JWTPayloadSizeExceededException",
                "JWT payload exceeds maximum allowed size");
    }

    @Test
    void fourteenThousandNineHundredEightyFourBytesOfClaimsAreTheMost() throws Exception {
        enable();
        int others = SignedJWT.parse(token("")).getPayload().toBytes().length;
        int room = 14_984 - others;
        assertThat(SignedJWT.parse(token("a".repeat(room))).getPayload().toBytes())
                .hasSize(14_984);
        assertThat(Refusal.of(() -> token("a".repeat(room + 1))).code()).isEqualTo("JWTPayloadSizeExceededException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "ES256", "es384"})
    void otherAlgorithmsAreRefused(String algorithm) {
        enable();
        assertRefused(
                () -> bench.administrator()
                        .sts()
                        .getWebIdentityToken(get -> get.audience(AUDIENCE).signingAlgorithm(algorithm)),
                "ValidationError",
                "Requested SigningAlgorithm is not supported. See the GetWebIdentityToken documentation for supported"
                        + " algorithms");
    }

    @Test
    void aTagKeyMayStandOnce() {
        enable();
        assertRefused(
                () -> bench.administrator()
                        .sts()
                        .getWebIdentityToken(get -> get.audience(AUDIENCE)
                                .signingAlgorithm("ES384")
                                .tags(
                                        Tag.builder().key("job").value("7").build(),
                                        Tag.builder().key("Job").value("8").build())),
                "InvalidParameterValue",
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    @Test
    void policiesLimitAudienceDurationAlgorithmAndTags() {
        enable();
        Actor limited = bench.user("limited", """
                {"Version": "2012-10-17", "Statement": {
                  "Effect": "Allow", "Action": "sts:GetWebIdentityToken", "Resource": "*",
                  "Condition": {
                    "ForAllValues:StringEquals": {"sts:IdentityTokenAudience": "https://api.example.com"},
                    "NumericLessThanEquals": {"sts:DurationSeconds": 300},
                    "StringEquals": {"sts:SigningAlgorithm": "ES384"}}}}""");

        assertThat(ask(limited).webIdentityToken()).isNotEmpty();
        String denied =
                "User: " + ARN + "user/limited is not authorized to perform: sts:GetWebIdentityToken on resource: "
                        + SELF + " because no identity-based policy allows the sts:GetWebIdentityToken action";
        for (GetWebIdentityTokenRequest other : List.of(
                request("https://other.example.com", "ES384", 300),
                request(AUDIENCE, "RS256", 300),
                request(AUDIENCE, "ES384", 301))) {
            assertRefused(() -> limited.call(other), "AccessDenied", denied);
        }
        assertRefused(
                () -> limited.call(request(AUDIENCE, "ES384", 60).toBuilder()
                        .tags(Tag.builder().key("job").value("7").build())
                        .build()),
                "AccessDenied",
                denied.replace("sts:GetWebIdentityToken", "sts:TagGetWebIdentityToken"));
    }

    /** A token for twenty audiences, which are so much longer together. */
    private String token(String longer) {
        List<String> audience = IntStream.range(0, 20)
                .mapToObj(i -> "x"
                        + longer.substring(
                                Math.min(longer.length(), i * 900), Math.min(longer.length(), (i + 1) * 900)))
                .toList();
        return bench.administrator()
                .sts()
                .getWebIdentityToken(get -> get.audience(audience).signingAlgorithm("ES384"))
                .webIdentityToken();
    }

    private static GetWebIdentityTokenRequest request(String audience, String algorithm, int seconds) {
        return GetWebIdentityTokenRequest.builder()
                .audience(audience)
                .signingAlgorithm(algorithm)
                .durationSeconds(seconds)
                .build();
    }
}
