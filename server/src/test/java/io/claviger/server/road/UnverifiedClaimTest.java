package io.claviger.server.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import io.claviger.wire.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnverifiedClaimTest {

    private static final String HEADER = "AWS4-HMAC-SHA256 Credential=AKIA/20261122/eu-west-1/sts/aws4_request, x=y";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|''|Action=GetUser&Version=2010-05-08|IAM|GetUser|''",
                "-|''|Action=GetCallerIdentity|STS|GetCallerIdentity|''",
                "-|''|Action=Nonsense&Version=2011-06-15|STS|Nonsense|''",
                "-|''|''|IAM|Unknown|''",
                "-|Action=ListUsers|''|IAM|ListUsers|''",
                "-|''|Action=%zz|IAM|Unknown|''",
                HEADER + "|''|Action=GetUser|STS|GetUser|eu-west-1",
                "Bearer x|''|Action=GetUser|IAM|GetUser|''",
                "AWS4-HMAC-SHA256 Credential=AKIA/20261122/eu-west-1|''|Action=GetUser|IAM|GetUser|''",
                "-|Action=GetUser&X-Amz-Credential=AKIA%2F20261122%2Fus-east-2%2Fiam%2Faws4_request|''|IAM|GetUser|us-east-2",
            })
    void whatARequestClaimsIsReadFromItsSignatureAndItsParameters(
            String authorization, String query, String body, Service service, String action, String region) {
        List<Header> headers = authorization == null ? List.of() : List.of(new Header("authorization", authorization));
        HttpRequest request = new HttpRequest("POST", "/", query, headers, body.getBytes(StandardCharsets.UTF_8));

        assertThat(UnverifiedClaim.of(request)).isEqualTo(new UnverifiedClaim(service, action, region));
    }
}
