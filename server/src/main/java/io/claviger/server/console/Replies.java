package io.claviger.server.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.server.http.Answer;
import io.claviger.sigv4.Header;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Answers to the console's own calls, none of which may be kept. */
final class Replies {

    private static final String JSON = "application/json";
    private static final Header NOT_STORED = new Header("Cache-Control", "no-store");

    private Replies() {}

    /** What was asked for. */
    static Answer ok(Json.Writing value, Header... headers) {
        return json(200, value, headers);
    }

    /** Nothing to say, and it is done. */
    static Answer done(Header... headers) {
        return answer(204, new byte[0], headers);
    }

    /** A refusal, or a failure. The message may repeat what was sent: it is written as data. */
    static Answer error(int status, String code, String message, Header... headers) {
        return json(
                status,
                json -> {
                    json.writeStartObject();
                    writeError(json, code, message);
                    json.writeEndObject();
                },
                headers);
    }

    /** A refusal with what helps to come further, under a name of its own. */
    static Answer error(int status, String code, String message, String name, Json.Writing help) {
        return json(status, json -> {
            json.writeStartObject();
            writeError(json, code, message);
            json.writeName(name);
            help.to(json);
            json.writeEndObject();
        });
    }

    private static void writeError(JsonGenerator json, String code, String message) {
        json.writeObjectPropertyStart("error");
        json.writeStringProperty("code", code);
        json.writeStringProperty("message", message);
        json.writeEndObject();
    }

    private static Answer json(int status, Json.Writing value, Header... headers) {
        return answer(status, (Json.of(value) + "\n").getBytes(UTF_8), headers);
    }

    private static Answer answer(int status, byte[] body, Header... headers) {
        List<Header> all = new ArrayList<>(List.of(headers));
        all.add(NOT_STORED);
        return new Answer(status, JSON, body, all);
    }
}
