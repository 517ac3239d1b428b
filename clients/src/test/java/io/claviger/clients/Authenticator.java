package io.claviger.clients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A virtual MFA device, as an app on a phone is one. Its codes are another program's: oathtool's.
 *
 * @param home where oathtool runs
 * @param seed what the device was given, in base 32
 */
record Authenticator(Path home, String seed) {

    private static final int STEP_SECONDS = 30;

    /** A device that the SDK for Java has just made. */
    static Authenticator made(Path home, JsonNode answer) {
        byte[] seed = Base64.getDecoder()
                .decode(answer.at("/VirtualMFADevice/Base32StringSeed").asString());
        return new Authenticator(home, new String(seed, StandardCharsets.US_ASCII));
    }

    /** Whether oathtool is here; if not, the test is skipped, aloud. */
    static void require() {
        if (Commands.firstThatWorks(List.of(List.of("oathtool", "--version"))).isEmpty()) {
            Commands.skip(Commands.notTested("oathtool"));
        }
    }

    /** Which half minute this is. Codes that are sent in a later one than they were made for count as a clock that is behind. */
    static long step() {
        return Instant.now().getEpochSecond() / STEP_SECONDS;
    }

    /** The code of this moment. */
    String code() {
        return code(0);
    }

    /** The code of so many steps of half a minute before this one. A device is enabled by earlier ones: none is taken twice. */
    String code(int stepsBefore) {
        Instant then = Instant.now().minusSeconds((long) stepsBefore * STEP_SECONDS);
        List<String> command = List.of("oathtool", "--totp", "--base32", "--now=@" + then.getEpochSecond(), seed);
        try {
            Ended ended = Ended.of(Commands.process(home, command).start());
            if (ended.status() != 0) {
                throw new AssertionError("oathtool failed: " + ended.out());
            }
            return ended.out().strip();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
