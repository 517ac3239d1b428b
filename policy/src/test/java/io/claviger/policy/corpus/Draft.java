package io.claviger.policy.corpus;

import io.claviger.policy.request.Requester;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One row of a table, as it is written down. Policies are texts in which backticks stand for quotes. Not thread-safe. */
final class Draft {

    private final String name;
    private @Nullable Requester requester;
    private List<String> identity = List.of();
    private @Nullable String boundary;
    private @Nullable String session;
    private List<String> serviceControls = List.of();
    private @Nullable String owner;
    private String action = "s3:GetObject";
    private String resource = "arn:aws:s3:::b/k";
    private String context = "{}";
    private @Nullable Verdict verdict;

    Draft(String name) {
        this.name = name;
    }

    /** A policy of the newest version. */
    static String policy(String... statements) {
        return "{`Version`: `2012-10-17`, `Statement`: [%s]}".formatted(String.join(", ", statements));
    }

    Draft by(Requester someone) {
        requester = someone;
        return this;
    }

    Draft identity(String... policies) {
        identity = List.of(policies);
        return this;
    }

    Draft boundary(@Nullable String policy) {
        boundary = policy;
        return this;
    }

    Draft session(@Nullable String policy) {
        session = policy;
        return this;
    }

    Draft serviceControls(List<String> levels) {
        serviceControls = levels;
        return this;
    }

    Draft owner(String account, @Nullable String policy, boolean explicitTrust, List<String> controls) {
        owner = "{`accountId`: `%s`%s%s%s}"
                .formatted(
                        account,
                        policy == null ? "" : ", `policy`: " + policy,
                        controls.isEmpty() ? "" : ", `controls`: " + levels(controls),
                        explicitTrust ? ", `explicitTrust`: true" : "");
        return this;
    }

    Draft role(String account, String trust) {
        owner = "{`accountId`: `%s`, `trust`: %s}".formatted(account, trust);
        return this;
    }

    Draft ask(String what, String ofWhat) {
        action = what;
        resource = ofWhat;
        return this;
    }

    Draft context(String values) {
        context = values;
        return this;
    }

    Draft expect(Verdict expected) {
        verdict = expected;
        return this;
    }

    /** The row, without a line's end. */
    String json() {
        List<String> parts = new ArrayList<>();
        parts.add("`name`: " + quoted(name));
        if (requester != null) {
            parts.add("`requester`: " + json(requester));
        }
        parts.add("`policies`: [" + String.join(", ", identity) + "]");
        if (boundary != null) {
            parts.add("`boundary`: " + boundary);
        }
        if (session != null) {
            parts.add("`session`: [" + session + "]");
        }
        if (!serviceControls.isEmpty()) {
            parts.add("`serviceControls`: " + levels(serviceControls));
        }
        if (owner != null) {
            parts.add("`owner`: " + owner);
        }
        parts.add("`request`: {`action`: `%s`, `resource`: `%s`, `context`: %s}".formatted(action, resource, context));
        if (verdict == null) {
            throw new IllegalStateException(name + ": nothing is expected");
        }
        parts.add(verdict.json());
        return "{" + String.join(", ", parts).replace('`', '"') + "}";
    }

    private static String levels(List<String> policies) {
        return policies.stream().collect(Collectors.joining("], [", "[[", "]]"));
    }

    private static String quoted(String text) {
        return "`" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("`", "\\`") + "`";
    }

    private static String json(Requester requester) {
        return switch (requester) {
            case Requester.Root root -> object("Root", "accountId", root.accountId());
            case Requester.User user ->
                object("User", "accountId", user.accountId(), "arn", user.arn(), "id", user.id());
            case Requester.RoleSession session ->
                object(
                                "RoleSession",
                                "accountId",
                                session.accountId(),
                                "roleArn",
                                session.roleArn(),
                                "roleId",
                                session.roleId(),
                                "sessionArn",
                                session.sessionArn())
                        .replace("}", session.serviceLinked() ? ", `serviceLinked`: true}" : "}");
            case Requester.FederatedUser user ->
                object(
                        "FederatedUser",
                        "accountId",
                        user.accountId(),
                        "sessionArn",
                        user.sessionArn(),
                        "parentArn",
                        user.parentArn(),
                        "parentId",
                        user.parentId());
            case Requester.Service service -> object("Service", "name", service.name());
            case Requester.Federated federated -> object("Federated", "provider", federated.provider());
            case Requester.Anonymous _ -> object("Anonymous");
        };
    }

    private static String object(String kind, String... fields) {
        StringBuilder text = new StringBuilder("{`kind`: `" + kind + "`");
        List<String> all = Arrays.asList(fields);
        for (int i = 0; i < all.size(); i += 2) {
            text.append(", `")
                    .append(all.get(i))
                    .append("`: `")
                    .append(all.get(i + 1))
                    .append('`');
        }
        return text.append('}').toString();
    }
}
