package io.claviger.operations.delegation;

import io.claviger.iam.DelegationRequest.Parameter;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.NamedPolicy;
import io.claviger.operations.template.DocumentTemplate;
import io.claviger.operations.template.Values;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Term;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.pattern.Glob;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.DelegationPermission;
import software.amazon.awssdk.services.iam.model.PolicyParameter;

/**
 * The permissions that a delegation request asks for. AWS has partners register templates; here, a template is a managed
 * policy of the account that asks, or one of AWS's.
 *
 * @param policy the document, with the request's values in it
 */
record RequestedPermissions(String templateArn, List<Parameter> parameters, String policy) {

    private static final String LIST = "stringList";
    private static final String CREATE_ROLE = "CreateRole";
    private static final String BOUNDARY = "iam:PermissionsBoundary";

    /**
     * Reads what is asked for.
     *
     * @throws Refused when there is no such template, or the values do not make a policy of it
     */
    static RequestedPermissions of(Reading reading, Call call, DelegationPermission asked) {
        String arn = asked.policyTemplateArn();
        if (arn == null) {
            throw Refused.invalidInput("A policy template ARN is required.");
        }
        String template = NamedPolicy.document(reading, call, arn)
                .orElseThrow(() -> Refused.invalidInput("The policy template " + arn + " cannot be found."));
        Values values = values(asked.parameters());
        String policy = DocumentTemplate.render(template, values).text();
        values.requireAllUsed();
        if (PolicyParser.parse(policy, PolicyType.SESSION) instanceof MalformedPolicy malformed) {
            throw Refused.invalidInput("Failed to render template: " + malformed.message());
        }
        return new RequestedPermissions(
                arn,
                asked.parameters().stream()
                        .map(parameter -> new Parameter(name(parameter), parameter.values(), parameter.typeAsString()))
                        .toList(),
                policy);
    }

    private static Values values(List<PolicyParameter> parameters) {
        Map<String, List<String>> byName = new HashMap<>();
        Set<String> lists = new HashSet<>();
        for (PolicyParameter parameter : parameters) {
            if (byName.put(name(parameter), parameter.values()) != null) {
                throw Refused.invalidInput("The parameter " + name(parameter) + " stands twice.");
            }
            if (LIST.equals(parameter.typeAsString())) {
                lists.add(name(parameter));
            }
        }
        return new Values(byName, lists);
    }

    private static String name(PolicyParameter parameter) {
        if (parameter.name() == null) {
            throw Refused.invalidInput("A parameter has no name.");
        }
        return parameter.name();
    }

    /** The boundaries that a policy demands of the roles that it lets somebody create, sorted. */
    static List<String> boundariesOfNewRoles(PolicyDocument policy) {
        return policy.statements().stream()
                .filter(statement -> statement.effect() == Effect.ALLOW && mayCreateRoles(statement))
                .flatMap(statement -> statement.conditions().stream())
                .filter(condition -> condition.key().equalsIgnoreCase(BOUNDARY))
                .flatMap(condition -> condition.values().stream())
                .map(Term::text)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean mayCreateRoles(Statement statement) {
        boolean named = statement.actions().terms().stream()
                .anyMatch(term -> Glob.ignoringCase(term.text()).matches("iam:" + CREATE_ROLE));
        return named != statement.actions().excluding();
    }
}
