package io.claviger.policy.validation;

import io.claviger.policy.catalog.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Compares the last three parts of an ARN with the forms that the ARNs of its service have. */
final class ArnFieldChecks {

    /** What a Region is called, for Regions to come as well. */
    static final Pattern REGION = Pattern.compile("(?:af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)(?:-(?:gov|iso[a-z]?|de))?-"
            + "(?:central|east|north|northeast|northwest|south|southeast|southwest|west)-[1-9]");

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    /** Services that have resources of AWS's own, whose ARNs name no account. */
    private static final Set<String> AWS_OWNED = Set.of("resource-explorer-2", "ssm");

    private ArnFieldChecks() {}

    static void check(Node resource, String[] parts, List<ResourceType> types, Scope scope) {
        String region = parts[3];
        String account = parts[4];
        List<String[]> forms = new ArrayList<>();
        int[] written = ArnParts.tokens(parts[5]);
        for (ResourceType type : types) {
            String[] form = ArnParts.split(type.arn());
            if (GlobOverlap.overlap(written, ArnParts.tokens(form[5]))) {
                forms.add(form);
            }
        }
        if (forms.isEmpty()) {
            scope.report()
                    .add(
                            Check.INVALID_ARN_RESOURCE,
                            "Resource ARN does not match the expected ARN format. Update the resource portion of the"
                                    + " ARN.",
                            resource.location());
            return;
        }
        region(resource, parts[2], region, forms, scope);
        account(resource, parts, account, forms, scope);
    }

    private static void region(Node resource, String service, String region, List<String[]> forms, Scope scope) {
        if (region.isEmpty()) {
            if (none(forms, form -> form[3].isEmpty() || form[3].equals("*"))) {
                report(scope, resource, Check.MISSING_ARN_REGION, "Add a Region to the " + service + " resource ARN.");
            }
        } else if (!ArnParts.open(region)) {
            if (none(forms, form -> !form[3].isEmpty())) {
                report(
                        scope,
                        resource,
                        Check.ARN_REGION_NOT_ALLOWED,
                        "The service " + service + " does not support specifying a Region in the resource ARN.");
            } else if (!REGION.matcher(region).matches() && none(forms, form -> form[3].equals(region))) {
                report(
                        scope,
                        resource,
                        Check.INVALID_ARN_REGION,
                        "The Region " + region
                                + " is not valid for this resource. Update the resource ARN to include a supported"
                                + " Region.");
            }
        }
    }

    private static void account(Node resource, String[] parts, String account, List<String[]> forms, Scope scope) {
        if (account.isEmpty()) {
            if (none(forms, form -> !form[4].contains("${Account}")) && !AWS_OWNED.contains(parts[2])) {
                report(
                        scope,
                        resource,
                        Check.MISSING_ARN_ACCOUNT,
                        "The resource " + parts[5]
                                + " in the arn is missing an account id. Please provide a 12 digit account id.");
            }
        } else if (!ArnParts.open(account)) {
            if (none(forms, form -> !form[4].isEmpty())) {
                report(
                        scope,
                        resource,
                        Check.ARN_ACCOUNT_NOT_ALLOWED,
                        "The service " + parts[2] + " does not support specifying an account ID in the resource ARN.");
            } else if (!ACCOUNT.matcher(account).matches()
                    && !account.equals("aws")
                    && none(forms, form -> form[4].equals(account))) {
                report(
                        scope,
                        resource,
                        Check.INVALID_ARN_ACCOUNT,
                        "The resource ARN account ID " + account + " is not valid. Provide a 12-digit account ID.");
            }
        }
    }

    private static boolean none(List<String[]> forms, Predicate<String[]> test) {
        return forms.stream().noneMatch(test);
    }

    private static void report(Scope scope, Node resource, Check check, String details) {
        scope.report().add(check, details, resource.location());
    }
}
