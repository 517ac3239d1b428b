package io.claviger.server.console;

import io.claviger.operations.gate.Refused;
import io.claviger.operations.language.PolicyFindings;
import io.claviger.operations.language.PolicyFindings.Found;
import io.claviger.server.console.SignedCalls.Signed;
import io.claviger.server.http.Answer;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** What is wrong with the text of a policy. Thread-safe. */
final class FindingCalls {

    private final PolicyFindings findings = new PolicyFindings();

    /** What the validator finds in a document. */
    Answer findings(Signed signed, Map<String, Object> body) {
        if (!(body.get("document") instanceof String document) || !(body.get("type") instanceof String type)) {
            throw Refused.invalidInput("The texts document and type are needed.");
        }
        List<Found> found = findings.of(document, type)
                .orElseThrow(() -> Refused.invalidInput("The type is IDENTITY_POLICY, RESOURCE_POLICY,"
                        + " SERVICE_CONTROL_POLICY or RESOURCE_CONTROL_POLICY."));
        return Replies.ok(json -> {
            json.writeStartArray();
            found.forEach(one -> finding(json, one));
            json.writeEndArray();
        });
    }

    private static void finding(JsonGenerator json, Found found) {
        json.writeStartObject();
        json.writeStringProperty("type", found.type());
        json.writeStringProperty("code", found.code());
        json.writeStringProperty("message", found.message());
        json.writeNumberProperty("line", found.line());
        json.writeNumberProperty("column", found.column());
        json.writeNumberProperty("endLine", found.endLine());
        json.writeNumberProperty("endColumn", found.endColumn());
        if (!found.path().isEmpty()) {
            json.writeStringProperty("path", found.path());
        }
        json.writeEndObject();
    }
}
