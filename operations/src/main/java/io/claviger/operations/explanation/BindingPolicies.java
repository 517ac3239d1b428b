package io.claviger.operations.explanation;

import io.claviger.iam.Arns;
import io.claviger.operations.explanation.Explained.Matched;
import io.claviger.operations.explanation.Explained.Place;
import io.claviger.operations.explanation.Explained.Policy;
import io.claviger.operations.explanation.Explained.Step;
import io.claviger.operations.simulation.AttachedPolicy;
import io.claviger.operations.simulation.AttachedPolicy.Inline;
import io.claviger.operations.simulation.AttachedPolicy.Managed;
import io.claviger.operations.simulation.SimulatedPolicy;
import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.ExplainedStatement;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.decision.ResourcePolicies;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.json.Position;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.MatchedStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All policies that bind a question's subject and its resource. Two policies may have one name, so decisions call a policy
 * by its place in a list, and what is shown says whose it is. For one thread.
 */
public final class BindingPolicies {

    private final List<SimulatedPolicy> documents = new ArrayList<>();
    private final List<Policy> titles = new ArrayList<>();
    private final List<Step> steps;
    private final List<CompiledPolicy> identity = new ArrayList<>();
    private final @Nullable CompiledPolicy boundary;
    private final @Nullable ResourcePolicies resource;
    private final boolean isTrust;

    public BindingPolicies(Subject subject, TargetPolicy target) {
        this.steps = subject.steps();
        for (AttachedPolicy policy : subject.policies()) {
            identity.add(compiled(policy.policy(), title(policy, title(PolicyType.IDENTITY))));
        }
        AttachedPolicy bound = subject.boundary();
        this.boundary =
                bound == null ? null : compiled(bound.policy(), title(bound, title(PolicyType.PERMISSIONS_BOUNDARY)));
        SimulatedPolicy trust = target.trust();
        this.isTrust = trust != null;
        this.resource = trust == null
                ? target.silent()
                : target.of(compiled(trust, new Policy(null, TargetPolicy.TRUST, title(PolicyType.TRUST), "role")));
    }

    private CompiledPolicy compiled(SimulatedPolicy policy, Policy title) {
        documents.add(policy);
        titles.add(title);
        return CompiledPolicy.compile(Integer.toString(documents.size() - 1), policy.document());
    }

    private static Policy title(AttachedPolicy attached, String type) {
        String holder = attached.holder().kind() + " " + attached.holder().name();
        return switch (attached.origin()) {
            case Inline inline -> new Policy(null, inline.name(), type, holder);
            case Managed managed -> new Policy(managed.arn(), Arns.nameIn(managed.arn()), type, holder);
        };
    }

    /** What a kind of policies is called. */
    public static String title(PolicyType type) {
        return switch (type) {
            case IDENTITY -> "identity policy";
            case PERMISSIONS_BOUNDARY -> "permissions boundary";
            case RESOURCE -> "resource policy";
            case TRUST -> "trust policy";
            case SERVICE_CONTROL -> "service control policy";
            case RESOURCE_CONTROL -> "resource control policy";
            case SESSION -> "session policy";
        };
    }

    public PrincipalPolicies principal() {
        return PrincipalPolicies.of(identity, boundary, null);
    }

    /** The same, if one more identity policy granted. */
    public PrincipalPolicies principalWith(String document) {
        List<CompiledPolicy> all = new ArrayList<>(identity);
        switch (PolicyParser.parse(document, PolicyType.IDENTITY)) {
            case PolicyDocument parsed -> all.add(CompiledPolicy.compile("missing", parsed));
            case MalformedPolicy _ -> {
                // What no policy can say, none can allow.
            }
        }
        return PrincipalPolicies.of(all, boundary, null);
    }

    /** Null if the resource says nothing, and belongs to the account. */
    @Nullable
    public ResourcePolicies resource() {
        return resource;
    }

    /** The kinds of policies that there are. */
    public List<PolicyType> types() {
        List<PolicyType> types = new ArrayList<>(List.of(PolicyType.IDENTITY));
        if (boundary != null) {
            types.add(PolicyType.PERMISSIONS_BOUNDARY);
        }
        if (resource != null) {
            types.add(isTrust ? PolicyType.TRUST : PolicyType.RESOURCE);
        }
        return types;
    }

    /** How long they can become together, in characters, with the values of their variables. */
    public long length(long longestValue) {
        return documents.stream()
                .mapToLong(policy -> policy.length(longestValue))
                .sum();
    }

    private static int place(MatchedStatement statement) {
        return Integer.parseInt(statement.policy());
    }

    private static Place place(Position position) {
        return new Place(position.line(), position.column());
    }

    public Matched shown(ExplainedStatement statement) {
        int place = place(statement.statement());
        return new Matched(
                titles.get(place),
                statement.statement().sid(),
                statement.effect() == Effect.DENY,
                place(statement.span().start()),
                place(statement.span().end()),
                documents.get(place).document().text());
    }

    /** The same denial with the ARN of a managed policy, by which AWS names it. */
    public ExplicitlyDenied named(ExplicitlyDenied denied) {
        Policy title = titles.get(place(denied.by()));
        String name = title.arn() == null ? title.name() : title.arn();
        return new ExplicitlyDenied(
                new MatchedStatement(name, denied.by().index(), denied.by().sid()), denied.in());
    }

    public String reason(Allowed allowed) {
        MatchedStatement by = allowed.by();
        if (by == null) {
            return "The root user needs no policy that allows it";
        }
        Policy title = titles.get(place(by));
        String name = title.name().equals(title.type()) ? "" : " " + title.name();
        return "The " + title.type() + name + " of the " + title.owner() + " allows it";
    }

    /**
     * The way from the account to what settled the decision.
     *
     * @param settling null if no statement did
     */
    public List<Step> path(@Nullable ExplainedStatement settling) {
        List<Step> path = new ArrayList<>(steps);
        if (settling != null && settling.type() != PolicyType.TRUST) {
            Policy title = titles.get(place(settling.statement()));
            String group = title.owner().startsWith("group ") ? title.owner().substring("group ".length()) : null;
            if (group != null && steps.stream().noneMatch(step -> step.kind().equals("group"))) {
                path.add(new Step("group", group, null));
            }
            String kind = settling.type() == PolicyType.PERMISSIONS_BOUNDARY ? "boundary" : "policy";
            path.add(new Step(kind, title.name(), title.arn()));
        } else if (boundary != null && settling == null) {
            Policy title = titles.get(Integer.parseInt(boundary.name()));
            path.add(new Step("boundary", title.name(), title.arn()));
        }
        return path;
    }
}
