package io.claviger.operations.role;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.AwsManagedPolicy;
import io.claviger.iam.Partition;
import io.claviger.iam.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The role that AWS links to a service. Immutable.
 *
 * <p>The resource {@code service-linked-roles.tsv} has a line a service: the service, the role's name, the name of the
 * policy that is attached to it, {@code suffix} if the role may have a suffix of one's own, and how that is known:
 * {@code recorded} in AWS's answers to calls, or {@code documented} by the service's own guide and in the documents of
 * AWS managed policies; that such a role takes no suffix is assumed.
 *
 * @param service the service's principal, such as {@code ecs.amazonaws.com}
 * @param name the role's name without a suffix
 * @param policyName of a managed policy on the path {@code /aws-service-role/}
 * @param allowsSuffix whether several such roles may be there, each with a suffix of its own
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html">Create a
 *     service-linked role</a>
 */
record ServiceLinkedRole(String service, String name, String policyName, boolean allowsSuffix) {

    private static final String RESOURCE = "service-linked-roles.tsv";

    /** The role of this service, to the letter; empty if AWS has none, as far as the table knows. */
    static Optional<ServiceLinkedRole> of(String service) {
        return Optional.ofNullable(Resource.BY_SERVICE.get(service));
    }

    /** The path on which a service's roles stand. */
    static String path(String service) {
        return Role.SERVICE_LINKED_PATH + service + "/";
    }

    /** The role's name with a suffix; without one if it is null. */
    String named(@Nullable String suffix) {
        return suffix == null ? name : name + "_" + suffix;
    }

    /** Whom the role trusts, as AWS stores it. */
    String trustPolicy() {
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"%s"},\
                "Action":"sts:AssumeRole"}]}""".formatted(service);
    }

    /** The same as CreateServiceLinkedRole answers it: with lists. */
    String answeredTrustPolicy() {
        return """
                {"Version":"2012-10-17","Statement":[{"Action":["sts:AssumeRole"],"Effect":"Allow",\
                "Principal":{"Service":["%s"]}}]}""".formatted(service);
    }

    /** The policy that is attached to the role; empty if AWS retired it, or never published it. */
    Optional<AwsManagedPolicy> policy(Partition partition) {
        return AwsManagedPolicies.find(
                partition.awsManagedPolicies() + Role.SERVICE_LINKED_PATH.substring(1) + policyName);
    }

    /** Read at the first question: a class is initialized when it is first used. */
    private static final class Resource {
        static final Map<String, ServiceLinkedRole> BY_SERVICE = read();

        private static Map<String, ServiceLinkedRole> read() {
            try (InputStream in = ServiceLinkedRole.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("the build left out the resource " + RESOURCE);
                }
                return new String(in.readAllBytes(), US_ASCII)
                        .lines()
                        .map(line -> line.split("\t", -1))
                        .map(field -> new ServiceLinkedRole(field[0], field[1], field[2], field[3].equals("suffix")))
                        .collect(Collectors.toUnmodifiableMap(ServiceLinkedRole::service, Function.identity()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
