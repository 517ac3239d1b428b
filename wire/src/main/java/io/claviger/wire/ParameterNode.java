package io.claviger.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters as the tree that the dots in their names describe. For one thread. Names deeper than any service model
 * end in one last segment, so the tree's size is bounded by the parameters' number.
 */
final class ParameterNode {

    private static final int MAX_DEPTH = 16;

    private @Nullable String value;
    private @Nullable Map<String, ParameterNode> children;

    static ParameterNode of(Parameters parameters) {
        ParameterNode root = new ParameterNode();
        parameters.values().forEach((name, value) -> {
            ParameterNode node = root;
            int start = 0;
            for (int depth = 1; depth < MAX_DEPTH; depth++) {
                int dot = name.indexOf('.', start);
                if (dot < 0) {
                    break;
                }
                node = node.grow(name.substring(start, dot));
                start = dot + 1;
            }
            node.grow(name.substring(start)).value = value;
        });
        return root;
    }

    private ParameterNode grow(String name) {
        if (children == null) {
            children = new LinkedHashMap<>();
        }
        return children.computeIfAbsent(name, _ -> new ParameterNode());
    }

    @Nullable
    String value() {
        return value;
    }

    @Nullable
    ParameterNode child(String name) {
        return children == null ? null : children.get(name);
    }

    Map<String, ParameterNode> children() {
        return children == null ? Map.of() : children;
    }

    /** Whether nothing hangs below. */
    boolean isLeaf() {
        return children == null;
    }
}
