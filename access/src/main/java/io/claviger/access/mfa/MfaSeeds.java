package io.claviger.access.mfa;

import io.claviger.iam.Base32;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.Sealing;
import io.claviger.iam.TotpDevice;
import java.security.MessageDigest;
import java.security.SecureRandom;

/** Makes, seals and opens the seeds of MFA devices, each for its own device alone. Thread-safe. */
public final class MfaSeeds {

    /** As many as AWS's seeds have: 64 characters of base 32. */
    private static final int BYTES = 40;

    private final Sealing sealing;
    private final SecureRandom random;

    /** Seals under the deployment's key. */
    public MfaSeeds(Sealing sealing, SecureRandom random) {
        this.sealing = sealing;
        this.random = random;
    }

    /** A new seed, in base 32. */
    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base32.encode(bytes);
    }

    /** Seals a seed for the device of this ID. */
    public SealedSecret seal(String deviceId, String seed) {
        return new SealedSecret(sealing.seal(seed, context(deviceId)));
    }

    /** Whether a device has this seed, in base 32. */
    public boolean isSeed(TotpDevice device, String seed) {
        return MessageDigest.isEqual(key(device), Base32.decode(seed));
    }

    /** The key that a device's codes are made with. */
    byte[] key(TotpDevice device) {
        return sealing.open(device.seed().bytes(), context(device.id()))
                .map(Base32::decode)
                .orElseThrow(() -> new IllegalStateException("the seed of " + device.id() + " cannot be opened"));
    }

    /** What the seed of a device is sealed for: that device alone. */
    public static String context(String deviceId) {
        return "mfa-device:" + deviceId;
    }
}
