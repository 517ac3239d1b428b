package io.claviger.operations;

import io.claviger.iam.HardwareToken;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** A test with MFA devices, whose codes it reads off. */
abstract class OnAWorkbenchWithDevices extends OnAWorkbench {

    /** The serial number of a hardware token. */
    static final String TOKEN = "GAHT12345678";

    /** Of every hardware token: the key of RFC 6238's test vectors, in base 32. */
    private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static final Duration STEP = Duration.ofSeconds(30);

    final Authenticator display = new Authenticator(SEED);
    private final Map<String, Authenticator> authenticators = new HashMap<>();

    static String serial(String name) {
        return ARN + "mfa/" + name;
    }

    VirtualMFADevice createDevice(String name) {
        VirtualMFADevice device = admin.createVirtualMFADevice(create -> create.virtualMFADeviceName(name))
                .virtualMFADevice();
        authenticators.put(name, new Authenticator(device.base32StringSeed().asUtf8String()));
        return device;
    }

    /** What the device shows so many steps from now. */
    String code(String device, int steps) {
        return Objects.requireNonNull(authenticators.get(device))
                .code(bench.now().plus(STEP.multipliedBy(steps)));
    }

    void enable(String device, String user) {
        enable(admin, device, user);
    }

    void enable(IamClient by, String device, String user) {
        by.enableMFADevice(enable -> enable.userName(user)
                .serialNumber(serial(device))
                .authenticationCode1(code(device, -1))
                .authenticationCode2(code(device, 0)));
    }

    /** The account knows the token from now on. */
    void buy(String accountId, String serialNumber, int stepSeconds) {
        String id = HardwareToken.id(accountId, serialNumber);
        bench.insert(new HardwareToken(
                accountId, serialNumber, bench.deployment.mfaSeeds().seal(id, SEED), stepSeconds, null));
    }

    /** What a token shows so many steps from now. */
    String shown(int steps) {
        return display.code(bench.now().plus(STEP.multipliedBy(steps)));
    }

    /** Enables a token by what it shows in a step and in the next. */
    void bind(String serialNumber, String user, int step) {
        bind(admin, serialNumber, user, step);
    }

    void bind(IamClient by, String serialNumber, String user, int step) {
        by.enableMFADevice(enable -> enable.userName(user)
                .serialNumber(serialNumber)
                .authenticationCode1(shown(step))
                .authenticationCode2(shown(step + 1)));
    }

    /** Until the device shows another code. */
    void passAStep() {
        bench.pass(STEP);
    }
}
