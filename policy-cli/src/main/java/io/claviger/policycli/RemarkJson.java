package io.claviger.policycli;

import io.claviger.policy.validation.Location;
import io.claviger.policy.validation.PathElement;
import io.claviger.policy.validation.TextPosition;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Remarks as a program reads them: findings as ValidatePolicy of Access Analyzer answers them, each with its file.
 *
 * @see <a href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicyFinding.html">ValidatePolicyFinding</a>
 */
final class RemarkJson {

    private final JsonGenerator json;

    private RemarkJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(List<Remark> remarks) {
        return Json.object(json -> Json.objects(json, "findings", remarks, new RemarkJson(json)::remark));
    }

    private void remark(Remark remark) {
        json.writeStringProperty("file", remark.source().name());
        json.writeStringProperty("findingType", remark.type().name());
        json.writeStringProperty("issueCode", remark.code());
        json.writeStringProperty("findingDetails", remark.details());
        Json.text(json, "learnMoreLink", remark.link());
        Json.objects(json, "locations", remark.locations(), this::location);
    }

    private void location(Location location) {
        Json.objects(json, "path", location.path(), this::element);
        json.writeObjectPropertyStart("span");
        position("start", location.span().start());
        position("end", location.span().end());
        json.writeEndObject();
    }

    private void element(PathElement element) {
        switch (element) {
            case PathElement.Index(int index) -> json.writeNumberProperty("index", index);
            case PathElement.Key(String key) -> json.writeStringProperty("key", key);
            case PathElement.Value(String value) -> json.writeStringProperty("value", value);
            case PathElement.Substring(int start, int length) -> {
                json.writeObjectPropertyStart("substring");
                json.writeNumberProperty("start", start);
                json.writeNumberProperty("length", length);
                json.writeEndObject();
            }
        }
    }

    private void position(String name, TextPosition at) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("line", at.line());
        json.writeNumberProperty("column", at.column());
        json.writeNumberProperty("offset", at.offset());
        json.writeEndObject();
    }
}
