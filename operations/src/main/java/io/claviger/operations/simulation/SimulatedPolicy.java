package io.claviger.operations.simulation;

import io.claviger.operations.gate.Refused;
import io.claviger.policy.document.ContextKeys;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy that takes part in a simulation.
 *
 * @param id what results call it
 * @param document what it says
 */
public record SimulatedPolicy(String id, PolicyDocument document) {

    /** Policies that a request brings are called by their place in this list of its. */
    static final String INPUT = "PolicyInputList";

    /** The same of permissions boundaries. */
    static final String BOUNDARY = "PermissionsBoundaryPolicyInputList";

    private static final String VARIABLE = "${";

    /** The policy of the resource. */
    static final String RESOURCE = "ResourcePolicy";

    /** The policies of a list that a request brings. */
    public static List<SimulatedPolicy> input(List<String> texts) {
        return listed(texts, INPUT, "Policy input list", PolicyType.IDENTITY);
    }

    /**
     * The policies of a list.
     *
     * @param list what the list is called in results
     * @param title what refusals call it
     * @throws Refused when one cannot be evaluated
     */
    public static List<SimulatedPolicy> listed(List<String> texts, String list, String title, PolicyType type) {
        List<SimulatedPolicy> policies = new ArrayList<>();
        for (String text : texts) {
            int place = policies.size() + 1;
            policies.add(new SimulatedPolicy(list + "." + place, read(text, type, title + " item " + place)));
        }
        return policies;
    }

    /**
     * Reads a policy that a request brings.
     *
     * @param title what a refusal calls it
     * @throws Refused when it cannot be evaluated; AWS's words, and then what is wrong and where
     */
    public static PolicyDocument read(String text, PolicyType type, String title) {
        return switch (PolicyParser.parse(text, type)) {
            case PolicyDocument document -> document;
            case MalformedPolicy malformed -> throw invalid(title, malformed);
        };
    }

    public static Refused invalid(String title, MalformedPolicy malformed) {
        String reason = malformed.reason();
        return Refused.invalidInput(title + " has invalid content: "
                + (reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason) + " (line "
                + malformed.at().line() + ", column " + malformed.at().column() + ")");
    }

    /** The condition keys that it refers to. */
    public List<String> contextKeys() {
        return ContextKeys.of(document);
    }

    /**
     * How long its text can become, in characters: evaluating it with an explanation takes time in proportion.
     *
     * @param longestValue how long the values of its variables are at most
     */
    public long length(long longestValue) {
        String text = document.text();
        long variables = 0;
        for (int at = text.indexOf(VARIABLE); at >= 0; at = text.indexOf(VARIABLE, at + 1)) {
            variables++;
        }
        return text.length() + variables * longestValue;
    }
}
