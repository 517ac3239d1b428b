package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.claviger.federation.oidc.Addresses;
import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.composition.Settings;
import io.claviger.server.http.Wire;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AssumeRoleWithWebIdentity on the wire: nobody signs it, and the token is nowhere written down. */
class WebIdentityTest {

    private static final String ISSUER = "https://issuer.example/cluster";
    private static final String ROLE = "arn:aws:iam::123456789012:role/pod";

    @TempDir
    Path directory;

    private RSAKey key;
    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        Path keys = Files.writeString(directory.resolve("keys.json"), new JWKSet(key).toString());
        Settings usual = Samples.settings(new DataLocation.InMemory(), Optional.of(directory.resolve("audit")));
        server = Samples.start(Samples.with(
                usual, new OpenIdConnect.Settings(Addresses.PUBLIC, Map.of(ISSUER, keys)), usual.console()));
        signed(
                "iam",
                "Action=CreateOpenIDConnectProvider&Version=2010-05-08&Url=" + encoded(ISSUER)
                        + "&ClientIDList.member.1=sts.amazonaws.com");
        signed(
                "iam",
                "Action=CreateRole&Version=2010-05-08&RoleName=pod&AssumeRolePolicyDocument="
                        + encoded(
                                ("{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity',"
                                                + "'Principal':{'Federated':'arn:aws:iam::123456789012:oidc-provider/issuer.example/cluster'}}}")
                                        .replace('\'', '"')));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String signed(String service, String body) throws Exception {
        return Samples.call(server.endpoint(), Samples.NOW, Samples.KEY_ID, Samples.SECRET, service, body);
    }

    private String post(String body) throws Exception {
        URI endpoint = server.endpoint();
        return Wire.exchange(
                endpoint,
                "POST / HTTP/1.1\r\nHost: " + endpoint.getAuthority()
                        + "\r\nContent-Type: application/x-www-form-urlencoded; charset=utf-8\r\nContent-Length: "
                        + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    }

    private String token() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject("system:serviceaccount:app:web")
                        .audience("sts.amazonaws.com")
                        .issueTime(Date.from(Samples.NOW))
                        .expirationTime(Date.from(Samples.NOW.plus(Duration.ofMinutes(10))))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String call(String token) {
        return "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=web&RoleArn=" + encoded(ROLE)
                + "&WebIdentityToken=" + encoded(token);
    }

    private List<String> audit(String file) throws Exception {
        server.close();
        try (Stream<Path> files = Files.list(directory.resolve(file))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(one -> {
                        try {
                            return Files.readAllLines(one).stream();
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .filter(line -> line.contains("\"eventName\":\"AssumeRoleWithWebIdentity\""))
                    .toList();
        }
    }

    @Test
    void nobodySignsItAndAuditNamesWhomTheProviderVouchesFor() throws Exception {
        String token = token();
        assertThat(post(call(token)))
                .startsWith("HTTP/1.1 200 ")
                .contains("<AssumeRoleWithWebIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">")
                .contains("<SubjectFromWebIdentityToken>system:serviceaccount:app:web</SubjectFromWebIdentityToken>")
                .contains("<Audience>sts.amazonaws.com</Audience>")
                .contains("<Provider>arn:aws:iam::123456789012:oidc-provider/issuer.example/cluster</Provider>")
                .contains("<Arn>arn:aws:sts::123456789012:assumed-role/pod/web</Arn>");
        assertThat(audit("audit"))
                .singleElement()
                .asString()
                .contains("\"userIdentity\":{\"type\":\"WebIdentityUser\",\"principalId\":"
                        + "\"issuer.example/cluster:sts.amazonaws.com:system:serviceaccount:app:web\","
                        + "\"userName\":\"system:serviceaccount:app:web\",\"identityProvider\":"
                        + "\"arn:aws:iam::123456789012:oidc-provider/issuer.example/cluster\"}")
                .contains("\"eventName\":\"AssumeRoleWithWebIdentity\"")
                .contains("\"roleSessionName\":\"web\"")
                .contains("\"readOnly\":")
                .doesNotContain(token);
    }

    @Test
    void aSignatureMakesNoDifferenceAndTheQueryServesToo() throws Exception {
        assertThat(signed("sts", call(token()))).startsWith("HTTP/1.1 200 ");
        assertThat(Wire.exchange(server.endpoint(), Wire.request("GET /?" + call(token()))))
                .startsWith("HTTP/1.1 200 ");
        assertThat(Samples.call(server.endpoint(), Samples.NOW, Samples.KEY_ID, "wrong", "sts", call(token())))
                .startsWith("HTTP/1.1 403 ")
                .contains("SignatureDoesNotMatch");
    }

    @Test
    void aRefusalHasAwssStatusAndIsNotedAsUnverified() throws Exception {
        String damaged = token().substring(0, token().length() - 8) + "AAAAAAAA";
        assertThat(post(call(damaged)))
                .startsWith("HTTP/1.1 400 ")
                .contains("<Code>InvalidIdentityToken</Code>")
                .contains("<Message>Token signature invalid</Message>");
        assertThat(post(call(token()).replace("role%2Fpod", "role%2Fother")))
                .startsWith("HTTP/1.1 403 ")
                .contains("<Code>AccessDenied</Code>")
                .contains("<Message>Not authorized to perform sts:AssumeRoleWithWebIdentity</Message>");
        assertThat(post(call("abc")))
                .startsWith("HTTP/1.1 400 ")
                .contains("ValidationError")
                .contains("webIdentityToken");
        assertThat(audit("audit/unverified"))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .contains("\"type\":\"Unknown\"")
                        .contains("InvalidIdentityToken")
                        .doesNotContain(damaged));
        assertThat(audit("audit"))
                .singleElement()
                .asString()
                .contains("\"type\":\"WebIdentityUser\"")
                .contains("AccessDenied");
    }

    @Test
    void nothingElseGoesWithoutASignature() throws Exception {
        for (String body : List.of(
                "Action=GetCallerIdentity&Version=2011-06-15",
                "Action=AssumeRole&Version=2011-06-15&RoleSessionName=web&RoleArn=" + encoded(ROLE),
                call(token()).replace("2011-06-15", "2010-05-08"),
                call(token()).replace("AssumeRoleWithWebIdentity", "assumerolewithwebidentity"),
                call(token()).replace("Action=", "Action=GetCallerIdentity&Action="),
                "")) {
            assertThat(post(body)).as(body).startsWith("HTTP/1.1 403 ").contains("MissingAuthenticationToken");
        }
    }
}
