package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers, proxies, regions and certificates of calls. */
class ConnectionTest extends CredentialFiles {

    /** Otherwise another application at the server's root would get the call. */
    @Test
    void anEndpointsPathIsItsOwn() throws IOException {
        desk.write("credentials", BASE.replace("<url>", "<url>/a%20b/sts"));
        desk.write("config", ROLE);
        assertThat(desk.run(
                        "Get-IAMUser -ProfileName role -EndpointUrl " + desk.url() + "/iam/",
                        "Get-IAMUser -ProfileName base -EndpointUrl " + desk.url() + "/"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls).extracting(TestSession.Call::path).containsExactly("/a b/sts", "/iam/", "/");
    }

    /** A token that was read from a file may have a line end; what no header can have is repeated nowhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$env:AWS_SESSION_TOKEN = \"SECRET`nTOKEN\"; Get-IAMUser",
                "$env:AWS_SECRET_ACCESS_KEY = \"SECRET`nTOKEN\"; Get-IAMUser",
                "$env:AWS_ACCESS_KEY_ID = \"SECRET`nTOKEN\"; Get-IAMUser",
                "Get-IAMUser -AccessKey A -SecretKey s -SessionToken \"SECRET`r`nTOKEN\"",
                "Get-IAMUser -AccessKey A -SecretKey s -SessionToken \"SECRET\u00e9TOKEN\"",
                "Get-IAMUser -Credential (New-AWSCredential -AK A -SK s -ST \"SECRET`nTOKEN\")",
                "Get-IAMUser -ProfileName program",
            })
    void keysThatNoHeaderCanHaveAreRepeatedNowhere(String line) throws IOException {
        desk.write("config", """
                [profile program]
                credential_process = printf %s '{"Version":1,"AccessKeyId":"A","SecretAccessKey":"s","SessionToken":"SECRET\\nTOKEN"}'
                """);
        desk.environment.put("AWS_ENDPOINT_URL", desk.url());
        desk.environment.put("AWS_ACCESS_KEY_ID", "A");
        desk.environment.put("AWS_SECRET_ACCESS_KEY", "s");
        assertThat(desk.run(line)).isOne();
        assertThat(desk.err() + desk.out()).contains("character").doesNotContain("SECRET");
        assertThat(desk.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* | true",
                "127.0.0.1 | true",
                "*.example.com, 127.0.0.1 | true",
                "[::1],(a,127.0.0.1 | true",
                "*.0.0.1 | true",
                ".0.0.1 | true",
                "0.0.1 | true",
                "27.0.0.1 | false",
                "127x0.0.1 | false",
                "127.0.0 | false",
                "'' | false",
            })
    void noProxyNamesWhoIsCalledWithoutOne(String hosts, boolean direct) throws IOException {
        desk.write("credentials", BASE);
        desk.environment.put("http_proxy", "http://127.0.0.1:1");
        desk.environment.put("no_proxy", hosts);
        desk.environment.put("AWS_MAX_ATTEMPTS", "1");
        assertThat(desk.run("Get-IAMUser -ProfileName base")).as(desk.err()).isEqualTo(direct ? 0 : 1);
        assertThat(desk.calls).hasSize(direct ? 1 : 0);
    }

    /** Nor by a server's that listens at the usual port here, if there is one: the name is known to nobody. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://proxy.invalid | cannot be reached",
                "proxy.invalid | cannot be reached",
                "https://proxy.invalid/ | cannot be reached",
                "http://user:secret@ | http_proxy is not the address of a proxy.",
                "http:// | http_proxy is not the address of a proxy.",
                "a b | http_proxy is not the address of a proxy.",
            })
    void nobodyIsCalledWithoutTheProxyThatIsNamed(String proxy, String complaint) throws IOException {
        desk.write("credentials", BASE);
        desk.environment.put("http_proxy", proxy);
        desk.environment.put("AWS_MAX_ATTEMPTS", "1");
        assertThat(desk.run("Get-IAMUser -ProfileName base")).isOne();
        assertThat(desk.calls).isEmpty();
        assertThat(desk.err()).contains(complaint).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example/", "a.b", "eu-west-1#", "eu west", "x@y", "eu-west-1\u00e9"})
    void aRegionThatWouldMakeAnotherServersNameIsRefused(String region) throws IOException {
        desk.write("credentials", BASE.replace("eu-central-1", region));
        assertThat(desk.run("Get-IAMUser -ProfileName base")).isOne();
        assertThat(desk.err())
                .isEqualTo("Get-IAMUser: '" + region
                        + "' (from the profile 'base') is not the system name of a region.\n");
        assertThat(desk.calls).isEmpty();
    }

    @Test
    void aProfileWithoutARegionIsOfTheDefaultProfilesRegion() throws IOException {
        desk.write("credentials", BASE.replace("region = eu-central-1\n", ""));
        desk.write("config", "[default]\nregion = eu-west-3\n");
        assertThat(desk.run("Get-STSCallerIdentity -ProfileName base"))
                .as(desk.err())
                .isZero();
        assertThat(desk.calls.getFirst().region()).isEqualTo("eu-west-3");
    }

    @Test
    void theServerIsKnownByTheCertificatesThatTheProfileNames() throws IOException {
        desk.write("credentials", BASE.replace("[base]", "[default]") + "ca_bundle = nowhere.pem\n");
        assertThat(desk.run("Get-IAMUser -EndpointUrl https://localhost:1")).isOne();
        assertThat(desk.err()).contains("The trusted certificates in '", "nowhere.pem' cannot be read");
    }

    @Test
    void whereNoCertificateIsShownNoneIsRead() throws IOException {
        desk.write("credentials", BASE.replace("[base]", "[default]") + "ca_bundle = nowhere.pem\n");
        assertThat(desk.run("Get-IAMUser")).isZero();
    }
}
