package io.claviger.operations.simulation;

import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.EntityArn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A resource of a simulation.
 *
 * @param arn its ARN as the request gives it
 * @param service the service that it is of
 * @param ownerId the account that it belongs to
 */
record SimulatedResource(String arn, String service, String ownerId) {

    private static final String ANY = "*";
    private static final int PARTS = 6;
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern OWNER = Pattern.compile("arn:aws[a-z-]*+:iam::(?<account>[0-9]{12}):.++");

    /**
     * The resources that a request names; none if it names any.
     *
     * @param ownerId to whom those belong whose ARNs do not say it
     * @throws Refused when one is no ARN, in AWS's words
     */
    static List<SimulatedResource> of(List<String> arns, String ownerId) {
        if (arns.isEmpty() || arns.equals(List.of(ANY))) {
            return List.of();
        }
        List<SimulatedResource> resources = new ArrayList<>();
        for (String arn : arns) {
            String[] parts = arn.split(":", PARTS);
            boolean wellFormed = parts.length == PARTS
                    && parts[0].equalsIgnoreCase("arn")
                    && !parts[1].isEmpty()
                    && !parts[2].isEmpty()
                    && !parts[5].isEmpty();
            if (!wellFormed) {
                throw Refused.invalidInput("ResourceNames are not in a valid ARN format: " + arn + ".");
            }
            boolean named = ACCOUNT.matcher(parts[4]).matches();
            resources.add(new SimulatedResource(arn, parts[2], named ? parts[4] : ownerId));
        }
        return resources;
    }

    /**
     * The account that a request names as the owner of its resources.
     *
     * @param resourceOwner an ARN of the account or of something in it; null if the request names none
     * @throws Refused when it is no such ARN, in AWS's words
     */
    static String ownerId(@Nullable String resourceOwner, String callersAccount) {
        if (resourceOwner == null) {
            return callersAccount;
        }
        Matcher owner = OWNER.matcher(resourceOwner);
        if (!owner.matches()) {
            throw Refused.invalidInput("'" + resourceOwner + "' is not a valid as a Resource Owner.");
        }
        return owner.group("account");
    }

    /** Whether the resource's policy must agree even to its own account, as keys' policies must. */
    boolean trustsNobody() {
        return service.equals("kms");
    }

    /** Whether it is a role, whose policy says who may assume it. */
    boolean isRole() {
        return EntityArn.parse(arn)
                .filter(entity -> entity.kind() == EntityArn.Kind.ROLE)
                .isPresent();
    }
}
