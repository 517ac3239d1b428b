package io.claviger.access;

import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.access.SessionDetails.Federation;
import io.claviger.access.SessionDetails.Policies;
import io.claviger.iam.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sessions with each detail or without it. */
record RandomSessions(Random random) {

    /** The access key ID of all of them. */
    static final String KEY = "ASIAQNZGKIQY56JQ7WML";

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    Session next() {
        Instant issued = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
        return new Session(
                new Temporary(
                        KEY,
                        List.of(Origin.values()).get(random.nextInt(Origin.values().length)),
                        issued,
                        issued.plusSeconds(random.nextInt(129_600)),
                        details()),
                id(),
                random.nextBoolean() ? text(40) : Base64.getEncoder().encodeToString(bytes(30)));
    }

    private SessionDetails details() {
        return new SessionDetails(
                maybe(() -> text(64)).orElse(""),
                maybe(() -> new Policies(orNull(this::policy), some(this::text)))
                        .orElse(null),
                some(() -> new Tag(text(), text())),
                some(this::text),
                orNull(this::text),
                orNull(() -> Instant.ofEpochSecond(1 + random.nextLong(4_000_000_000L))),
                some(this::policy),
                orNull(() -> new Federation("arn:" + text(), keys())),
                some(this::id),
                orNull(() -> random.nextBoolean()
                        ? text()
                        : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32))));
    }

    private Map<String, List<String>> keys() {
        Map<String, List<String>> keys = new HashMap<>();
        some(this::text).forEach(key -> keys.put(key, some(this::text)));
        return keys;
    }

    private String id() {
        return switch (random.nextInt(4)) {
            case 0 -> String.format("%012d", random.nextLong(1_000_000_000_000L));
            case 1 -> text(21);
            default -> "AROA" + characters(BASE_32, 17);
        };
    }

    private String policy() {
        return "{\"Statement\":\"" + "deny ".repeat(random.nextInt(150)) + text() + "\"}";
    }

    private String text() {
        return text(random.nextInt(20));
    }

    private String text(int length) {
        return characters("aZ09 +/=_-.,@:\n\u00e9\u4e2d", length);
    }

    private String characters(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> List<T> some(Supplier<T> one) {
        List<T> list = new ArrayList<>();
        while (random.nextInt(3) == 0) {
            list.add(one.get());
        }
        return list;
    }

    private <T> Optional<T> maybe(Supplier<T> one) {
        return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
    }

    private <T> @Nullable T orNull(Supplier<T> one) {
        return maybe(one).orElse(null);
    }
}
