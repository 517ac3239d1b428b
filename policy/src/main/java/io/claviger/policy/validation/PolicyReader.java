package io.claviger.policy.validation;

import io.claviger.policy.document.LanguageVersion;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.JsonValue.JsonMember;
import io.claviger.policy.json.JsonValue.JsonObject;
import io.claviger.policy.validation.StatementView.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the outer structure of a policy, reports what is wrong with it, and leaves out what cannot be read. */
final class PolicyReader {

    private static final Set<String> MEMBERS = Set.of("Version", "Id", "Statement");

    private final Scope scope;
    private final Structure structure;

    PolicyReader(Scope scope) {
        this.scope = scope;
        this.structure = new Structure(scope.report());
    }

    PolicyView read(JsonValue value) {
        Node root = new Node(value, List.of());
        if (!(value instanceof JsonObject object)) {
            structure.mismatch(root, "object");
            return new PolicyView(root, false, false, List.of());
        }
        Node version = null;
        List<StatementView> statements = null;
        for (JsonMember member : object.members()) {
            switch (member.name()) {
                case "Version" -> version = root.member(member);
                case "Id" -> structure.text(root.member(member));
                case "Statement" -> statements = statements(root.member(member));
                default -> structure.unknown(root.key(member), member.name(), MEMBERS);
            }
        }
        if (statements == null) {
            scope.report().add(Check.MISSING_STATEMENT, "Add a statement to the policy", root.location());
            statements = List.of();
        }
        boolean variables = version(root, version);
        return new PolicyView(root, variables, trust(statements), statements);
    }

    private boolean version(Node root, @Nullable Node version) {
        if (version == null) {
            scope.report()
                    .add(
                            Check.MISSING_VERSION,
                            "We recommend that you specify the Version element to help you with debugging permission"
                                    + " issues.",
                            root.location());
            return false;
        }
        if (!structure.text(version)) {
            return false;
        }
        for (LanguageVersion known : LanguageVersion.values()) {
            if (known.text().equals(version.text())) {
                return known.hasVariables();
            }
        }
        scope.report()
                .add(
                        Check.INVALID_VERSION,
                        "The version " + version.text()
                                + " is not valid. Use one of the following versions: 2012-10-17, 2008-10-17",
                        version.location());
        return true;
    }

    private List<StatementView> statements(Node node) {
        List<StatementView> statements = new ArrayList<>();
        for (Node element : node.elements()) {
            if (element.value() instanceof JsonObject object) {
                statements.add(new StatementReader(scope, structure).read(element, object));
            } else {
                structure.mismatch(element, "object");
            }
        }
        if (node.elements().isEmpty()) {
            scope.report().add(Check.MISSING_STATEMENT, "Add a statement to the policy", node.location());
        }
        return statements;
    }

    /** The kind says so; without one, a policy that is only about assuming a role can be nothing else. */
    private boolean trust(List<StatementView> statements) {
        if (scope.kind() != null || scope.type() != DocumentType.RESOURCE_POLICY) {
            return scope.kind() == ResourceKind.ROLE_TRUST;
        }
        return !statements.isEmpty() && statements.stream().allMatch(PolicyReader::assumes);
    }

    private static boolean assumes(StatementView statement) {
        Choice actions = statement.actions();
        return statement.resources() == null
                && actions != null
                && !actions.not()
                && !actions.texts().isEmpty()
                && actions.texts().stream()
                        .allMatch(action -> action.text().regionMatches(true, 0, "sts:", 0, "sts:".length()));
    }
}
