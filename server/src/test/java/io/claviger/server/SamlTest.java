package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.federation.saml.IdentityProvider;
import io.claviger.federation.saml.ResponseDraft;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AssumeRoleWithSAML on the wire: nobody signs it, and the response is nowhere written down. */
class SamlTest {

    private static final IdentityProvider IDP = IdentityProvider.named("https://idp.example/metadata");
    private static final String ROLE = "arn:aws:iam::123456789012:role/sso";
    private static final String PROVIDER = "arn:aws:iam::123456789012:saml-provider/corp";

    @TempDir
    private Path directory = Path.of("");

    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        server = Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.of(directory.resolve("audit"))));
        signed("Action=CreateSAMLProvider&Version=2010-05-08&Name=corp&SAMLMetadataDocument="
                + Samples.encoded(IDP.metadata()));
        signed("Action=CreateRole&Version=2010-05-08&RoleName=sso&AssumeRolePolicyDocument="
                + Samples.encoded(
                        ("{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'sts:AssumeRoleWithSAML',"
                                        + "'Principal':{'Federated':'" + PROVIDER + "'}}}")
                                .replace('\'', '"')));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void signed(String body) throws Exception {
        assertThat(Samples.call(server.endpoint(), Samples.NOW, Samples.KEY_ID, Samples.SECRET, "iam", body))
                .startsWith("HTTP/1.1 200 ");
    }

    private String post(String response) throws Exception {
        String body = "Action=AssumeRoleWithSAML&Version=2011-06-15&RoleArn=" + Samples.encoded(ROLE) + "&PrincipalArn="
                + Samples.encoded(PROVIDER) + "&SAMLAssertion=" + Samples.encoded(response);
        URI endpoint = server.endpoint();
        return Wire.exchange(
                endpoint,
                "POST / HTTP/1.1\r\nHost: " + endpoint.getAuthority()
                        + "\r\nContent-Type: application/x-www-form-urlencoded; charset=utf-8\r\nContent-Length: "
                        + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    }

    private List<String> audit(String name) throws Exception {
        server.close();
        return Samples.audited(directory.resolve(name), "AssumeRoleWithSAML");
    }

    @Test
    void nobodySignsItAndAuditNamesWhomTheProviderVouchesFor() throws Exception {
        String response =
                ResponseDraft.of(IDP, Samples.NOW, ROLE, PROVIDER, "alice").signed();
        assertThat(post(response))
                .startsWith("HTTP/1.1 200 ")
                .contains("<AssumeRoleWithSAMLResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">")
                .contains("<Arn>arn:aws:sts::123456789012:assumed-role/sso/alice</Arn>")
                .contains("<Subject>_cbb88bf52c2510eabe00c1642d4643f41430fe25e3</Subject>")
                .contains("<SubjectType>persistent</SubjectType>")
                .contains("<Issuer>https://idp.example/metadata</Issuer>")
                .contains("<Audience>https://signin.aws.amazon.com/saml</Audience>")
                .contains("<NameQualifier>LinabYqtglDDs4fgSiyieEGd1m8=</NameQualifier>");
        assertThat(audit("audit"))
                .singleElement()
                .asString()
                .contains("\"userIdentity\":{\"type\":\"SAMLUser\",\"principalId\":"
                        + "\"LinabYqtglDDs4fgSiyieEGd1m8=:_cbb88bf52c2510eabe00c1642d4643f41430fe25e3\"")
                .contains("\"identityProvider\":\"LinabYqtglDDs4fgSiyieEGd1m8=\"")
                .doesNotContain(response.substring(0, 40));
    }

    @Test
    void aRefusalHasAwssCodeAndStatusAndAuditNamesNobody() throws Exception {
        assertThat(post("bm9uZQ=="))
                .startsWith("HTTP/1.1 400 ")
                .contains("<Code>InvalidIdentityToken</Code>")
                .contains("<Message>Your request included an invalid SAML response</Message>");
        assertThat(post(ResponseDraft.of(IDP, Samples.NOW, ROLE, PROVIDER, "alice")
                        .failing()
                        .signed()))
                .startsWith("HTTP/1.1 403 ")
                .contains("<Code>IDPRejectedClaim</Code>");
        assertThat(post("x".repeat(100_001))).startsWith("HTTP/1.1 400 ").contains("<Code>ValidationError</Code>");
        assertThat(audit("audit/unverified"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("\"type\":\"Unknown\""));
    }
}
