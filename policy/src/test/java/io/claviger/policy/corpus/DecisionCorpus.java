package io.claviger.policy.corpus;

import io.claviger.policy.corpus.RecordedDecision.Outcome;
import io.claviger.policy.corpus.RecordedDecision.Owner;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.json.JsonReader;
import io.claviger.policy.json.JsonResult;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonBoolean;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.json.JsonValue.JsonText;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.ContextValue.Texts;
import io.claviger.policy.request.Requester;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the decisions on record from the class path. Policies keep the very text that they have in the record. Safe for
 * use by many threads.
 */
public final class DecisionCorpus {

    /** The tables written by hand. */
    private static final List<String> BY_HAND = List.of(
            "actions",
            "resources",
            "strings",
            "numbers",
            "dates",
            "truth",
            "addresses",
            "arns",
            "sets",
            "variables",
            "layers",
            "documented-corner-cases");

    private static final @Nullable String CHOSEN = System.getProperty("claviger.decisions");

    private final String file;
    private final String text;

    private DecisionCorpus(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The names of all tables; {@code -Dclaviger.decisions=strings,numbers} leaves out all but these. */
    public static List<String> files() {
        return CHOSEN == null
                ? Stream.concat(BY_HAND.stream(), Tables.all().keySet().stream())
                        .toList()
                : List.of(CHOSEN.split(","));
    }

    /** Every decision on record. */
    public static Stream<RecordedDecision> all() {
        return files().stream().flatMap(DecisionCorpus::in);
    }

    /** The decisions of one table. */
    public static Stream<RecordedDecision> in(String file) {
        String text = text(file);
        return switch (JsonReader.read(text)) {
            case JsonResult.Read(JsonValue root) ->
                elements(root).stream().map(new DecisionCorpus(file, text)::decision);
            case JsonResult.Fault fault -> throw new IllegalStateException(file + ": " + fault);
        };
    }

    /** The text of a table. */
    static String text(String file) {
        try (InputStream in = DecisionCorpus.class.getResourceAsStream("/decisions/" + file + ".json")) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecordedDecision decision(JsonValue node) {
        Map<String, JsonValue> of = members(node);
        Map<String, JsonValue> request = members(required(of, "request"));
        return new RecordedDecision(
                file,
                string(of, "name"),
                optional(of, "requester", DecisionCorpus::requester),
                verbatim(required(of, "policies")),
                optional(of, "boundary", this::asWritten),
                optional(of, "session", this::verbatim),
                levels(of.get("serviceControls")),
                optional(of, "owner", this::owner),
                string(request, "action"),
                string(request, "resource"),
                context(required(request, "context")),
                outcome(string(of, "decision")),
                optional(of, "reason", reason -> PolicyType.valueOf(string(reason))),
                optional(of, "by", DecisionCorpus::string));
    }

    private static Outcome outcome(String word) {
        return switch (word) {
            case "Allowed" -> Outcome.ALLOWED;
            case "ExplicitlyDenied" -> Outcome.EXPLICITLY_DENIED;
            case "ImplicitlyDenied" -> Outcome.IMPLICITLY_DENIED;
            default -> throw new IllegalStateException(word);
        };
    }

    private static Requester requester(JsonValue node) {
        Map<String, JsonValue> of = members(node);
        return switch (string(of, "kind")) {
            case "Root" -> new Requester.Root(string(of, "accountId"));
            case "User" -> new Requester.User(string(of, "accountId"), string(of, "arn"), string(of, "id"));
            case "RoleSession" ->
                new Requester.RoleSession(
                        string(of, "accountId"),
                        string(of, "roleArn"),
                        string(of, "roleId"),
                        string(of, "sessionArn"),
                        isTrue(of.get("serviceLinked")));
            case "FederatedUser" ->
                new Requester.FederatedUser(
                        string(of, "accountId"),
                        string(of, "sessionArn"),
                        string(of, "parentArn"),
                        string(of, "parentId"));
            case "Service" -> new Requester.Service(string(of, "name"));
            case "Federated" -> new Requester.Federated(string(of, "provider"));
            case "Anonymous" -> new Requester.Anonymous();
            default -> throw new IllegalStateException(string(of, "kind"));
        };
    }

    private Owner owner(JsonValue node) {
        Map<String, JsonValue> of = members(node);
        JsonValue trust = of.get("trust");
        return new Owner(
                string(of, "accountId"),
                trust == null ? PolicyType.RESOURCE : PolicyType.TRUST,
                trust == null ? optional(of, "policy", this::asWritten) : asWritten(trust),
                levels(of.get("controls")),
                isTrue(of.get("explicitTrust")));
    }

    private List<List<String>> levels(@Nullable JsonValue node) {
        return node == null
                ? List.of()
                : elements(node).stream().map(this::verbatim).toList();
    }

    private List<String> verbatim(JsonValue array) {
        return elements(array).stream().map(this::asWritten).toList();
    }

    private String asWritten(JsonValue value) {
        return text.substring(value.span().start().offset(), value.span().end().offset());
    }

    private static Map<String, ContextValue> context(JsonValue node) {
        Map<String, ContextValue> context = new LinkedHashMap<>();
        members(node)
                .forEach((key, value) -> context.put(
                        key,
                        value instanceof JsonArray(List<JsonValue> elements, var _)
                                ? new Texts(elements.stream()
                                        .map(DecisionCorpus::string)
                                        .toList())
                                : new Text(string(value))));
        return context;
    }

    private static <T> @Nullable T optional(Map<String, JsonValue> of, String name, Function<JsonValue, T> reading) {
        JsonValue value = of.get(name);
        return value == null ? null : reading.apply(value);
    }

    private static JsonValue required(Map<String, JsonValue> of, String name) {
        return Objects.requireNonNull(of.get(name), name);
    }

    private static String string(Map<String, JsonValue> of, String name) {
        return string(required(of, name));
    }

    private static String string(JsonValue value) {
        if (value instanceof JsonText(String text, var _)) {
            return text;
        }
        throw new IllegalStateException("no text: " + value);
    }

    private static boolean isTrue(@Nullable JsonValue value) {
        return value instanceof JsonBoolean(boolean yes, var _) && yes;
    }

    private static List<JsonValue> elements(JsonValue value) {
        if (value instanceof JsonArray(List<JsonValue> elements, var _)) {
            return elements;
        }
        throw new IllegalStateException("no list: " + value);
    }

    private static Map<String, JsonValue> members(JsonValue value) {
        if (!(value instanceof JsonObject(List<JsonMember> members, var _))) {
            throw new IllegalStateException("no object: " + value);
        }
        Map<String, JsonValue> byName = new LinkedHashMap<>();
        members.forEach(member -> byName.put(member.name(), member.value()));
        return byName;
    }
}
