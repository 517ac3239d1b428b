package io.claviger.policy.reference;

import io.claviger.policy.request.ContextValue;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether one value of a request fits one value of a policy. Empty: the request's value is not of the operator's type. */
final class ReferenceValues {

    private ReferenceValues() {}

    static Optional<Boolean> fits(
            String operator, String given, String listed, boolean variables, Map<String, ContextValue> context) {
        String positive = operator.replace("Not", "");
        if (positive.startsWith("Numeric")) {
            return number(given)
                    .map(n -> ordered(positive, n.compareTo(number(listed).orElseThrow())));
        }
        if (positive.startsWith("Date")) {
            return moment(given)
                    .map(m -> ordered(positive, m.compareTo(moment(listed).orElseThrow())));
        }
        return switch (positive) {
            case "StringEquals" ->
                Optional.of(Symbol.expand(listed, variables, context)
                        .map(Symbol::text)
                        .filter(given::equals)
                        .isPresent());
            case "StringEqualsIgnoreCase" ->
                Optional.of(Symbol.expand(listed, variables, context)
                        .map(Symbol::text)
                        .filter(given::equalsIgnoreCase)
                        .isPresent());
            case "StringLike" ->
                Optional.of(Symbol.expand(listed, variables, context)
                        .filter(pattern -> Symbol.like(pattern, given))
                        .isPresent());
            case "ArnLike", "ArnEquals" ->
                Optional.of(Symbol.expand(listed, variables, context)
                        .filter(pattern -> arn(pattern, given))
                        .isPresent());
            case "Bool" -> truth(given).map(listed.toLowerCase(Locale.ROOT)::equals);
            case "BinaryEquals" ->
                bytes(given).map(b -> Arrays.equals(b, bytes(listed).orElseThrow()));
            case "IpAddress" -> address(given).map(a -> inBlock(a, listed));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static boolean ordered(String operator, int order) {
        if (operator.endsWith("LessThanEquals")) {
            return order <= 0;
        }
        if (operator.endsWith("LessThan")) {
            return order < 0;
        }
        if (operator.endsWith("GreaterThanEquals")) {
            return order >= 0;
        }
        return operator.endsWith("GreaterThan") ? order > 0 : order == 0;
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?") && text.length() <= 40
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static Optional<Instant> moment(String text) {
        return ReferenceMoments.of(text);
    }

    private static Optional<String> truth(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Optional.of(lower).filter(word -> word.equals("true") || word.equals("false"));
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> address(String text) {
        boolean dotted = text.matches("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
        if (!dotted && !text.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text).getAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean inBlock(byte[] address, String block) {
        String[] parts = block.split("/", 2);
        byte[] base = address(parts[0]).orElseThrow();
        int bits = parts.length == 1 ? base.length * 8 : Integer.parseInt(parts[1]);
        if (base.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((base[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static boolean arn(List<Symbol> pattern, String given) {
        String[] parts = given.split(":", 6);
        if (parts.length < 6 || !parts[0].equals("arn")) {
            return false;
        }
        if (pattern.size() == 1 && pattern.getFirst().is('*')) {
            return true;
        }
        int from = 0;
        for (int i = 0; i < 6; i++) {
            int to = from;
            while (to < pattern.size() && (i == 5 || !pattern.get(to).is(':'))) {
                to++;
            }
            if ((i < 5 && to == pattern.size()) || !Symbol.like(pattern.subList(from, to), parts[i])) {
                return false;
            }
            from = to + 1;
        }
        return true;
    }
}
