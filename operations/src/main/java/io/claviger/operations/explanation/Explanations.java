package io.claviger.operations.explanation;

import io.claviger.access.Authorizer;
import io.claviger.access.Principal.RootUser;
import io.claviger.iam.store.Reading;
import io.claviger.operations.explanation.Explained.Layer;
import io.claviger.operations.explanation.Explained.Outcome;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import io.claviger.operations.simulation.SimulatedPrincipal;
import io.claviger.policy.decision.DenialText;
import io.claviger.policy.decision.ExplainedStatement;
import io.claviger.policy.decision.Explanation;
import io.claviger.policy.decision.PolicyTexts;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.Decision.ImplicitlyDenied;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/**
 * Explains what would be decided about somebody of the account, from the account's own policies. It asks the engine that the
 * gate asks. What a request would bring (an address, a time, a second factor) it knows only if the question says so.
 * Thread-safe.
 */
public final class Explanations {

    private static final String ACTION = "iam:SimulatePrincipalPolicy";

    /** How long policies may be together, with the values of their variables. */
    private static final long MOST_CHARACTERS = 4_000_000;

    /** What an ARN or a tag may have at most. */
    private static final long LONGEST_OF_A_PRINCIPAL = 2_048;

    private final Authorizer authorizer;

    /** Explains what this authorizer would decide. */
    public Explanations(Authorizer authorizer) {
        this.authorizer = authorizer;
    }

    /**
     * The operation that explains, for one question: its request names the principal, and it needs the right to simulate the
     * principal's policies.
     *
     * @param then gets what was explained
     */
    public Operation<SimulatePrincipalPolicyRequest> about(Question question, Consumer<Explained> then) {
        return Operation.on(ACTION, SimulatePrincipalPolicyRequest.class, target(), execution -> {
            String principal = execution.request().policySourceArn();
            then.accept(execution.read(reading -> explained(reading, execution.call(), principal, question)));
            return SimulatePrincipalPolicyResponse.builder().build();
        });
    }

    private static Finder<SimulatePrincipalPolicyRequest> target() {
        Finder<SimulatePrincipalPolicyRequest> entity =
                SimulatedPrincipal.target(request -> Subject.entityArn(request.policySourceArn()));
        return (view, call, request) -> Subject.isRoot(call, request.policySourceArn())
                ? Target.arn(request.policySourceArn(), call)
                : entity.find(view, call, request);
    }

    private Explained explained(Reading reading, Call call, String principal, Question question) {
        Subject subject = Subject.find(reading, call, principal);
        TargetPolicy target = TargetPolicy.of(reading, call, question);
        BindingPolicies policies = new BindingPolicies(subject, target);
        if (subject.principal() instanceof RootUser && question.isAboutAssuming()) {
            return new Explained(
                    Outcome.IMPLICIT_DENY,
                    RootUser.ASSUMES_NO_ROLE,
                    List.of(),
                    policies.path(null),
                    Optional.empty(),
                    List.of());
        }
        Map<String, ContextValue> given = question.keys();
        if (policies.length(longest(given)) > MOST_CHARACTERS) {
            throw Refused.invalidInput("The policies and context values are too long to be explained.");
        }
        AuthorizationRequest request =
                new AuthorizationRequest(question.action(), question.resource(), subject.asking(given));
        Explanation explanation = authorizer.explain(
                subject.requester(), policies.principal(), policies.resource(), request, new PolicyTexts());
        Decision decision = explanation.decision();
        List<ExplainedStatement> matched = settlingFirst(explanation);
        return new Explained(
                outcome(decision),
                reason(subject, question, explanation, policies),
                matched.stream().map(policies::shown).toList(),
                policies.path(matched.isEmpty() || !settles(decision, matched.getFirst()) ? null : matched.getFirst()),
                missing(subject, question, policies, request, decision),
                layers(explanation, policies));
    }

    private static long longest(Map<String, ContextValue> keys) {
        return keys.values().stream()
                .mapToLong(value -> switch (value) {
                    case ContextValue.Text(String text) -> text.length();
                    case ContextValue.Texts(List<String> texts) ->
                        texts.stream().mapToInt(String::length).max().orElse(0);
                })
                .max()
                .stream()
                .map(given -> Math.max(given, LONGEST_OF_A_PRINCIPAL))
                .findAny()
                .orElse(LONGEST_OF_A_PRINCIPAL);
    }

    private static Outcome outcome(Decision decision) {
        return switch (decision) {
            case Allowed _ -> Outcome.ALLOWED;
            case ExplicitlyDenied _ -> Outcome.EXPLICIT_DENY;
            case ImplicitlyDenied _ -> Outcome.IMPLICIT_DENY;
        };
    }

    private static List<ExplainedStatement> settlingFirst(Explanation explanation) {
        return explanation.matched().stream()
                .sorted(Comparator.comparing(statement -> !settles(explanation.decision(), statement)))
                .toList();
    }

    /** Whether a statement is the one that a decision names. */
    private static boolean settles(Decision decision, ExplainedStatement statement) {
        return switch (decision) {
            case Allowed allowed -> statement.statement().equals(allowed.by());
            case ExplicitlyDenied denied -> statement.statement().equals(denied.by());
            case ImplicitlyDenied _ -> false;
        };
    }

    private static String reason(
            Subject subject, Question question, Explanation explanation, BindingPolicies policies) {
        return switch (explanation.decision()) {
            case ExplicitlyDenied denied ->
                DenialText.message(subject.arn(), question.action(), question.resource(), policies.named(denied));
            case ImplicitlyDenied denied ->
                DenialText.message(subject.arn(), question.action(), question.resource(), denied);
            case Allowed allowed -> policies.reason(allowed);
        };
    }

    /** What would have to be added to the principal's own policies, if that is all. */
    private Optional<String> missing(
            Subject subject,
            Question question,
            BindingPolicies policies,
            AuthorizationRequest request,
            Decision decision) {
        if (!(decision instanceof ImplicitlyDenied)) {
            return Optional.empty();
        }
        String document = MissingPolicy.of(question);
        Explanation with = authorizer.explain(
                subject.requester(), policies.principalWith(document), policies.resource(), request, new PolicyTexts());
        return with.decision() instanceof Allowed ? Optional.of(document) : Optional.empty();
    }

    private static List<Layer> layers(Explanation explanation, BindingPolicies policies) {
        List<Layer> layers = new ArrayList<>();
        for (PolicyType type : policies.types()) {
            layers.add(new Layer(BindingPolicies.title(type), found(explanation, type)));
        }
        return layers;
    }

    /** What the policies of one type come to by themselves. */
    private static Outcome found(Explanation explanation, PolicyType type) {
        Outcome found = Outcome.IMPLICIT_DENY;
        for (ExplainedStatement statement : explanation.matched()) {
            if (statement.type() == type) {
                if (statement.effect() == Effect.DENY) {
                    return Outcome.EXPLICIT_DENY;
                }
                found = Outcome.ALLOWED;
            }
        }
        return found;
    }
}
