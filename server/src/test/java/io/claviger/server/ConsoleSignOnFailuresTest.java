package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.federation.oidc.TestIssuer;
import io.claviger.server.console.SignOnFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single sign-on that ends without a session, and what the person is shown. */
class ConsoleSignOnFailuresTest extends ConsoleSignOnContract {

    ConsoleSignOnFailuresTest(@TempDir Path directory) throws Exception {
        super(directory);
    }

    private void assertFailed(HttpResponse<String> answer, String code) {
        assertThat(location(answer)).isEqualTo("../#/sign-in?error=" + code);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("claviger-console="));
    }

    @Test
    void anotherBrowserCannotFinishWhatOneBegan() {
        start();
        String state = asked.get("state");
        String cookie = visitor.cookie();
        visitor.keeping("");
        assertFailed(comeBack(), "SignInInterrupted");

        start();
        assertFailed(visitor.get("/console/single-sign-on/done?code=the-code&state=" + state), "SignInInterrupted");
        visitor.keeping(cookie.substring(0, cookie.length() - 2) + "xx");
        assertFailed(visitor.get("/console/single-sign-on/done?code=the-code&state=" + state), "SignInInterrupted");
        visitor.keeping("claviger-sign-on=made-up");
        assertFailed(comeBack(), "SignInInterrupted");
    }

    @Test
    void whoTakesTooLongBeginsAgain() {
        start();
        now.set(Samples.NOW.plus(Duration.ofMinutes(10)));
        assertFailed(comeBack(), "SignInInterrupted");
    }

    @Test
    void tokenThatWasNotAskedForByThisBrowserIsRefused() {
        start();
        nonce = given -> "another";
        assertFailed(comeBack(), "InvalidIdentityToken");
    }

    @Test
    void codeOfSomebodyElseIsRefusedByTheProvider() {
        start();
        assertFailed(
                visitor.get("/console/single-sign-on/done?code=stolen&state=" + asked.get("state")), "ProviderRefused");
    }

    @Test
    void trustPolicyDecidesWhoGetsTheRole() throws Exception {
        iam("UpdateAssumeRolePolicy&RoleName=People&PolicyDocument="
                + Samples.encoded("""
                        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity",
                        "Principal":{"Federated":"arn:aws:iam::123456789012:oidc-provider/NAME"},
                        "Condition":{"StringEquals":{"NAME:sub":"person-2"}}}}""".replace("NAME", issuer.name())));
        start();
        assertFailed(comeBack(), "AccessDenied");
    }

    @Test
    void whatTheProviderRefusesOrDoesNotAnswerIsSaid() throws Exception {
        start();
        assertFailed(
                visitor.get("/console/single-sign-on/done?error=access_denied&state=" + asked.get("state")),
                "ProviderRefused");
        issuer.discovers(exchange -> TestIssuer.json(exchange, 503, "{}"));
        assertFailed(
                visitor.get("/console/single-sign-on/start?account=123456789012&name=Acme+%26+Co"),
                "ProviderUnreachable");
        assertFailed(visitor.get("/console/single-sign-on/start?account=123456789012&name=Other"), "NoSuchProvider");
        iam("DeleteOpenIDConnectProvider&OpenIDConnectProviderArn="
                + Samples.encoded("arn:aws:iam::123456789012:oidc-provider/" + issuer.name()));
        assertFailed(
                visitor.get("/console/single-sign-on/start?account=123456789012&name=Acme+%26+Co"), "NoSuchProvider");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{\"providers\":{}}",
                "{\"providers\":[1]}",
                "{\"providers\":[\"text\"]}",
                "{\"providers\":[],\"more\":true}",
                "{\"providers\":[{\"name\":\"A\"}]}",
                "{\"providers\":[{\"name\":\"A\",\"issuer\":\"http://i\",\"clientId\":\"c\",\"role\":\"arn:aws:iam::123456789012:role/R\"}]}",
                "{\"providers\":[{\"name\":\"A\",\"issuer\":\"https://i\",\"clientId\":\"c\",\"role\":\"R\"}]}",
                "{\"providers\":[{\"name\":\"A\",\"isuer\":\"https://i\"}]}"
            })
    void fileThatSetsUpSomethingElseIsRefused(String content) throws Exception {
        Path file = Files.writeString(directory.resolve("sign-on.json"), content);

        assertThatThrownBy(() -> SignOnFile.read(file)).isInstanceOf(IllegalArgumentException.class);
    }
}
