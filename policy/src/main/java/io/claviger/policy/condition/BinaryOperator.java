package io.claviger.policy.condition;

import io.claviger.policy.pattern.Truth;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operator {@code BinaryEquals}: bytes, which both the policy and the request give in base64 (RFC 4648, section 4). */
final class BinaryOperator {

    private BinaryOperator() {}

    /** Whether a policy may list the text: base64 that is padded, as AWS demands. */
    static boolean accepts(String text) {
        return text.length() % 4 == 0 && canonical(text) != null;
    }

    /** The one spelling of the bytes, or null if the text is not base64. */
    static @Nullable String canonical(String text) {
        try {
            return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    static ValueTest of(List<String> values) {
        Set<String> bytes = values.stream()
                .map(BinaryOperator::canonical)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        return (value, context) -> {
            String given = canonical(value);
            return given == null ? Truth.UNKNOWN : Truth.of(bytes.contains(given));
        };
    }
}
