package io.claviger.policy.validation;

import io.claviger.policy.validation.StatementView.PrincipalView;
import io.claviger.policy.validation.StatementView.Principals;
import java.util.List;
import java.util.stream.Collectors;

/** Services as principals: on whose behalf do they act? */
final class ServicePrincipalChecks implements StatementChecks {

    private static final List<String> SOURCES =
            List.of("aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths");

    /** Keys about users and roles, which requests of services themselves do not have. */
    private static final List<String> NOT_OF_SERVICES =
            List.of("aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:PrincipalArn");

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        Principals principals = statement.principals();
        if (principals == null || principals.not() || scope.type() != DocumentType.RESOURCE_POLICY) {
            return;
        }
        List<PrincipalView> services = principals.named().stream()
                .filter(principal -> principal.kind().equals("Service"))
                .toList();
        if (services.isEmpty()) {
            return;
        }
        if (services.size() == principals.named().size()) {
            unsupported(statement, scope);
        }
        boolean limited = SOURCES.stream().anyMatch(statement::has);
        if (statement.allows() && !policy.trust() && !limited) {
            open(statement, services, scope);
        }
    }

    private static void unsupported(StatementView statement, Scope scope) {
        List<ConditionView> keys = statement.conditions().stream()
                .filter(condition -> NOT_OF_SERVICES.stream().anyMatch(condition::on))
                .filter(condition -> !condition.ifExists())
                .toList();
        if (!keys.isEmpty()) {
            String names = keys.stream().map(ConditionView::key).distinct().collect(Collectors.joining(", "));
            scope.report()
                    .add(
                            Check.UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL,
                            "The following condition keys are not supported when used with the service principal: "
                                    + names + '.',
                            keys.stream().map(ConditionView::keyLocation).toList());
        }
    }

    private static void open(StatementView statement, List<PrincipalView> services, Scope scope) {
        List<ConditionView> referers = statement.on("aws:Referer");
        for (PrincipalView service : services) {
            if (referers.isEmpty()) {
                scope.report()
                        .add(
                                Check.RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL,
                                "Granting access to a service principal without specifying a source is overly"
                                        + " permissive. Use aws:SourceArn, aws:SourceAccount, aws:SourceOrgID, or"
                                        + " aws:SourceOrgPaths condition key to grant fine-grained access.",
                                service.value().location());
            }
            for (ConditionView referer : referers) {
                scope.report()
                        .add(
                                Check.RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL,
                                "To restrict access to the service principal "
                                        + service.value().text()
                                        + " operating on your behalf, we recommend aws:SourceArn, aws:SourceAccount,"
                                        + " aws:SourceOrgID, or aws:SourceOrgPaths instead of " + referer.key() + '.',
                                referer.keyLocation());
            }
        }
    }
}
