package io.claviger.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Reads query parameters into the AWS SDK's request classes, after the operation's model alone. Parameters that the
 * model does not know are ignored, as AWS does. Thread-safe: the public method keeps nothing.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">awsQuery</a>
 */
public final class RequestDecoder {

    private static final String MEMBER = "member";
    private static final String ENTRY = "entry";
    private static final int MAX_INDEX_DIGITS = 9;

    private final ConstraintChecks checks;
    private @Nullable WireError malformed;

    private RequestDecoder(Service service) {
        this.checks = new ConstraintChecks(service);
    }

    /** The typed request, or the refusal that AWS would give for these parameters. */
    public static Decoded decode(OperationModel operation, Parameters parameters) {
        RequestDecoder decoder = new RequestDecoder(operation.service());
        OperationModel.Input input = operation.input();
        SdkPojo builder = input.newBuilder();
        decoder.request(input, parameters, builder);
        WireError error = decoder.malformed == null ? decoder.checks.verdict() : decoder.malformed;
        return error == null ? new Decoded.Request(OperationModel.Input.build(builder)) : new Decoded.Invalid(error);
    }

    private void request(OperationModel.Input input, Parameters parameters, SdkPojo builder) {
        ParameterNode root = input.isFlat() ? null : ParameterNode.of(parameters);
        for (InputMember member : input.shape().members()) {
            if (root == null || member.kind().isScalar()) {
                scalar(member, parameters.get(member.name()), null, builder);
            } else {
                compound(member, root.child(member.name()), null, builder);
            }
        }
    }

    private void structure(InputShape shape, ParameterNode node, @Nullable MemberPath path, SdkPojo builder) {
        for (InputMember member : shape.members()) {
            ParameterNode child = node.child(member.name());
            if (member.kind().isScalar()) {
                scalar(member, child == null ? null : child.value(), path, builder);
            } else {
                compound(member, child, path, builder);
            }
        }
    }

    private void scalar(InputMember member, @Nullable String text, @Nullable MemberPath parent, SdkPojo builder) {
        if (text == null) {
            checks.absent(member, parent);
            return;
        }
        Object value = parse(member, text);
        if (value instanceof String string) {
            checks.text(member, parent, string);
        } else if (value instanceof Integer || value instanceof Long) {
            checks.number(member, parent, ((Number) value).longValue());
        }
        member.field().set(builder, value);
    }

    private @Nullable Object parse(InputMember member, String text) {
        if (member.kind() == ValueKind.STRING) {
            return text;
        }
        return switch (ScalarText.parse(member.kind(), text)) {
            case ScalarText.Parsed.Value(Object value) -> value;
            case ScalarText.Parsed.Fault(String message) -> refuse(message);
        };
    }

    private void compound(
            InputMember member, @Nullable ParameterNode node, @Nullable MemberPath parent, SdkPojo builder) {
        if (node == null) {
            checks.absent(member, parent);
            return;
        }
        member.field().set(builder, compound(member, node, MemberPath.of(parent, member)));
    }

    private @Nullable Object compound(InputMember member, ParameterNode node, MemberPath path) {
        String value = node.value();
        if (node.isLeaf() && value != null && !value.isEmpty()) {
            return refuse(
                    member.kind() == ValueKind.STRUCTURE
                            ? "Unexpected complex element termination"
                            : "Unexpected list element termination");
        }
        InputMember element = member.element();
        if (element != null) {
            return member.kind() == ValueKind.LIST
                    ? list(member, element, node, path)
                    : map(member, element, node, path);
        }
        if (member.structure() == null || member.constructor() == null) {
            throw new IllegalStateException("The shape of " + path + " is missing");
        }
        SdkPojo builder = member.constructor().get();
        structure(member.structure(), node, path, builder);
        return ((Buildable) builder).build();
    }

    private @Nullable Object list(InputMember member, InputMember element, ParameterNode node, MemberPath path) {
        Map<Integer, ParameterNode> nodes = indexed(node, MEMBER);
        if (nodes == null) {
            return null;
        }
        checks.size(member, path, nodes.size());
        List<Object> values = new ArrayList<>(nodes.size());
        for (ParameterNode one : nodes.values()) {
            Object value = element(element, one, path.element(values.size() + 1));
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        checks.elements(member, element, path, values);
        return values;
    }

    private @Nullable Object map(InputMember member, InputMember element, ParameterNode node, MemberPath path) {
        Map<Integer, ParameterNode> nodes = indexed(node, ENTRY);
        if (nodes == null) {
            return null;
        }
        checks.size(member, path, nodes.size());
        Map<String, Object> entries = new LinkedHashMap<>();
        for (ParameterNode one : nodes.values()) {
            ParameterNode keyNode = one.child("key");
            ParameterNode valueNode = one.child("value");
            String key = keyNode == null ? null : keyNode.value();
            if (key == null || valueNode == null) {
                return refuse("A map entry must have a key and a value");
            }
            Object value = element(element, valueNode, path.entry(key));
            if (value == null) {
                return null;
            }
            if (entries.put(key, value) != null) {
                return refuse("A map has a key twice");
            }
        }
        checks.entries(member, element, path, entries);
        return entries;
    }

    private @Nullable Object element(InputMember element, ParameterNode node, MemberPath path) {
        if (!element.kind().isScalar()) {
            return compound(element, node, path);
        }
        return node.value() == null
                ? refuse("Start of structure or map found where not expected.")
                : parse(element, node.value());
    }

    /** The elements by their numbers, in either of the two forms a list may have; null when they are not numbered. */
    private @Nullable Map<Integer, ParameterNode> indexed(ParameterNode node, String container) {
        ParameterNode inner = node.child(container);
        if (inner != null && inner.isLeaf()) {
            refuse("Unexpected list element termination");
            return null;
        }
        Map<Integer, ParameterNode> sorted = new TreeMap<>();
        for (Map.Entry<String, ParameterNode> child :
                (inner == null ? node : inner).children().entrySet()) {
            Integer index = index(child.getKey());
            if (index == null || sorted.put(index, child.getValue()) != null) {
                refuse("Key " + Echo.of(child.getKey()) + " is not the number of a list's element");
                return null;
            }
        }
        return sorted;
    }

    private static @Nullable Integer index(String text) {
        if (text.isEmpty() || text.length() > MAX_INDEX_DIGITS) {
            return null;
        }
        int index = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return null;
            }
            index = index * 10 + (digit - '0');
        }
        return index;
    }

    private @Nullable Object refuse(String message) {
        if (malformed == null) {
            malformed = WireError.malformedInput(message);
        }
        return null;
    }
}
