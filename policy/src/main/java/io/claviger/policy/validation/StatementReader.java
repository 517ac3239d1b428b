package io.claviger.policy.validation;

import io.claviger.policy.document.Effect;
import io.claviger.policy.document.Element;
import io.claviger.policy.json.JsonValue.JsonArray;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.validation.StatementView.Choice;
import io.claviger.policy.validation.StatementView.Member;
import io.claviger.policy.validation.StatementView.PrincipalView;
import io.claviger.policy.validation.StatementView.Principals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a statement and reports what is wrong with its structure. */
final class StatementReader {

    private static final Set<String> PRINCIPAL_KEYS = Set.of("AWS", "Service", "Federated", "CanonicalUser");

    private final Scope scope;
    private final Structure structure;
    private final Map<String, Member> elements = new HashMap<>();

    StatementReader(Scope scope, Structure structure) {
        this.scope = scope;
        this.structure = structure;
    }

    StatementView read(Node node, JsonObject object) {
        for (JsonMember member : object.members()) {
            if (Element.NAMES.contains(member.name())) {
                elements.put(member.name(), new Member(node.key(member), node.member(member)));
            } else {
                structure.unknown(node.key(member), member.name(), Element.NAMES);
            }
        }
        Member sid = elements.get(Element.SID.text());
        if (sid != null) {
            structure.text(sid.value());
        }
        Effect effect = effect(node);
        Choice actions = choice("Action", Check.EMPTY_ARRAY_ACTION, "actions");
        if (actions == null) {
            scope.report()
                    .add(
                            Check.MISSING_ACTION,
                            "Add an Action or NotAction element to the policy statement.",
                            node.location());
        }
        Choice resources = choice("Resource", Check.EMPTY_ARRAY_RESOURCE, "resources");
        Principals principals = principals();
        Member condition = elements.get(Element.CONDITION.text());
        List<ConditionView> conditions =
                condition == null ? List.of() : new ConditionReader(scope, structure).read(condition.value());
        return new StatementView(node, Map.copyOf(elements), effect, actions, resources, principals, conditions);
    }

    private @Nullable Effect effect(Node node) {
        Member element = elements.get(Element.EFFECT.text());
        if (element == null) {
            scope.report()
                    .add(
                            Check.MISSING_EFFECT,
                            "Add an Effect element to the policy statement with a value of Allow or Deny.",
                            node.location());
            return null;
        }
        if (!structure.text(element.value())) {
            return null;
        }
        return switch (element.value().text()) {
            case "Allow" -> Effect.ALLOW;
            case "Deny" -> Effect.DENY;
            default -> {
                scope.report()
                        .add(
                                Check.INVALID_EFFECT,
                                "The effect " + element.value().text() + " is not valid. Use Allow or Deny.",
                                element.value().location());
                yield null;
            }
        };
    }

    /** One of the two elements; with both, the first in the alphabet. */
    private @Nullable Member either(String name) {
        Member plain = elements.get(name);
        Member not = elements.get("Not" + name);
        if (plain != null && not != null) {
            scope.report()
                    .add(
                            Check.UNSUPPORTED_ELEMENT_COMBINATION,
                            "The policy elements " + name + " and Not" + name
                                    + " can not be used in the same statement. Remove one of these elements.",
                            plain.key(),
                            not.key());
        }
        return plain != null ? plain : not;
    }

    private @Nullable Choice choice(String name, Check empty, String things) {
        Member element = either(name);
        if (element == null) {
            return null;
        }
        List<Node> texts = texts(element.value());
        if (element.value().elements().isEmpty()) {
            scope.report()
                    .add(
                            empty,
                            "This statement includes no " + things + " and does not affect the policy. Specify "
                                    + things + '.',
                            element.value().location());
        }
        return new Choice(texts, !elements.containsKey(name), element);
    }

    private List<Node> texts(Node node) {
        List<Node> texts = new ArrayList<>();
        for (Node element : node.elements()) {
            if (structure.text(element)) {
                texts.add(element);
            }
        }
        return texts;
    }

    private @Nullable Principals principals() {
        Member element = either("Principal");
        if (element == null) {
            return null;
        }
        boolean not = !elements.containsKey("Principal");
        Node value = element.value();
        if (value.isText() && value.text().equals("*")) {
            return new Principals(List.of(), true, not, element);
        }
        List<PrincipalView> named = new ArrayList<>();
        if (value.value() instanceof JsonObject object) {
            if (object.members().isEmpty()) {
                none(Check.EMPTY_OBJECT_PRINCIPAL, value);
            }
            for (JsonMember member : object.members()) {
                named.addAll(principals(value, member));
            }
        } else if (value.value() instanceof JsonArray array && array.elements().isEmpty()) {
            none(Check.EMPTY_ARRAY_PRINCIPAL, value);
        } else {
            scope.report()
                    .add(
                            Check.INVALID_PRINCIPAL_FORMAT,
                            "The Principal element contents are not valid. Specify a key-value pair in the Principal"
                                    + " element.",
                            value.location());
        }
        return new Principals(List.copyOf(named), false, not, element);
    }

    private List<PrincipalView> principals(Node principal, JsonMember member) {
        Node value = principal.member(member);
        if (!PRINCIPAL_KEYS.contains(member.name())) {
            scope.report()
                    .add(
                            Check.INVALID_PRINCIPAL_KEY,
                            "The principal key " + member.name() + " is not valid.",
                            principal.key(member));
            return List.of();
        }
        if (value.elements().isEmpty()) {
            none(Check.EMPTY_ARRAY_PRINCIPAL, value);
        }
        return texts(value).stream()
                .map(text -> new PrincipalView(member.name(), text))
                .toList();
    }

    private void none(Check check, Node node) {
        scope.report()
                .add(
                        check,
                        "This statement includes no principals and does not affect the policy. Specify principals.",
                        node.location());
    }
}
