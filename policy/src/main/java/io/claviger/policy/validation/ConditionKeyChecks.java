package io.claviger.policy.validation;

import io.claviger.policy.catalog.ConditionKey;
import io.claviger.policy.catalog.ServiceCatalog;
import java.util.List;
import java.util.Set;

/** Whether condition keys exist. */
final class ConditionKeyChecks implements StatementChecks {

    private static final List<String> TAGS = List.of("aws:RequestTag", "aws:ResourceTag", "aws:PrincipalTag");

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        for (ConditionView condition : statement.conditions()) {
            exists(condition, policy, scope);
        }
    }

    private static void exists(ConditionView condition, PolicyView policy, Scope scope) {
        String key = condition.key();
        int colon = key.indexOf(':');
        if (colon <= 0 || colon == key.length() - 1) {
            report(
                    condition,
                    scope,
                    Check.INVALID_CONDITION_KEY_FORMAT,
                    "The condition key format is not valid. Use the format service:keyname.");
            return;
        }
        for (String tag : TAGS) {
            if (condition.on(tag) || condition.on(tag + '/')) {
                report(
                        condition,
                        scope,
                        Check.MISSING_TAG_KEY_IN_CONDITION,
                        "The condition key " + tag + "/ must include a tag key to control access based on tags. Use the"
                                + " format " + tag + "/tag-key and specify a key name for tag-key.");
                return;
            }
        }
        if (condition.on("aws:ARN")) {
            old(condition, scope);
        } else if (condition.under("aws:")) {
            if (scope.catalog().conditionKey(key) == null) {
                report(
                        condition,
                        scope,
                        Check.INVALID_GLOBAL_CONDITION_KEY,
                        "The condition key " + key + " does not exist. Use a valid condition key."
                                + similar(key, scope));
            }
        } else {
            ofService(condition, key.substring(0, colon), policy, scope);
        }
    }

    /** AWS documents both findings for this key; which it makes when is not known. */
    private static void old(ConditionView condition, Scope scope) {
        if (scope.type() == DocumentType.RESOURCE_POLICY) {
            report(
                    condition,
                    scope,
                    Check.UNSUPPORTED_GLOBAL_CONDITION_KEY,
                    "The condition key aws:ARN is not supported. Use aws:PrincipalArn or aws:SourceArn instead.");
        } else {
            report(
                    condition,
                    scope,
                    Check.DEPRECATED_GLOBAL_CONDITION_KEY,
                    "We recommend that you update aws:ARN to use the newer condition key aws:PrincipalArn.");
        }
    }

    /** The claims of identity providers are keys too, below the provider's domain, and nobody has a list of them. */
    private static void ofService(ConditionView condition, String prefix, PolicyView policy, Scope scope) {
        ConditionKey known = scope.catalog().conditionKey(condition.key());
        boolean claim =
                prefix.contains(".") && (policy.trust() || scope.catalog().service(prefix) == null);
        if (known != null || claim) {
            return;
        }
        Set<String> owners = scope.catalog().owners(condition.key());
        if (owners.isEmpty()) {
            report(
                    condition,
                    scope,
                    Check.INVALID_SERVICE,
                    "The service " + prefix + " does not exist. Use a valid service name."
                            + ActionChecks.didYouMean(scope.catalog().similarServices(prefix)));
        } else {
            report(
                    condition,
                    scope,
                    Check.INVALID_SERVICE_CONDITION_KEY,
                    "The condition key " + condition.key() + " does not exist in the service " + prefix
                            + ". Use a valid condition key." + similar(condition.key(), scope));
        }
    }

    private static String similar(String key, Scope scope) {
        ServiceCatalog catalog = scope.catalog();
        return ActionChecks.didYouMean(catalog.similarConditionKeys(key));
    }

    private static void report(ConditionView condition, Scope scope, Check check, String details) {
        scope.report().add(check, details, condition.keyLocation());
    }
}
