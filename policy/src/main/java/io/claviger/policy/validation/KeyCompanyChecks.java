package io.claviger.policy.validation;

import io.claviger.policy.condition.OperatorKind;
import io.claviger.policy.validation.StatementView.Choice;
import java.util.List;

/** Keys that protect only together with others, or only in one direction, or not at all. */
final class KeyCompanyChecks implements StatementChecks {

    private static final List<String> NETWORKS = List.of("aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn");
    private static final List<String> SPOOFED = List.of("aws:Referer", "aws:UserAgent");
    private static final List<String> OF_ENDPOINTS = List.of("aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths");

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        for (ConditionView condition : statement.conditions()) {
            paired(statement, condition, scope);
            if (SPOOFED.stream().anyMatch(condition::on)) {
                scope.report()
                        .add(
                                Check.UNTRUSTWORTHY_CONDITION_KEY,
                                "The " + condition.key()
                                        + " condition key is not recommended for access control as it can be"
                                        + " spoofed/manipulated by the caller.",
                                condition.keyLocation());
            }
            if (OF_ENDPOINTS.stream().anyMatch(condition::on) && !scoped(statement)) {
                scope.report()
                        .add(
                                Check.USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES,
                                "The condition key " + condition.key()
                                        + " works only with specific AWS services and must be scoped to supported"
                                        + " services in your policies.",
                                condition.keyLocation());
            }
            if (condition.on("s3:ResourceAccount")
                    && scope.kind() != null
                    && scope.kind().service().equals("s3")) {
                scope.report()
                        .add(
                                Check.IRRELEVANT_CONDITION_KEY_IN_POLICY,
                                "The condition key " + condition.key() + " is not relevant for the "
                                        + scope.kind().title()
                                        + " policy.  Use this key in an identity-based policy to govern access to this"
                                        + " resource.",
                                condition.keyLocation());
            }
            prefix(statement, condition, scope);
        }
    }

    private static void paired(StatementView statement, ConditionView condition, Scope scope) {
        if (condition.on("aws:VpcSourceIp") && NETWORKS.stream().noneMatch(statement::has)) {
            scope.report()
                    .add(
                            Check.MISSING_PAIRED_CONDITION_KEYS,
                            "Using the condition key " + condition.key()
                                    + " can be overly permissive without also using the following condition keys:"
                                    + " aws:SourceVpc. Condition keys like this one are more secure when paired with a"
                                    + " related key. We recommend that you add the related condition keys to the same"
                                    + " condition block.",
                            condition.keyLocation());
        }
        boolean attributes = condition.on("dynamodb:Attributes") && statement.allows();
        if (attributes && !condition.is(OperatorKind.NULL) && !statement.has("dynamodb:Select")) {
            scope.report()
                    .add(
                            Check.DYNAMODB_ATTRIBUTES_WITHOUT_SELECT,
                            "Restricting dynamodb:Attributes without also setting dynamodb:Select to SPECIFIC_ATTRIBUTES"
                                    + " allows all attributes to be returned on read requests that omit a projection"
                                    + " expression. We recommend that you also set dynamodb:Select to"
                                    + " SPECIFIC_ATTRIBUTES.",
                            condition.keyLocation());
        }
    }

    private static boolean scoped(StatementView statement) {
        Choice actions = statement.actions();
        return actions == null
                || (!actions.not()
                        && actions.texts().stream()
                                .noneMatch(action -> action.text().equals("*")));
    }

    private static void prefix(StatementView statement, ConditionView condition, Scope scope) {
        boolean useless = condition.negated() ? statement.allows() : statement.denies();
        if (condition.on("s3:prefix") && condition.text() && useless) {
            scope.report()
                    .add(
                            Check.S3_PREFIX_IN_NEGATIVE_CONTEXT,
                            "Using the s3:prefix condition key in a Deny statement or with a negated string operator does"
                                    + " not block listing the objects under the matching prefixes. A request that"
                                    + " specifies a shorter prefix does not match the condition and can still list those"
                                    + " objects. To restrict listing to specific prefixes, use s3:prefix with StringLike"
                                    + " in an Allow statement, or use a Deny statement with StringNotLike.",
                            condition.keyLocation());
        }
    }
}
