package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code [datetime]::UtcNow}, {@code [uri]::EscapeDataString($x)}: a fixed list of the static members that people use.
 * All others are refused by name.
 */
public final class Statics {

    /** The arguments of a call. */
    private record With(List<@Nullable Object> values) {

        @Nullable
        Object get(int index) {
            return values.get(index);
        }

        String text(int index) {
            return Text.of(values.get(index));
        }

        double number(int index) {
            return Conversion.toDouble(values.get(index));
        }
    }

    private interface Function {
        @Nullable
        Object of(With arguments);
    }

    private record Method(int least, int most, Function function) {}

    private static final Map<String, String> SHORT = Map.of(
            "int", "int32", "long", "int64", "float", "double", "single", "double", "webutility", "net.webutility");

    private static final Map<String, Method> METHODS = Map.ofEntries(
            one("net.webutility::urldecode", 1, with -> PercentEncoding.decode(with.text(0), true)),
            one("net.webutility::urlencode", 1, with -> PercentEncoding.form(with.text(0))),
            one("web.httputility::urldecode", 1, with -> PercentEncoding.decode(with.text(0), true)),
            one("uri::unescapedatastring", 1, with -> PercentEncoding.decode(with.text(0), false)),
            one("uri::escapedatastring", 1, with -> PercentEncoding.data(with.text(0))),
            one("datetime::parse", 1, with -> ParseMethods.moment(with.text(0))),
            one("timespan::fromdays", 1, with -> span(with, 86_400)),
            one("timespan::fromhours", 1, with -> span(with, 3_600)),
            one("timespan::fromminutes", 1, with -> span(with, 60)),
            one("timespan::fromseconds", 1, with -> span(with, 1)),
            several("math::round", 1, 2, Statics::round),
            one("math::floor", 1, with -> Math.floor(with.number(0))),
            one("math::ceiling", 1, with -> Math.ceil(with.number(0))),
            one("math::truncate", 1, with -> truncated(with.number(0))),
            one("math::sqrt", 1, with -> Math.sqrt(with.number(0))),
            one("math::pow", 2, with -> Math.pow(with.number(0), with.number(1))),
            one("math::abs", 1, with -> Arithmetic.apply(lesser(with.get(0), 0) ? "-" : "+", 0, with.get(0))),
            one("math::max", 2, with -> lesser(with.get(0), with.get(1)) ? with.get(1) : with.get(0)),
            one("math::min", 2, with -> lesser(with.get(1), with.get(0)) ? with.get(1) : with.get(0)),
            one("string::isnullorempty", 1, with -> with.text(0).isEmpty()),
            one("string::isnullorwhitespace", 1, with -> with.text(0).isBlank()),
            several("string::join", 2, 100, Statics::join),
            several("string::concat", 1, 100, with -> ItemText.joined(with.values(), "")),
            several("string::format", 1, 100, Statics::format),
            one("int32::parse", 1, with -> ParseMethods.whole(with.text(0), Conversion::toInteger, "an Int32")),
            one("int64::parse", 1, with -> ParseMethods.whole(with.text(0), Conversion::toLong, "an Int64")),
            one("double::parse", 1, with -> ParseMethods.fraction(with.text(0))),
            // Unknown assemblies are null; known ones need no loading.
            one("reflection.assembly::loadwithpartialname", 1, with -> null),
            one("guid::newguid", 0, with -> UUID.randomUUID().toString()));

    private Statics() {}

    private static Map.Entry<String, Method> one(String name, int count, Function function) {
        return several(name, count, count, function);
    }

    private static Map.Entry<String, Method> several(String name, int least, int most, Function function) {
        return Map.entry(name, new Method(least, most, function));
    }

    private static String key(String type, String member) {
        String lower = type.toLowerCase(Locale.ROOT);
        String plain = lower.startsWith("system.") ? lower.substring("system.".length()) : lower;
        return SHORT.getOrDefault(plain, plain) + "::" + member.toLowerCase(Locale.ROOT);
    }

