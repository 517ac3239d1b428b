package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import io.claviger.server.rehearsal.Signing;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of an answer is the one that the header {@code Accept} asks for. */
class AnswerFormatTest {

    private static final String IDENTITY = "Action=GetCallerIdentity&Version=2011-06-15";

    private final RunningServer server = Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()));
    private final URI endpoint = server.endpoint();

    @AfterEach
    void stop() {
        server.close();
    }

    private String answer(String service, String body, String... headers) throws Exception {
        return answerSignedWith(Samples.SECRET, service, body, headers);
    }

    private String answerSignedWith(String secret, String service, String body, String... headers) throws Exception {
        String signed = new Signing(Samples.KEY_ID, secret, "us-east-1")
                .headers(service, endpoint.getAuthority(), body, Samples.NOW);
        StringBuilder request = new StringBuilder("POST / HTTP/1.1\r\nHost: " + endpoint.getAuthority() + "\r\n"
                + signed + "Content-Length: " + body.length() + "\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return Wire.exchange(endpoint, request + "\r\n" + body);
    }

    @Test
    void jsonIsWrittenIfItIsAskedFor() throws Exception {
        assertThat(answer("sts", IDENTITY, "Accept: application/json"))
                .startsWith("HTTP/1.1 200 ")
                .contains("Content-Type: application/json\r\n")
                .contains("\r\n\r\n"
                        + "{\"GetCallerIdentityResponse\":{\"GetCallerIdentityResult\":{\"Account\":\"123456789012\","
                        + "\"Arn\":\"arn:aws:iam::123456789012:user/Administrator\",\"UserId\":\"AIDA")
                .contains("},\"ResponseMetadata\":{\"RequestId\":\"");
        assertThat(answer("iam", "Action=DeleteGroup&GroupName=none&Version=2010-05-08", "accept: application/json"))
                .startsWith("HTTP/1.1 404 ")
                .contains("{\"Error\":{\"Code\":\"NoSuchEntity\",\"Message\":\"The group with name none cannot be"
                        + " found.\",\"Type\":\"Sender\"},\"RequestId\":\"");
    }

    @Test
    void refusalsOfEveryStageAreJsonToo() throws Exception {
        String json = "Accept: application/json";

        assertThat(answerSignedWith("wrong", "sts", IDENTITY, json))
                .contains("Content-Type: application/json\r\n")
                .contains("{\"Error\":{\"Code\":\"SignatureDoesNotMatch\"");
        assertThat(answer("sts", "Action=Nope&Version=2011-06-15", json))
                .contains("{\"Error\":{\"Code\":\"InvalidAction\"");
        assertThat(answer("iam", "Action=CreateUser&Version=2010-05-08", json))
                .contains("{\"Error\":{\"Code\":\"ValidationError\"");
        assertThat(answer("iam", "Action=%", json)).contains("{\"Error\":{\"Code\":\"MalformedQueryString\"");
        assertThat(Wire.exchange(endpoint, Wire.request("GET /?" + IDENTITY, json)))
                .startsWith("HTTP/1.1 403 ")
                .contains("{\"Error\":{\"Code\":\"MissingAuthenticationToken\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON;charset=utf-8",
                "application/json, text/plain, */*",
                "text/html, application/json;q=0.9, */*;q=0.8",
                "text/xml;q=0.5, application/json",
                "text/xml;q=0.5,application/json;q=0.6",
                "application/json, text/xml",
                "*/*;q=0.1, application/json;q=0.2",
                "image/png, application/json;q=0.001",
            })
    void jsonIsWhatIsPreferred(String accept) throws Exception {
        assertThat(answer("sts", IDENTITY, "Accept: " + accept)).contains("Content-Type: application/json\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/xml",
                "application/xml, application/json;q=0.9",
                "text/xml, application/json",
                "application/json;q=0",
                "application/json;q=0, */*",
                "application/json;q=0.5, */*",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "application/jsonp",
                "application/vnd.api+json",
                "application/*",
                "image/png",
                ",;q=,/",
            })
    void xmlIsWhatIsPreferredOtherwise(String accept) throws Exception {
        assertThat(answer("sts", IDENTITY, "Accept: " + accept))
                .startsWith("HTTP/1.1 200 ")
                .contains("Content-Type: text/xml\r\n")
                .contains("<GetCallerIdentityResponse ");
    }

    @Test
    void severalHeadersAreOneList() throws Exception {
        assertThat(answer("sts", IDENTITY, "Accept: text/xml;q=0.2", "Accept: application/json;q=0.3"))
                .contains("Content-Type: application/json\r\n");
        assertThat(answer("sts", IDENTITY)).contains("Content-Type: text/xml\r\n");
    }
}
