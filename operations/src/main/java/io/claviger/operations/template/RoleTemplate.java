package io.claviger.operations.template;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of AWS's templates for roles, which has one version. Immutable.
 *
 * @param service the service that manages it, such as {@code backup.amazonaws.com}
 * @param versionId the unique ID of its version
 * @param created when the version was made
 * @param path of the roles, with slashes at both ends
 * @param roleDescription with places for values, like everything that follows
 * @param trust the trust policy
 * @param inlinePolicies by name
 * @param managedPolicyArns AWS managed policies
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_role-template.html">Role templates</a>
 */
public record RoleTemplate(
        String service,
        String name,
        String versionId,
        Instant created,
        String path,
        String description,
        String roleDescription,
        String trust,
        Map<String, String> inlinePolicies,
        List<String> managedPolicyArns,
        List<Parameter> parameters) {

    /** The one version that each template has. */
    public static final int MAJOR_VERSION = 1;

    /** The one minor version. */
    public static final int MINOR_VERSION = 0;

    /** The name of the parameter with the role's name, which every template has. */
    public static final String ROLE_NAME = "RoleName";

    /** AWS answers with them in this partition, whose ARNs are in their policies too. Of others nothing is known. */
    private static final String PREFIX = "arn:aws:iam::aws:role-template/";

    /** Copies the collections. */
    public RoleTemplate {
        inlinePolicies = Map.copyOf(inlinePolicies);
        managedPolicyArns = List.copyOf(managedPolicyArns);
        parameters = List.copyOf(parameters);
    }

    /**
     * A value that a template takes.
     *
     * @param isList whether there may be several
     * @param defaultValue null if it has none
     */
    public record Parameter(
            String name,
            boolean isList,
            boolean isRequired,
            @Nullable String defaultValue,
            String description) {}

    /** {@code arn:aws:iam::aws:role-template/service/name:1}. */
    public String arn() {
        return PREFIX + service + "/" + name + ":" + MAJOR_VERSION;
    }

    /** Whether an ARN has the form of a template's. */
    public static boolean isArn(String text) {
        return text.matches("arn:aws[a-z-]*:iam::aws:role-template/[a-z0-9.-]+/[A-Za-z0-9_+=,.@-]+:[0-9]+");
    }
}
