package io.claviger.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.claviger.server.audit.AuditEvent.Action;
import io.claviger.server.audit.AuditEvent.Kind;
import io.claviger.server.audit.AuditEvent.Origin;
import io.claviger.server.audit.AuditEvent.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

    private static String line(AuditEvent event) {
        AuditJson json = new AuditJson(null);
        json.add(event);
        return StandardCharsets.UTF_8.decode(json.takeLines()).toString();
    }

    private static AuditEvent event(String name, Map<String, Object> parameters, Outcome outcome) {
        return new AuditEvent(
                NOW,
                new AuditedIdentity(
                        "IAMUser",
                        "AIDA",
                        "arn:aws:iam::123456789012:user/bob",
                        "123456789012",
                        "ASIA",
                        "bob",
                        new AuditedIdentity.Session(null, NOW.minusSeconds(60), false, null)),
                new Action("iam.amazonaws.com", Kind.API_CALL, name, "us-east-1", () -> parameters),
                new Origin(
                        "192.0.2.1",
                        "agent",
                        "iam.example",
                        true,
                        new AuditEvent.Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384")),
                outcome,
                "11111111-2222-4333-8444-555555555555");
    }

    @Test
    void recordHasTheShapeOfCloudTrails() {
        String line = line(event(
                        "CreateUser",
                        new TreeMap<>(Map.of("userName", "carol", "tags", List.of(Map.of("key", "a")))),
                        new Outcome.Done(() -> Map.of("user", Map.of("createDate", NOW)))))
                .replaceFirst("\"eventID\":\"[0-9a-f-]{36}\"", "\"eventID\":\"ID\"");
        assertThat(line)
                .isEqualTo("{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"principalId\":\"AIDA\","
                        + "\"arn\":\"arn:aws:iam::123456789012:user/bob\",\"accountId\":\"123456789012\","
                        + "\"accessKeyId\":\"ASIA\",\"userName\":\"bob\",\"sessionContext\":{\"attributes\":"
                        + "{\"creationDate\":\"2026-11-22T09:59:00Z\",\"mfaAuthenticated\":\"false\"}}},"
                        + "\"eventTime\":\"2026-11-22T10:00:00Z\",\"eventSource\":\"iam.amazonaws.com\","
                        + "\"eventName\":\"CreateUser\",\"awsRegion\":\"us-east-1\","
                        + "\"sourceIPAddress\":\"192.0.2.1\",\"userAgent\":\"agent\","
                        + "\"requestParameters\":{\"tags\":[{\"key\":\"a\"}],\"userName\":\"carol\"},"
                        + "\"responseElements\":{\"user\":{\"createDate\":\"2026-11-22T10:00:00Z\"}},"
                        + "\"requestID\":\"11111111-2222-4333-8444-555555555555\",\"eventID\":\"ID\","
                        + "\"readOnly\":false,\"eventType\":\"AwsApiCall\",\"managementEvent\":true,"
                        + "\"recipientAccountId\":\"123456789012\",\"eventCategory\":\"Management\","
                        + "\"tlsDetails\":{\"tlsVersion\":\"TLSv1.3\",\"cipherSuite\":\"TLS_AES_256_GCM_SHA384\","
                        + "\"clientProvidedHostHeader\":\"iam.example\"}}\n");
    }

    @Test
    void whatIsAdditionalStandsBesideTheNode() {
        AuditEvent event = event("GetUser", Map.of(), new Outcome.Done(AuditEvent.NOTHING));
        AuditJson json = new AuditJson("first");
        json.add(new AuditEvent(
                event.time(),
                event.identity(),
                event.action(),
                event.origin(),
                event.outcome(),
                event.requestId(),
                Map.of("MFAUsed", "Yes")));
        assertThat(StandardCharsets.UTF_8.decode(json.takeLines()).toString())
                .contains("\"additionalEventData\":{\"MFAUsed\":\"Yes\",\"node\":\"first\"}");
    }

    @Test
    void failureTellsItsCodeAndMessage() {
        assertThat(line(event("GetUser", Map.of(), new Outcome.Failed("NoSuchEntity", "gone"))))
                .contains("\"errorCode\":\"NoSuchEntity\",\"errorMessage\":\"gone\"")
                .contains("\"requestParameters\":null,\"responseElements\":null");
    }

    @ParameterizedTest
    @CsvSource({
        "GetUser,true",
        "ListUsers,true",
        "SimulatePrincipalPolicy,true",
        "AssumeRole,true",
        "CreateUser,false",
        "TagUser,false",
        "ConsoleLogin,false"
    })
    void callsThatChangeNothingAreMarked(String name, boolean readOnly) {
        assertThat(line(event(name, Map.of(), new Outcome.Done(AuditEvent.NOTHING))))
                .contains("\"readOnly\":" + readOnly);
    }

    @Test
    void whateverACallerSendsTheLineIsBounded() {
        Map<String, Object> wide = IntStream.range(0, 5000)
                .boxed()
                .collect(Collectors.toMap(i -> "name" + i, i -> "x".repeat(i == 0 ? 1_000_000 : 10)));
        Object deep = "end";
        for (int i = 0; i < 1000; i++) {
            deep = List.of(deep);
        }
        String line = line(event(
                "X".repeat(100_000),
                Map.of("wide", wide, "deep", deep, "long", "y".repeat(1_000_000)),
                new Outcome.Failed("Code", "z".repeat(1_000_000))));
        assertThat(line.length()).isLessThan(120_000);
        assertThat(line).containsOnlyOnce("\n").endsWith("}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83d", "\ude00\ud83d", "\ud83d\ud83d\ude00", "\ud83d\ude00"})
    void halfACharacterKeepsNoCallOutOfTheTrail(String odd) {
        for (String name : List.of(odd, odd.repeat(AuditJson.MAX_TEXT), "x" + odd.repeat(AuditJson.MAX_TEXT))) {
            assertThat(line(event(name, Map.of(name, name), new Outcome.Failed("Code", name))))
                    .endsWith("}\n");
        }
    }

    @Test
    void lineAfterAnEventThatCannotBeToldIsWhole() {
        AuditJson json = new AuditJson(null);
        json.add(event("GetUser", Map.of(), new Outcome.Done(AuditEvent.NOTHING)));
        assertThatIllegalStateException()
                .isThrownBy(() -> json.add(event("GetUser", Map.of(), new Outcome.Done(() -> {
                    throw new IllegalStateException("elements that cannot be told");
                }))));
        json.add(event("ListUsers", Map.of(), new Outcome.Done(AuditEvent.NOTHING)));
        assertThat(StandardCharsets.UTF_8.decode(json.takeLines()).toString().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"eventVersion\"") && line.endsWith("}"));
    }
}
