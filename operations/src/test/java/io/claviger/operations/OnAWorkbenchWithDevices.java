package io.claviger.operations;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** A test with MFA devices, whose codes it reads off. */
abstract class OnAWorkbenchWithDevices extends OnAWorkbench {

    private static final Duration STEP = Duration.ofSeconds(30);

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

    /** Until the device shows another code. */
    void passAStep() {
        bench.pass(STEP);
    }
}
