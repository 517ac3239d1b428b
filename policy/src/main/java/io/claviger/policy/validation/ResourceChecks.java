package io.claviger.policy.validation;

import io.claviger.policy.catalog.ResourceType;
import io.claviger.policy.validation.StatementView.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Whether resources are named by ARNs that something can have. */
final class ResourceChecks implements StatementChecks {

    static final int PARTS = 6;

    private static final Set<String> PARTITIONS = new TreeSet<>(
            Set.of("aws", "aws-cn", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-us-gov"));

    @Override
    public void check(StatementView statement, PolicyView policy, Scope scope) {
        Choice resources = statement.resources();
        if (resources == null || policy.trust()) {
            return;
        }
        for (Node resource : resources.texts()) {
            if (!resource.text().equals("*")) {
                arn(resource, scope);
            }
            supported(resource, scope);
        }
    }

    private static void arn(Node resource, Scope scope) {
        String[] parts = ArnParts.split(resource.text());
        if (!parts[0].equals("arn") && !ArnParts.open(parts[0])) {
            scope.report()
                    .add(
                            Check.INVALID_ARN_PREFIX,
                            "Add the required prefix (arn) to the resource ARN.",
                            resource.location());
            return;
        }
        if (parts.length < PARTS) {
            if (!parts[parts.length - 1].endsWith("*")) {
                scope.report()
                        .add(
                                Check.MISSING_ARN_FIELD,
                                "Resource ARNs must include at least " + PARTS
                                        + " fields in the following structure:"
                                        + " arn:partition:service:region:account:resource",
                                resource.location());
            }
            return;
        }
        if (!ArnParts.open(parts[1]) && !PARTITIONS.contains(parts[1])) {
            scope.report()
                    .add(
                            Check.INVALID_PARTITION,
                            "The resource ARN for the service " + parts[2] + " does not support the partition "
                                    + parts[1] + ". Use the supported values: " + String.join(", ", PARTITIONS),
                            resource.location());
        }
        service(resource, parts, scope);
    }

    private static void service(Node resource, String[] parts, Scope scope) {
        String service = parts[2];
        if (ActionChecks.wild(service)) {
            scope.report()
                    .add(
                            Check.WILDCARD_IN_SERVICE_NAME,
                            "Avoid using wildcards (*, ?) in the service name because it might grant unintended access to"
                                    + " other AWS services with similar names.",
                            resource.location());
            return;
        }
        String lower = service.toLowerCase(Locale.ROOT);
        List<ResourceType> types = scope.catalog().resourceTypes(lower);
        if (types.isEmpty() && scope.catalog().service(lower) == null) {
            if (!ArnParts.open(service)) {
                scope.report()
                        .add(
                                Check.INVALID_SERVICE,
                                "The service " + service + " does not exist. Use a valid service name."
                                        + ActionChecks.didYouMean(
                                                scope.catalog().similarServices(service)),
                                resource.location());
            }
            return;
        }
        if (!lower.equals(service)) {
            scope.report()
                    .add(
                            Check.INVALID_ARN_SERVICE_CASE,
                            "Update the service name " + service + " in the resource ARN to use all lowercase letters.",
                            resource.location());
        }
        if (!types.isEmpty()) {
            ArnFieldChecks.check(resource, parts, types, scope);
        }
    }

    private static void supported(Node resource, Scope scope) {
        ResourceKind kind = scope.kind();
        if (kind == null) {
            return;
        }
        String[] parts = ArnParts.split(resource.text());
        boolean good = parts.length == PARTS
                && (ArnParts.open(parts[2]) || kind.service().equals(parts[2]));
        if (!good) {
            scope.report()
                    .add(
                            Check.UNSUPPORTED_RESOURCE_ARN_IN_POLICY,
                            "The resource ARN is not supported for the resource-based policy attached to the resource"
                                    + " type " + kind.title() + '.',
                            resource.location());
        }
    }
}
