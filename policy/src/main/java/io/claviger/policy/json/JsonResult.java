package io.claviger.policy.json;

/** What reading a text as JSON came to. Immutable. */
public sealed interface JsonResult {

    /**
     * The text is one JSON value.
     *
     * @param root that value
     */
    record Read(JsonValue root) implements JsonResult {}

    /**
     * The text is not JSON, or oversteps a bound of {@link JsonReader}.
     *
     * @param reason why: one English sentence for a person, without a full stop
     * @param at the first character that cannot be accepted
     */
    record Fault(String reason, Position at) implements JsonResult {}
}
