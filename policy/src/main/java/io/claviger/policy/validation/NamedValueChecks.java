package io.claviger.policy.validation;

import io.claviger.policy.catalog.ConditionKey;
import io.claviger.policy.catalog.ValueType;
import io.claviger.policy.pattern.AsciiCase;
import io.claviger.policy.validation.StatementView.PrincipalView;
import io.claviger.policy.validation.StatementView.Principals;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that must have a certain form because of what their key means: Regions, VPCs, endpoints, services, KMS keys. */
final class NamedValueChecks implements StatementChecks {

    private static final Pattern VPC = Pattern.compile("vpc-(?:[a-z0-9]{8}|[a-z0-9]{17})");
    private static final Pattern VPC_ENDPOINT = Pattern.compile("vpce-(?:[a-z0-9]{8}|[a-z0-9]{17})");
    private static final Pattern KMS_KEY =
            Pattern.compile("arn:aws[a-z-]{0,16}:kms:[a-z0-9-]+:\\d{12}:key/[A-Za-z0-9-]+");
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)*"
            + "\\.(?:amazonaws\\.com(?:\\.cn)?|amazonaws\\.eu|amazon\\.com|aws\\.internal|aws\\.dev|aws)");
    private static final Pattern SERVICE_IN_REGION =
            Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z0-9-]+\\.amazonaws\\.(?:com(?:\\.cn)?|eu)");
    private static final Set<String> OF_SERVICES = Set.of(
            "aws:calledvia",
            "aws:calledviafirst",
            "aws:calledvialast",
            "aws:principalservicename",
            "aws:principalservicenameslist",
            "iam:awsservicename",
            "iam:passedtoservice",
            "sts:awsservicename");

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        Principals principals = statement.principals();
        if (principals != null && scope.type() == DocumentType.RESOURCE_POLICY) {
            for (PrincipalView principal : principals.named()) {
                boolean service = principal.kind().equals("Service");
                if (service && !ArnParts.open(principal.value().text())) {
                    service(principal.value(), SERVICE, "{service}.amazonaws.com", scope);
                }
            }
        }
        for (ConditionView condition : statement.conditions()) {
            for (Node value : condition.values()) {
                boolean open =
                        value.text().contains("${") || (condition.wildcards() && ActionChecks.wild(value.text()));
                if ((condition.text() || condition.wildcards()) && !open) {
                    value(condition, value, scope);
                }
            }
        }
    }

    private static void value(ConditionView condition, Node value, Scope scope) {
        String key = AsciiCase.lower(condition.key());
        String text = value.text();
        if (key.equals("aws:requestedregion")
                && !ArnFieldChecks.REGION.matcher(text).matches()) {
            scope.report()
                    .add(
                            Check.INVALID_REGION,
                            "The Region " + text + " is not valid. Update the condition value to a supported Region.",
                            value.location());
        } else if (key.equals("aws:sourcevpc") && !VPC.matcher(text).matches()) {
            scope.report()
                    .add(
                            Check.INVALID_VPC_FORMAT,
                            "The VPC identifier in the condition key value is not valid. Use the prefix 'vpc-' followed"
                                    + " by 8 or 17 alphanumeric characters.",
                            value.location());
        } else if (key.equals("aws:sourcevpce") && !VPC_ENDPOINT.matcher(text).matches()) {
            scope.report()
                    .add(
                            Check.INVALID_VPCE_FORMAT,
                            "The VPCE identifier in the condition key value is not valid.  Use the prefix 'vpce-'"
                                    + " followed by 8 or 17 alphanumeric characters.",
                            value.location());
        } else if (OF_SERVICES.contains(key)) {
            service(value, SERVICE, "{service}.amazonaws.com", scope);
        } else if (key.equals("kms:viaservice")) {
            service(value, SERVICE_IN_REGION, "{service}.{region}.amazonaws.com", scope);
        } else if (kmsKey(condition, scope) && !KMS_KEY.matcher(text).matches()) {
            scope.report()
                    .add(
                            Check.INVALID_KMS_KEY_VALUE,
                            "The " + condition.key() + " condition key value must be a valid KMS key ARN.",
                            value.location());
        }
    }

    /** Keys about keys of KMS, as far as the catalog says that their values are ARNs. */
    private static boolean kmsKey(ConditionView condition, Scope scope) {
        String key = AsciiCase.lower(condition.key());
        if (!key.contains("kms") || !key.contains("key")) {
            return false;
        }
        ConditionKey known = scope.catalog().conditionKey(condition.key());
        return known != null && known.type() == ValueType.ARN;
    }

    private static void service(Node value, Pattern form, String expected, Scope scope) {
        if (!form.matcher(value.text()).matches()) {
            scope.report()
                    .add(
                            Check.INVALID_SERVICE_PRINCIPAL_FORMAT,
                            "The service principal does not match the expected format. Use the format " + expected
                                    + '.',
                            value.location());
        }
    }
}
