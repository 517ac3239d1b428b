package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.FirstStart;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.composition.Settings;
import io.claviger.server.http.Wire;
import io.claviger.server.rehearsal.Signing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTest {

    private static final Pattern NEW_SECRET = Pattern.compile("<SecretAccessKey>([^<]+)</SecretAccessKey>");

    @TempDir
    Path directory;

    private static String call(URI endpoint, String service, String body) throws IOException, GeneralSecurityException {
        return Samples.call(endpoint, Samples.NOW, Samples.KEY_ID, Samples.SECRET, service, body);
    }

    private static String get(URI endpoint, String path) throws IOException {
        return Wire.exchange(endpoint, Wire.request("GET " + path));
    }

    @Test
    void healthAndMetersNeedNoSignatureAndEverythingElseDoes() throws Exception {
        Settings settings = Samples.settings(new DataLocation.InMemory(), Optional.empty());
        try (RunningServer server = Samples.start(settings)) {
            assertThat(get(server.endpoint(), "/health/live")).startsWith("HTTP/1.1 200 ");
            assertThat(get(server.endpoint(), "/health/ready")).startsWith("HTTP/1.1 200 ");
            assertThat(get(server.endpoint(), "/metrics")).startsWith("HTTP/1.1 200 ");
            assertThat(get(server.endpoint(), "/?Action=GetCallerIdentity&Version=2011-06-15"))
                    .startsWith("HTTP/1.1 403 ")
                    .contains("MissingAuthenticationToken");
            assertThat(get(server.endpoint(), "/anything")).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void metersCountCallsByTheirOutcomeAndNeverByWhatAClientMadeUp() throws Exception {
        Settings settings = Samples.settings(new DataLocation.InMemory(), Optional.empty());
        try (RunningServer server = Samples.start(settings)) {
            URI endpoint = server.endpoint();
            call(endpoint, "sts", "Action=GetCallerIdentity&Version=2011-06-15");
            call(endpoint, "sts", "Action=GetCallerIdentity&Version=2011-06-15");
            call(endpoint, "iam", "Action=GetUser&UserName=nobody&Version=2010-05-08");
            call(endpoint, "iam", "Action=MadeUp&Version=2010-05-08");
            call(endpoint, "iam", "Action=CreateUser&UserName=bob&Version=2010-05-08");
            Samples.call(endpoint, Samples.NOW, Samples.KEY_ID, "wrong", "sts", "Action=GetCallerIdentity");

            assertThat(get(endpoint, "/metrics").lines())
                    .contains(
                            "claviger_requests_total{action=\"GetCallerIdentity\",code=\"OK\",service=\"sts\"} 2.0",
                            "claviger_requests_total{action=\"GetUser\",code=\"NoSuchEntity\",service=\"iam\"} 1.0",
                            "claviger_requests_total{action=\"unknown\",code=\"InvalidAction\",service=\"iam\"} 1.0",
                            "claviger_request_seconds_count{action=\"GetCallerIdentity\",service=\"sts\"} 2",
                            "claviger_signatures_refused_total{code=\"SignatureDoesNotMatch\"} 1.0",
                            "claviger_decisions_total{result=\"denied\"} 0.0")
                    .anyMatch(line -> line.matches("claviger_store_write_seconds_count [1-9][0-9]*"))
                    .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"))
                    .noneMatch(line -> line.contains("MadeUp"));
        }
    }

    @Test
    void everyCallIsAuditedAndNoSecretIs() throws Exception {
        Path audit = directory.resolve("audit");
        Settings settings = Samples.settings(new DataLocation.InMemory(), Optional.of(audit));
        String newSecret;
        try (RunningServer server = Samples.start(settings)) {
            URI endpoint = server.endpoint();
            call(endpoint, "sts", "Action=GetCallerIdentity&Version=2011-06-15");
            call(endpoint, "iam", "Action=CreateUser&UserName=bob&Version=2010-05-08");
            Matcher secret =
                    NEW_SECRET.matcher(call(endpoint, "iam", "Action=CreateAccessKey&UserName=bob&Version=2010-05-08"));
            assertThat(secret.find()).isTrue();
            newSecret = secret.group(1);
            Samples.call(endpoint, Samples.NOW, Samples.KEY_ID, "wrong", "sts", "Action=GetCallerIdentity");
            Wire.exchange(endpoint, signIn("not the password"));
            Wire.exchange(endpoint, signIn("correct+horse"));
        }
        List<String> lines = auditLines(audit);
        List<String> unverified = auditLines(audit.resolve("unverified"));
        assertThat(lines).hasSize(4);
        assertThat(unverified).hasSize(2);
        assertThat(lines.get(0))
                .contains("\"eventName\":\"GetCallerIdentity\"")
                .contains("\"arn\":\"arn:aws:iam::123456789012:user/Administrator\"")
                .contains("\"sourceIPAddress\":\"127.0.0.1\"");
        assertThat(lines.get(1)).contains("\"requestParameters\":{\"userName\":\"bob\"}");
        assertThat(lines.get(2)).contains("\"eventName\":\"CreateAccessKey\"").contains("\"accessKeyId\":\"AKIA");
        assertThat(lines.get(3)).contains("\"ConsoleLogin\":\"Success\"");
        assertThat(unverified.get(0))
                .contains("\"type\":\"Unknown\"")
                .contains("\"errorCode\":\"SignatureDoesNotMatch\"")
                .contains("\"eventSource\":\"sts.amazonaws.com\",\"eventName\":\"GetCallerIdentity\"")
                .contains("\"awsRegion\":\"us-east-1\"")
                .contains("\"additionalEventData\":{\"signatureVerified\":false}");
        assertThat(unverified.get(1))
                .contains("\"eventName\":\"ConsoleLogin\"")
                .contains("\"ConsoleLogin\":\"Failure\"");
        assertThat(String.join("\n", lines) + String.join("\n", unverified))
                .doesNotContain(newSecret, Samples.SECRET, Samples.PASSWORD, "not the password", "argon2");
    }

    private static String signIn(String password) {
        String form = "AccountId=123456789012&UserName=root&Password=" + password.replace(' ', '+');
        return Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form;
    }

    private static List<String> auditLines(Path audit) throws IOException {
        try (Stream<Path> files = Files.list(audit)) {
            return Files.readAllLines(
                    files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
    }

    @Test
    void whatWasWrittenIsThereAfterTheNextStart() throws Exception {
        DataLocation data = new DataLocation.Directory(directory.resolve("data"), Optional.empty());
        Settings settings = Samples.settings(data, Optional.empty());
        try (RunningServer server = Samples.start(settings)) {
            assertThat(server.account()).isInstanceOf(FirstStart.Outcome.Created.class);
            call(server.endpoint(), "iam", "Action=CreateUser&UserName=bob&Version=2010-05-08");
        }
        try (RunningServer server = Samples.start(settings)) {
            assertThat(server.account()).isEqualTo(new FirstStart.Outcome.Existing(Samples.ACCOUNT));
            assertThat(call(server.endpoint(), "iam", "Action=GetUser&UserName=bob&Version=2010-05-08"))
                    .startsWith("HTTP/1.1 200 ");
            assertThat(call(
                            server.endpoint(),
                            "iam",
                            "Action=GetAccessKeyLastUsed&AccessKeyId=" + Samples.KEY_ID + "&Version=2010-05-08"))
                    .contains("<LastUsedDate>2026-11-22T10:00:00Z</LastUsedDate>");
        }
    }

    @ParameterizedTest
    @CsvSource({"eu-west-1, 200", "us-east-1, 200", "xx-nowhere-9, 200", "cn-north-1, 200", "not_a_region, 403"})
    void anyRegionSignsByDefault(String region, int status) throws Exception {
        Settings settings = with(List.of(), Optional.empty());
        assertThat(settings.homeRegion()).isEqualTo("us-east-1");
        assertThat(settings.partition().id()).isEqualTo("aws");
        try (RunningServer server = Samples.start(settings)) {
            for (String service : List.of("iam", "sts")) {
                assertThat(callFrom(server.endpoint(), region, service)).startsWith("HTTP/1.1 " + status + " ");
            }
        }
    }

    @Test
    void regionsThatAreGivenLimitWhoSignsAndTheFirstDecidesThePartition() throws Exception {
        Settings settings = with(List.of("cn-north-1", "eu-west-1"), Optional.empty());
        try (RunningServer server = Samples.start(settings)) {
            assertThat(callFrom(server.endpoint(), "cn-north-1", "sts"))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("arn:aws-cn:iam::");
            assertThat(callFrom(server.endpoint(), "eu-west-1", "sts")).startsWith("HTTP/1.1 200 ");
            assertThat(callFrom(server.endpoint(), "eu-west-2", "sts"))
                    .startsWith("HTTP/1.1 403 ")
                    .contains("Credential should be scoped to a valid region");
            assertThat(callFrom(server.endpoint(), "us-east-1", "iam")).startsWith("HTTP/1.1 200 ");
            assertThat(callFrom(server.endpoint(), "us-east-1", "sts")).startsWith("HTTP/1.1 403 ");
        }
    }

    private static Settings with(List<String> regions, Optional<Path> audit) {
        Settings all = Samples.settings(new DataLocation.InMemory(), audit);
        return new Settings(
                all.data(), regions, all.quotas(), all.cached(), all.metrics(), all.audit(), all.firstStart());
    }

    private static String callFrom(URI endpoint, String region, String service) throws Exception {
        String body = service.equals("sts")
                ? "Action=GetCallerIdentity&Version=2011-06-15"
                : "Action=GetUser&Version=2010-05-08";
        String signed = new Signing(Samples.KEY_ID, Samples.SECRET, region)
                .headers(service, endpoint.getAuthority(), body, Samples.NOW);
        return Wire.exchange(
                endpoint,
                "POST / HTTP/1.1\r\nHost: " + endpoint.getAuthority() + "\r\n" + signed + "Content-Length: "
                        + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    }

    @Test
    void operationThatNobodyHasIsRefusedAndNotInTheLog() throws Exception {
        try (LogLines log = LogLines.from("io.claviger");
                RunningServer server = Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()))) {
            for (int i = 0; i < 3; i++) {
                assertThat(call(server.endpoint(), "iam", "Action=MadeUp" + i + "&Version=2010-05-08"))
                        .contains("InvalidAction");
            }
            assertThat(log.messages()).noneMatch(line -> line.contains("InvalidAction"));
        }
    }

    @Test
    void metersCanBeSwitchedOff() throws Exception {
        Settings all = Samples.settings(new DataLocation.InMemory(), Optional.empty());
        Settings without = new Settings(
                all.data(), all.regions(), all.quotas(), all.cached(), false, all.audit(), all.firstStart());
        try (RunningServer server = Samples.start(without)) {
            assertThat(get(server.endpoint(), "/metrics")).startsWith("HTTP/1.1 404 ");
            assertThat(call(server.endpoint(), "sts", "Action=GetCallerIdentity&Version=2011-06-15"))
                    .startsWith("HTTP/1.1 200 ");
        }
    }
}
