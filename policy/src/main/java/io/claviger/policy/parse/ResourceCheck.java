package io.claviger.policy.parse;

import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.Selection;
import io.claviger.policy.document.Term;
import io.claviger.policy.parse.DraftPolicy.DraftSelection;
import io.claviger.policy.parse.DraftPolicy.DraftStatement;
import java.util.ArrayList;
import java.util.List;

/** Checks {@code Resource} and {@code NotResource}: {@code *}, or an ARN with wildcards. */
final class ResourceCheck {

    private static final int PARTS = 6;

    private ResourceCheck() {}

    static void present(DraftStatement statement) throws PolicyFault {
        if (statement.resources().terms().isEmpty()) {
            throw new PolicyFault("Policy statement must contain resources.", statement.at());
        }
    }

    /** A trust policy has one resource, its role, and names none. */
    static void absent(DraftSelection resources) throws PolicyFault {
        if (resources.at() != null) {
            throw new PolicyFault(
                    resources.selection().excluding()
                            ? "AssumeRole policy must not contain resources."
                            : "Has prohibited field Resource",
                    resources.at());
        }
    }

    /**
     * An ARN that leaves parts out at its end may leave none out before: {@code arn:aws:s3::bucket} has lost a colon. One
     * without a service names nothing.
     */
    static void legacy(Selection resources, Partitions partitions) throws PolicyFault {
        for (Term resource : resources.terms()) {
            List<String> parts = parts(resource.text());
            if (parts.size() < 3 || !parts.getFirst().equals("arn") || !partitions.accept(parts.get(1))) {
                continue;
            }
            boolean lostColon = parts.size() < PARTS
                    && parts.subList(3, Math.max(3, parts.size() - 1)).contains("");
            if (parts.get(2).isEmpty() || lostColon) {
                throw PolicyFault.legacy(
                        lostColon ? "An ARN has six parts, divided by five colons" : "An ARN names a service",
                        resource.at());
            }
        }
    }

    static void wellFormed(Selection resources, Partitions partitions) throws PolicyFault {
        for (Term resource : resources.terms()) {
            if (!resource.text().equals("*")) {
                arn(resource, partitions);
            }
        }
    }

    /** Control policies take no half ARNs; in service control policies a wildcard may stand for what is left out. */
    static void whole(Selection resources, PolicyType type) throws PolicyFault {
        for (Term resource : resources.terms()) {
            String text = resource.text();
            boolean half = !text.equals("*") && parts(text).size() < PARTS;
            if (half && (type == PolicyType.RESOURCE_CONTROL || !wild(text))) {
                throw PolicyFault.control("An ARN has six parts, divided by five colons", resource.at());
            }
        }
    }

    private static void arn(Term resource, Partitions partitions) throws PolicyFault {
        String text = resource.text();
        List<String> parts = parts(text);
        if (parts.size() < 2) {
            throw notArn(resource);
        }
        if (!partitions.accept(parts.get(1))) {
            throw new PolicyFault(
                    "Partition \"" + parts.get(1) + "\" is not valid for resource \"" + String.join(":", padded(parts))
                            + "\".",
                    resource.at());
        }
        if (!parts.getFirst().equals("arn")) {
            throw notArn(resource);
        }
        if (parts.size() < 3 || wild(parts.get(2)) || parts.get(2).contains("${")) {
            throw new PolicyFault("Resource vendor must be fully qualified and cannot contain regexes.", resource.at());
        }
        GlobalArnCheck.check(resource, padded(parts));
    }

    private static PolicyFault notArn(Term resource) {
        return new PolicyFault("Resource " + resource.text() + " must be in ARN format or \"*\".", resource.at());
    }

    private static boolean wild(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** All six parts: what is missing stands for everything. */
    private static List<String> padded(List<String> parts) {
        List<String> padded = new ArrayList<>(parts);
        padded.set(0, "arn");
        while (padded.size() < PARTS) {
            padded.add("*");
        }
        return padded;
    }

    /** The parts between colons that are not inside a variable; the sixth keeps its colons. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean inVariable = false;
        for (int i = 0; i < text.length() && parts.size() < PARTS - 1; i++) {
            char c = text.charAt(i);
            if (text.startsWith("${", i)) {
                inVariable = true;
            } else if (c == '}') {
                inVariable = false;
            } else if (c == ':' && !inVariable) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
