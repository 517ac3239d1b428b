package io.claviger.cmdlets.credentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;

/** The keys that AWS gives to containers and machines of its own. The SDK asks for them when they are first needed. */
final class MachineKeys {

    private static final Path VENDOR = Path.of("/sys/devices/virtual/dmi/id/sys_vendor");

    private MachineKeys() {}

    /** What a profile's {@code credential_source} names. */
    static Optional<AwsCredentialsProvider> named(String source, Map<String, String> environment) {
        return switch (source) {
            case "Environment" -> ofEnvironment(environment);
            case "EcsContainer" -> Optional.of(container());
            case "Ec2InstanceMetadata" -> Optional.of(instance());
            default -> Optional.empty();
        };
    }

    /** The keys in the environment's variables. */
    static Optional<AwsCredentialsProvider> ofEnvironment(Map<String, String> environment) {
        String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
        String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
        return id.isEmpty() || secret.isEmpty()
                ? Optional.empty()
                : Optional.of(StoredCredentials.keys(
                        id,
                        secret,
                        Optional.ofNullable(environment.get("AWS_SESSION_TOKEN"))
                                .filter(token -> !token.isEmpty())));
    }

    /**
     * What the machine has, if it is one of AWS's. Elsewhere nothing is asked over the network: nobody shall wait for the
     * sentence that there are no keys, nor get them from whoever answers at that address.
     */
    static Optional<AwsCredentialsProvider> ofMachine(Map<String, String> environment) {
        boolean container = environment.containsKey("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                || environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI");
        if (container) {
            return Optional.of(container());
        }
        boolean disabled =
                environment.getOrDefault("AWS_EC2_METADATA_DISABLED", "").equalsIgnoreCase("true");
        return disabled || !isOfAws() ? Optional.empty() : Optional.of(instance());
    }

    private static AwsCredentialsProvider container() {
        return ContainerCredentialsProvider.create();
    }

    private static AwsCredentialsProvider instance() {
        return InstanceProfileCredentialsProvider.create();
    }

    private static boolean isOfAws() {
        try {
            return Files.isReadable(VENDOR) && Files.readString(VENDOR).startsWith("Amazon EC2");
        } catch (IOException _) {
            return false;
        }
    }
}
