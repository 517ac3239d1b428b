package io.claviger.clients;

import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/**
 * A user with an MFA device.
 *
 * @param serial of the device
 * @param code that it shows next, good once
 */
record Guarded(Key key, String serial, String code) {

    /** Gives a user a device, if there is a program that shows codes. */
    static Guarded with(Cluster cluster, String name, Key key) throws Exception {
        if (Commands.firstThatWorks(List.of(List.of("oathtool", "--version"))).isEmpty()) {
            Commands.skip(Commands.notTested("oathtool"));
        }
        VirtualMFADevice device = device(cluster, name);
        String seed = device.base32StringSeed().asUtf8String();
        Instant now = Instant.now();
        cluster.done(
                "EnableMFADevice",
                Map.of(
                        "UserName", name,
                        "SerialNumber", device.serialNumber(),
                        "AuthenticationCode1", code(seed, now.minusSeconds(30)),
                        "AuthenticationCode2", code(seed, now)));
        return new Guarded(key, device.serialNumber(), code(seed, now.plusSeconds(30)));
    }

    private static VirtualMFADevice device(Cluster cluster, String name) {
        try (IamClient iam = IamClient.builder()
                .region(Region.AWS_GLOBAL)
                .endpointOverride(cluster.program().endpoint())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(ADMINISTRATOR.id(), ADMINISTRATOR.secret())))
                .build()) {
            return iam.createVirtualMFADevice(create -> create.virtualMFADeviceName(name))
                    .virtualMFADevice();
        }
    }

    private static String code(String seed, Instant time) throws Exception {
        Ended ended = Ended.of(new ProcessBuilder("oathtool", "--totp", "-b", "-N", time.toString(), seed).start());
        assertThat(ended.status()).isZero();
        return ended.out().strip();
    }
}
