package io.claviger.policy.validation;

import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.json.JsonReader;
import io.claviger.policy.json.JsonResult;
import io.claviger.policy.json.JsonValue;
import io.claviger.policy.json.Position;
import io.claviger.policy.json.Span;
import io.claviger.policy.parse.PolicyParser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Validates policies: all that {@link Check} lists and that is not obsolete. Immutable, and safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html">ValidatePolicy</a>
 */
public final class PolicyValidator {

    private static final List<PolicyChecks> OF_POLICIES =
            List.of(new SizeChecks(), new SidChecks(), new StatementRedundancyChecks(), new AllowanceChecks());

    private static final List<StatementChecks> OF_STATEMENTS = List.of(
            new ElementChecks(),
            new PrincipalChecks(),
            new TrustChecks(),
            new IdentityProviderChecks(),
            new ServicePrincipalChecks(),
            new ActionChecks(),
            new ResourceChecks(),
            new ReachChecks(),
            new ElementRedundancyChecks(),
            new VariableChecks(),
            new ConditionKeyChecks(),
            new OperatorChecks(),
            new ValueChecks(),
            new NamedValueChecks(),
            new AddressChecks(),
            new WildcardChecks(),
            new KeySupportChecks(),
            new TagKeyChecks(),
            new KeyCompanyChecks(),
            new RolePassingChecks(),
            new ControlPolicyChecks());

    private final ServiceCatalog catalog;

    /**
     * A validator.
     *
     * @param catalog the services that policies can name
     */
    public PolicyValidator(ServiceCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Validates a policy of which it is not known what it is attached to.
     *
     * @param text any text
     * @param type what the policy is
     * @return all findings in the order of the policy; never throws
     */
    public List<Finding> validate(String text, DocumentType type) {
        return validate(text, type, null);
    }

    /**
     * Validates a policy.
     *
     * @param text any text
     * @param type what the policy is
     * @param kind what a resource policy is attached to, if that is known and one of these
     * @return all findings in the order of the policy; never throws
     */
    public List<Finding> validate(String text, DocumentType type, @Nullable ResourceKind kind) {
        boolean resource = type == DocumentType.RESOURCE_POLICY;
        Scope scope = new Scope(text, type, resource ? kind : null, catalog, new Report());
        JsonResult result = text.length() > PolicyParser.MAX_LENGTH
                ? new JsonResult.Fault(
                        "The policy is longer than " + PolicyParser.MAX_LENGTH + " characters", Position.START)
                : JsonReader.read(text);
        switch (result) {
            case JsonResult.Fault(String reason, Position at) -> syntax(scope, reason, at);
            case JsonResult.Read(JsonValue root) -> {
                PolicyView policy = new PolicyReader(scope).read(root);
                OF_POLICIES.forEach(checks -> checks.check(policy, scope));
                for (StatementView statement : policy.statements()) {
                    OF_STATEMENTS.forEach(checks -> checks.check(statement, policy, scope));
                }
            }
        }
        return scope.report().sorted();
    }

    private static void syntax(Scope scope, String reason, Position at) {
        TextPosition place = TextSpan.of(at);
        scope.report()
                .add(
                        Check.JSON_SYNTAX_ERROR,
                        "Fix the JSON syntax error at index " + place.offset() + " line " + place.line() + " column "
                                + place.column() + ". " + reason + '.',
                        new Location(List.of(), TextSpan.of(new Span(at, at))));
    }
}
