package io.claviger.operations;

import io.claviger.policy.condition.Family;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.MapContext;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;

/**
 * The condition keys of a simulation.
 *
 * @param values all of them
 * @param given the lower-case names of those that the request gave
 * @param length how long all values are together, in characters
 * @param longest how long the longest is
 */
record SimulatedContext(MapContext values, Set<String> given, long length, long longest) {

    /** The longest number that conditions compare. */
    private static final int LONGEST_NUMBER = 40;

    /**
     * The keys that a request gives, and those known of the caller that it does not give.
     *
     * @throws Refused when a value is not of the type that it is said to have, in AWS's words
     */
    static SimulatedContext of(List<ContextEntry> entries, SimulatedCaller caller) {
        Map<String, ContextValue> values = new HashMap<>();
        for (ContextEntry entry : entries) {
            if (isEmpty(entry)) {
                continue;
            }
            String name = entry.contextKeyName();
            if (name == null || name.isEmpty()) {
                throw Refused.invalidInput("ContextKeyName cannot be null or empty.");
            }
            if (values.put(name.toLowerCase(Locale.ROOT), value(name, entry)) != null) {
                throw Refused.invalidInput("Duplicate context key: " + name + ".");
            }
        }
        Set<String> given = Set.copyOf(values.keySet());
        caller.keys().forEach((key, value) -> values.putIfAbsent(key, new ContextValue.Text(value)));
        long[] lengths = values.values().stream()
                .flatMap(SimulatedContext::texts)
                .mapToLong(String::length)
                .toArray();
        return new SimulatedContext(
                MapContext.of(values),
                given,
                LongStream.of(lengths).sum(),
                LongStream.of(lengths).max().orElse(0));
    }

    private static Stream<String> texts(ContextValue value) {
        return switch (value) {
            case ContextValue.Text(String text) -> Stream.of(text);
            case ContextValue.Texts(List<String> texts) -> texts.stream();
        };
    }

    private static boolean isEmpty(ContextEntry entry) {
        return entry.contextKeyName() == null
                && entry.contextKeyTypeAsString() == null
                && entry.contextKeyValues().isEmpty();
    }

    private static ContextValue value(String name, ContextEntry entry) {
        List<String> values = entry.contextKeyValues();
        if (entry.contextKeyTypeAsString() == null) {
            throw Refused.invalidInput("Context key " + name + " has invalid type null.");
        }
        if (values.isEmpty()) {
            throw Refused.invalidInput("Context values for context key " + name + " cannot be null or empty.");
        }
        Form form = form(name, entry);
        List<String> read = values.stream().map(text -> form.of(name, text)).toList();
        if (entry.contextKeyTypeAsString().endsWith("List")) {
            return new ContextValue.Texts(read);
        }
        if (read.size() > 1) {
            // AWS names the type, not the key.
            throw Refused.invalidInput("Context key " + entry.contextKeyTypeAsString()
                    + " expected a single value, but received " + read.size() + ".");
        }
        return new ContextValue.Text(read.getFirst());
    }

    private static Form form(String name, ContextEntry entry) {
        ContextKeyTypeEnum type = entry.contextKeyType();
        return switch (type) {
            // AWS takes any text as a boolean; one that is none equals none.
            case STRING, STRING_LIST, BOOLEAN, BOOLEAN_LIST -> Form.TEXT;
            case NUMERIC, NUMERIC_LIST -> Form.NUMBER;
            case DATE, DATE_LIST -> Form.DATE;
            case IP, IP_LIST -> Form.ADDRESS;
            case BINARY, BINARY_LIST -> Form.BINARY;
            case UNKNOWN_TO_SDK_VERSION ->
                throw Refused.invalidInput(
                        "Context key " + name + " has invalid type " + entry.contextKeyTypeAsString() + ".");
        };
    }

    /** What the texts of a type must look like, and how conditions write them. */
    private enum Form {
        TEXT("text") {
            @Override
            String read(String text) {
                return text;
            }
        },
        NUMBER("numeric format") {
            @Override
            @Nullable
            String read(String text) {
                if (text.length() > LONGEST_NUMBER) {
                    return null;
                }
                try {
                    return plain(new BigDecimal(text), text);
                } catch (NumberFormatException notDecimal) {
                    return null;
                }
            }
        },
        DATE("DateTime format") {
            @Override
            @Nullable
            String read(String text) {
                if (Family.DATE.accepts(text, false)) {
                    return text;
                }
                // A time without an offset is one in UTC.
                return Family.DATE.accepts(text + "Z", false) ? text + "Z" : null;
            }
        },
        ADDRESS("IP address") {
            @Override
            @Nullable
            String read(String text) {
                return text.indexOf('/') < 0 && Family.IP.accepts(text, false) ? text : null;
            }
        },
        BINARY("base-64 encoded binary format") {
            @Override
            @Nullable
            String read(String text) {
                try {
                    String canonical = Base64.getEncoder()
                            .encodeToString(Base64.getDecoder().decode(text));
                    return canonical.equals(text) ? text : null;
                } catch (IllegalArgumentException notBase64) {
                    return null;
                }
            }
        };

        private final String title;

        Form(String title) {
            this.title = title;
        }

        /** The text as conditions compare it, or null if it is not of this form. */
        abstract @Nullable String read(String text);

        String of(String key, String text) {
            String read = read(text);
            if (read == null) {
                throw Refused.invalidInput("Invalid context value for key " + key + ": expected " + title + ".");
            }
            return read;
        }

        /** Digits instead of an exponent, as long as that is no longer than what conditions compare. */
        private static String plain(BigDecimal number, String text) {
            boolean exponent = text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
            return exponent && Math.abs((long) number.scale()) < LONGEST_NUMBER ? number.toPlainString() : text;
        }
    }
}
