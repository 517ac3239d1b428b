package io.claviger.server;

import io.claviger.access.mfa.MfaSeeds;
import io.claviger.iam.FidoDevice;
import io.claviger.iam.HardwareToken;
import io.claviger.iam.TotpDevice.Clock;
import io.claviger.iam.TotpDevice.Use;
import io.claviger.iam.User;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.SqliteFile;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Devices that no request makes, put into the store of a server that has ended. */
final class StoredDevices {

    /** The seed of alice's hardware token: the key of RFC 6238's test vectors. */
    static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private StoredDevices() {}

    /** A passkey and a hardware token. */
    static void giveAlice(Path data) {
        try (SqlStore store = SqlStore.open(SqliteFile.in(data), new SealingKey.InFile(data.resolve("sealing.key")))) {
            MfaSeeds seeds = new MfaSeeds(store.sealing(), new SecureRandom());
            store.write(writing -> {
                User alice = writing.users().named("123456789012", "alice").orElseThrow();
                writing.insert(new FidoDevice(
                        alice.accountId(),
                        FidoDevice.pathOfUser("alice"),
                        "laptop-NSSQURFMVVHQLMHYNZQJFH4EHM",
                        alice.id(),
                        Samples.NOW,
                        new FidoDevice.Credential(
                                "iam.example", "Y3JlZGVudGlhbA", "a2V5", 7, "00000000-0000-0000-0000-000000000000")));
                writing.insert(new HardwareToken(
                        alice.accountId(),
                        "GAHT12345678",
                        seeds.seal(HardwareToken.id(alice.accountId(), "GAHT12345678"), SEED),
                        30,
                        new Use(alice.id(), Samples.NOW, new Clock(0, 1))));
                return alice;
            });
        }
    }
}
