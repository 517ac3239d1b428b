package io.claviger.cmdlets.keys;

import io.claviger.powershell.command.SessionValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The keys that AWS gives to its containers and instances. Fetched when they are first needed, and kept as long as the
 * environment names the same server. Used by the session's thread.
 */
public final class MachineKeys implements AutoCloseable {

    private static final Path VENDOR = Path.of("/sys/devices/virtual/dmi/id/sys_vendor");
    private static final int KEPT = 8;

    private final Map<RefreshedKeys.Origin, RefreshedKeys> kept = new LinkedHashMap<>();

    private MachineKeys() {}

    /** The keys that a profile's {@code credential_source} names. */
    static Optional<AwsCredentialsProvider> named(String source, SessionValues session) {
        return switch (source) {
            case "Environment" -> ofEnvironment(session.environment());
            case "EcsContainer" -> container(session);
            case "Ec2InstanceMetadata" -> instance(session);
            default -> Optional.empty();
        };
    }

    /**
     * The keys in the environment's variables.
     *
     * @throws io.claviger.powershell.value.TerminatingError if there is an ID without its secret
     */
    public static Optional<AwsCredentialsProvider> ofEnvironment(Map<String, String> environment) {
        String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
        String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
        if (!id.isEmpty() && secret.isEmpty()) {
            throw KeyErrors.of("AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY.");
        }
        return id.isEmpty() || secret.isEmpty()
                ? Optional.empty()
                : Optional.of(StaticKeys.of(
                        id,
                        secret,
                        Optional.ofNullable(environment.get("AWS_SESSION_TOKEN"))
                                .filter(token -> !token.isEmpty())));
    }

    /**
     * The machine's keys, if it is one of AWS's or the environment names a server for keys. On other machines nothing
     * is sent: the message that there are no keys would be slow, and any server could answer at that address.
     *
     * @throws io.claviger.powershell.value.TerminatingError if the environment names an address that cannot be used
     */
    public static Optional<AwsCredentialsProvider> ofMachine(SessionValues session) {
        return container(session)
                .or(() -> InstanceKeys.isNamed(session.environment()) || isOfAws()
                        ? instance(session)
                        : Optional.empty());
    }

    private static Optional<AwsCredentialsProvider> container(SessionValues session) {
        return ContainerKeys.of(session.environment(), session.folder()).map(origin -> cached(origin, session));
    }

    private static Optional<AwsCredentialsProvider> instance(SessionValues session) {
        return InstanceKeys.of(session.environment()).map(origin -> cached(origin, session));
    }

    private static AwsCredentialsProvider cached(RefreshedKeys.Origin origin, SessionValues session) {
        return session.part(MachineKeys.class, MachineKeys::new).of(origin, session);
    }

    private AwsCredentialsProvider of(RefreshedKeys.Origin origin, SessionValues session) {
        if (kept.size() >= KEPT && !kept.containsKey(origin)) {
            close();
        }
        return kept.computeIfAbsent(origin, _ -> new RefreshedKeys(origin, session.clock()));
    }

    private static boolean isOfAws() {
        try {
            return Files.isReadable(VENDOR) && Files.readString(VENDOR).startsWith("Amazon EC2");
        } catch (IOException _) {
            return false;
        }
    }

    /** Forgets all keys. */
    @Override
    public void close() {
        kept.clear();
    }
}
