package io.claviger.access.password;

import io.claviger.access.attempt.Network;
import io.claviger.iam.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The latest wrong passwords of each network, so that somebody who repeats one learns nothing and takes no turn of others:
 * a script with an old password, or a flood with a single one. Holds no password, but codes under a key that never leaves
 * memory. What one network tried has no effect on another: it would show what was tried there. Thread-safe.
 */
final class RefusedPasswords {

    private static final int REMEMBERED = 4096;
    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final Set<String> codes = Collections.newSetFromMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    private @Nullable SecretKeySpec key;

    /** Whether the network has claimed this before and was refused, while the account had the same password. */
    synchronized boolean contains(Claim claim, Network network, PasswordHash hash) {
        return codes.contains(code(claim, network, hash));
    }

    synchronized void add(Claim claim, Network network, PasswordHash hash) {
        codes.add(code(claim, network, hash));
    }

    private String code(Claim claim, Network network, PasswordHash hash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            for (String part : new String[] {
                claim.whom(), network.prefix(), hash.encoded(), PasswordText.normalized(claim.password())
            }) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            byte[] random = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(random);
            known = new SecretKeySpec(random, ALGORITHM);
            key = known;
        }
        return known;
    }
}