    /** {@code [type]::Member}. */
    public static Object get(String type, String member, Clock clock) {
        return switch (key(type, member)) {
            case "datetime::now" -> OffsetDateTime.now(clock);
            case "datetime::utcnow" -> OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
            case "datetime::today" -> {
                OffsetDateTime now = OffsetDateTime.now(clock);
                yield now.toLocalDate().atStartOfDay().atOffset(now.getOffset());
            }
            case "math::pi" -> Math.PI;
            case "string::empty" -> "";
            case "guid::empty" -> new UUID(0, 0).toString();
            case "stringcomparison::ordinalignorecase" -> "OrdinalIgnoreCase";
            case "stringcomparison::ordinal" -> "Ordinal";
            case "stringsplitoptions::removeemptyentries" -> "RemoveEmptyEntries";
            case "stringsplitoptions::trimentries" -> "TrimEntries";
            case "int32::maxvalue" -> Integer.MAX_VALUE;
            case "int32::minvalue" -> Integer.MIN_VALUE;
            case "int64::maxvalue" -> Long.MAX_VALUE;
            case "int64::minvalue" -> Long.MIN_VALUE;
            default -> errorCategory(type, member);
        };
    }

    /** {@code [System.Management.Automation.ErrorCategory]::InvalidData}. */
    private static Object errorCategory(String type, String member) {
        if (type.toLowerCase(Locale.ROOT).endsWith("management.automation.errorcategory")) {
            for (ErrorCategory category : ErrorCategory.values()) {
                if (category.text().equalsIgnoreCase(member)) {
                    return category.text();
                }
            }
        }
        throw OperatorErrors.runtime(
                "StaticMemberNotSupported", "The static member [" + type + "]::" + member + " is not supported.");
    }

    /** {@code [type]::Method(arguments)}. */
    public static @Nullable Object call(String type, String name, List<@Nullable Object> arguments) {
        if (name.equalsIgnoreCase("new")) {
            Optional<Object> made = Constructors.call(type, arguments);
            if (made.isPresent()) {
                return made.get();
            }
        }
        Method method = METHODS.get(key(type, name));
        if (method == null) {
            throw OperatorErrors.runtime(
                    "StaticMemberNotSupported", "The static method [" + type + "]::" + name + "() is not supported.");
        }
        if (arguments.size() < method.least() || arguments.size() > method.most()) {
            throw OperatorErrors.noOverload(name, arguments.size());
        }
        return method.function().of(new With(arguments));
    }

    private static Duration span(With arguments, long seconds) {
        return Duration.ofMillis(Math.round(arguments.number(0) * seconds * 1000));
    }

    private static boolean lesser(@Nullable Object left, @Nullable Object right) {
        return Conversion.toDouble(left) < Conversion.toDouble(right);
    }

    private static double truncated(double number) {
        return number < 0 ? Math.ceil(number) : Math.floor(number);
    }

    private static Object round(With arguments) {
        int digits = arguments.values().size() > 1 ? Conversion.toInteger(arguments.get(1)) : 0;
        if (digits < 0 || digits > 15) {
            throw OperatorErrors.argument("Rounding digits must be between 0 and 15, inclusive.");
        }
        if (arguments.get(0) instanceof BigDecimal number) {
            return number.setScale(digits, RoundingMode.HALF_EVEN);
        }
        double number = arguments.number(0);
        return Double.isFinite(number)
                ? (Object) new BigDecimal(Double.toString(number))
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .doubleValue()
                : number;
    }

    private static String join(With arguments) {
        List<@Nullable Object> rest =
                arguments.values().subList(1, arguments.values().size());
        return ItemText.joined(rest.size() == 1 ? rest.getFirst() : rest, arguments.text(0));
    }

    private static String format(With arguments) {
        List<@Nullable Object> rest =
                arguments.values().subList(1, arguments.values().size());
        boolean array = rest.size() == 1 && rest.getFirst() instanceof List<?>;
        return Formatting.format(arguments.text(0), array ? Conversion.toList(rest.getFirst()) : rest);
    }
}
