package io.claviger.sigv4;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One case of AWS's published suite. */
record SuiteCase(String name, JsonNode json) {

    static Stream<SuiteCase> all() {
        try (InputStream in = SuiteCase.class.getResourceAsStream("aws-signing-test-suite.json")) {
            JsonNode suite = new ObjectMapper().readTree(Objects.requireNonNull(in));
            return suite
                    .get("cases")
                    .valueStream()
                    .map(json -> new SuiteCase(json.get("name").asString(), json))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String field) {
        return json.get(field).asString();
    }

    String credential(String field) {
        JsonNode value = json.get("context").get("credentials").get(field);
        return value == null ? "" : value.asString();
    }

    boolean normalized() {
        return json.get("context").get("normalize").asBoolean();
    }

    boolean tokenUnsigned() {
        JsonNode omitted = json.get("context").get("omit_session_token");
        return omitted != null && omitted.asBoolean();
    }

    Instant signedAt() {
        return Instant.parse(json.get("context").get("timestamp").asString());
    }

    ServiceRules rules() {
        ServiceRules rules = ServiceRules.queryService(Map.of("service", Regions.of("us-east-1")));
        return new ServiceRules(
                rules.services(),
                normalized(),
                rules.contentSha256Required(),
                rules.unsignedPayloadAllowed(),
                rules.chunkedPayloadAllowed(),
                rules.sessionTokenMayBeUnsigned(),
                rules.presigned(),
                rules.clockSkew(),
                rules.presignMax());
    }

    Verifier<String> verifier() {
        SigningSecret secret = SigningSecret.of(credential("secret_access_key"));
        return new Verifier<>(
                (id, token) -> id.equals(credential("access_key_id"))
                                && credential("token").equals(token == null ? "" : token)
                        ? new Lookup.Found<>("alice", secret)
                        : new Lookup.Unknown<>(),
                rules(),
                this::signedAt);
    }

    /** Reads one of the case's requests as it would stand on the wire; folded lines stay folded. */
    HttpRequest request(String field) {
        String text = text(field);
        int end = text.indexOf("\n\n");
        String head = end < 0 ? text : text.substring(0, end);
        String body = end < 0 ? "" : text.substring(end + 2);
        List<Header> headers = new ArrayList<>();
        String[] lines = head.split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].startsWith(" ")) {
                Header folded = headers.removeLast();
                headers.add(new Header(folded.name(), folded.value() + "\r\n" + lines[i]));
            } else if (!lines[i].isEmpty()) {
                int colon = lines[i].indexOf(':');
                headers.add(new Header(lines[i].substring(0, colon), lines[i].substring(colon + 1)));
            }
        }
        int target = lines[0].indexOf(' ') + 1;
        String uri = lines[0].substring(target, lines[0].lastIndexOf(" HTTP/1.1"));
        int question = uri.indexOf('?');
        return new HttpRequest(
                lines[0].substring(0, target - 1),
                question < 0 ? uri : uri.substring(0, question),
                question < 0 ? "" : uri.substring(question + 1),
                headers,
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return name;
    }
}
