package io.claviger.powershell.operator;

import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final Map<String, String> SHORT =
            Map.of("int", "int32", "long", "int64", "float", "double", "single", "double");

    private static final Map<String, Method> METHODS = Map.ofEntries(
            one("net.webutility::urldecode", 1, with -> PercentEncoding.decode(with.text(0), true)),
            one("net.webutility::urlencode", 1, with -> PercentEncoding.form(with.text(0))),
            one("web.httputility::urldecode", 1, with -> PercentEncoding.decode(with.text(0), true)),
            one("web.httputility::urlencode", 1, with -> lowered(PercentEncoding.form(with.text(0)))),
            one("uri::unescapedatastring", 1, with -> PercentEncoding.decode(with.text(0), false)),
            one("uri::escapedatastring", 1, with -> PercentEncoding.data(with.text(0))),
            several("datetime::parse", 1, 2, with -> ParseMethods.moment(with.text(0))),
            several("datetime::parseexact", 3, 4, with -> ExactDates.parse(with.text(0), with.get(1))),
            one(
                    "datetime::daysinmonth",
                    2,
                    with -> YearMonth.of(whole(with, 0), whole(with, 1)).lengthOfMonth()),
            one("datetime::isleapyear", 1, with -> Year.isLeap(whole(with, 0))),
            one("datetime::specifykind", 2, with -> ExactDates.specified(with.get(0), with.get(1))),
            one("timespan::parse", 1, with -> ParseMethods.span(with.text(0))),
            one("bool::parse", 1, with -> ParseMethods.truth(with.text(0), "Parse")),
            one("boolean::parse", 1, with -> ParseMethods.truth(with.text(0), "Parse")),
            one("guid::parse", 1, with -> Casts.cast("guid", with.get(0))),
            one("version::parse", 1, with -> Versions.of(with.get(0))),
            one("convert::toboolean", 1, with -> Converting.truth(with.get(0))),
            several("convert::toint32", 1, 2, with -> Converting.whole(with.values(), "ToInt32")),
            several("convert::toint64", 1, 2, with -> Converting.whole(with.values(), "ToInt64")),
            one("convert::todouble", 1, with -> Converting.number("ToDouble", with.get(0))),
            several("convert::tostring", 1, 2, with -> Converting.text(with.values())),
            one("convert::todatetime", 1, with -> Conversion.toDateTime(with.get(0))),
            one("convert::tobase64string", 1, with -> Converting.base64(with.get(0))),
            one("convert::frombase64string", 1, with -> Converting.bytes(with.text(0))),
            one("convert::tohexstring", 1, with -> Converting.hexadecimal(with.get(0))),
            one("char::isdigit", 1, with -> Character.isDigit(with.text(0).charAt(0))),
            one("char::isletter", 1, with -> Character.isLetter(with.text(0).charAt(0))),
            several("string::new", 2, 2, with -> with.text(0).repeat(Math.clamp(whole(with, 1), 0, 1 << 20))),
            several(
                    "string::compare",
                    2,
                    3,
                    with -> Integer.signum(TextOrder.compare(
                            with.text(0),
                            with.text(1),
                            !Conversion.isTrue(with.values().size() > 2 ? with.get(2) : null)))),
            one("cultureinfo::getcultureinfo", 1, with -> Cultures.named(with.get(0))),
            one("globalization.cultureinfo::getcultureinfo", 1, with -> Cultures.named(with.get(0))),
            one("timespan::fromdays", 1, with -> span(with, 86_400)),
            one("timespan::fromhours", 1, with -> span(with, 3_600)),
            one("timespan::fromminutes", 1, with -> span(with, 60)),
            one("timespan::fromseconds", 1, with -> span(with, 1)),
            several("math::round", 1, 3, with -> Rounding.of(with.values())),
            one("math::floor", 1, with -> Math.floor(with.number(0))),
            one("math::ceiling", 1, with -> Math.ceil(with.number(0))),
            one("math::truncate", 1, with -> truncated(with.number(0))),
            one("math::sqrt", 1, with -> Math.sqrt(with.number(0))),
            one("math::pow", 2, with -> Math.pow(with.number(0), with.number(1))),
            one("math::abs", 1, with -> Arithmetic.apply(lesser(with.get(0), 0) ? "-" : "+", 0, with.get(0))),
            one("math::max", 2, with -> chosen(with, 1)),
            one("math::min", 2, with -> chosen(with, -1)),
            one("math::sign", 1, with -> (int) Math.signum(with.number(0))),
            one("math::log", 1, with -> Math.log(with.number(0))),
            one("math::log10", 1, with -> Math.log10(with.number(0))),
            one("string::isnullorempty", 1, with -> with.text(0).isEmpty()),
            one("string::isnullorwhitespace", 1, with -> with.text(0).isBlank()),
            several("string::join", 2, 100, Statics::join),
            several("string::concat", 1, 100, with -> ItemText.joined(with.values(), "")),
            several("string::format", 1, 100, Statics::format),
            one("int32::parse", 1, with -> ParseMethods.whole(with.text(0), Conversion::toInteger, "an Int32")),
            one("int64::parse", 1, with -> ParseMethods.whole(with.text(0), Conversion::toLong, "an Int64")),
            several("double::parse", 1, 2, with -> ParseMethods.fraction(with.text(0))),
            several("decimal::parse", 1, 2, with -> Conversion.toDecimal(with.text(0))),
            // Unknown assemblies are null; known ones need no loading.
            one("reflection.assembly::loadwithpartialname", 1, with -> null),
            one("guid::newguid", 0, with -> UUID.randomUUID().toString()));

    /** Types that .NET has and that are refused, though no namespace is written. */
    private static final Set<String> UNSUPPORTED =
            Set.of("environment", "console", "activator", "enum", "array", "gc", "appdomain", "random");

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
    public static @Nullable Object get(String type, String member, Clock clock) {
        return switch (key(type, member)) {
            case "datetime::now" -> Moment.now(clock);
            case "datetime::utcnow" -> Moment.utc(clock.instant());
            case "datetime::today" -> {
                Moment now = Moment.now(clock);
                yield now.with(now.clock().toLocalDate().atStartOfDay());
            }
            case "math::pi" -> Math.PI;
            case "math::e" -> Math.E;
            case "math::tau" -> Math.TAU;
            case "datetime::minvalue" -> Moment.ofTicks(0);
            case "datetime::maxvalue" -> Moment.ofTicks(3_155_378_975_999_999_999L);
            case "timespan::zero" -> Duration.ZERO;
            case "environment::newline" -> "\n";
            case "double::nan" -> Double.NaN;
            case "double::positiveinfinity" -> Double.POSITIVE_INFINITY;
            case "double::maxvalue" -> Double.MAX_VALUE;
            case "double::minvalue" -> -Double.MAX_VALUE;
            case "cultureinfo::invariantculture", "globalization.cultureinfo::invariantculture" -> Cultures.named("");
            case "cultureinfo::currentculture", "globalization.cultureinfo::currentculture" -> Cultures.named("en-US");
            case "string::empty" -> "";
            case "guid::empty" -> new UUID(0, 0).toString();
            case "int32::maxvalue" -> Integer.MAX_VALUE;
            case "int32::minvalue" -> Integer.MIN_VALUE;
            case "int64::maxvalue" -> Long.MAX_VALUE;
            case "int64::minvalue" -> Long.MIN_VALUE;
            default -> key(type, "").equals("math::") ? null : further(type, member);
        };
    }

    private static Object further(String type, String member) {
        Optional<Object> found = Enumerations.member(type, member).map(one -> (Object) one);
        if (found.isEmpty() && key(type, "").equals("text.encoding::")) {
            found = Encodings.named(member.toLowerCase(Locale.ROOT)).map(one -> (Object) one);
        }
        return found.orElseThrow(
                () -> missing(type, "The static member [" + type + "]::" + member + " is not supported."));
    }

    /** The methods of mathematics that .NET has besides. */
    private static final Set<String> MATHEMATICS = Set.of(
            "acos",
            "acosh",
            "asin",
            "asinh",
            "atan",
            "atan2",
            "atanh",
            "bigmul",
            "bitdecrement",
            "bitincrement",
            "cbrt",
            "clamp",
            "copysign",
            "cos",
            "cosh",
            "divrem",
            "exp",
            "fusedmultiplyadd",
            "ieeeremainder",
            "ilogb",
            "log2",
            "maxmagnitude",
            "minmagnitude",
            "reciprocalestimate",
            "scaleb",
            "sin",
            "sincos",
            "sinh",
            "tan",
            "tanh");

    /** The error for a member that is not there: of a type that is not there, that it is not. */
    private static TerminatingError missing(String type, String otherwise) {
        boolean known = METHODS.keySet().stream().anyMatch(name -> name.startsWith(key(type, "")));
        if (!known && type.indexOf('.') < 0 && !UNSUPPORTED.contains(type.toLowerCase(Locale.ROOT))) {
            Casts.fullName(type);
        }
        return OperatorErrors.runtime("StaticMemberNotSupported", otherwise);
    }

    /** {@code [type]::Method(arguments)}. */
    public static @Nullable Object call(
            String type, String name, List<@Nullable Object> arguments, Map<String, String> environment) {
        if (key(type, name).equals("environment::getenvironmentvariable") && arguments.size() == 1) {
            return environment.get(Text.of(arguments.getFirst()));
        }
        return call(type, name, arguments);
    }

    /** What {@code [type]::TryParse(text, [ref]$variable)} reads; empty if it is none of the type. */
    public static Optional<Object> tryParse(String type, @Nullable Object text) {
        try {
            return Optional.ofNullable(call(type, "Parse", Collections.singletonList(text)));
        } catch (TerminatingError error) {
            if (error.error().errorId().equals("StaticMemberNotSupported")) {
                throw error;
            }
            return Optional.empty();
        }
    }

    /** What the variable has if a text could not be read. */
    public static @Nullable Object unparsed(String type) {
        return switch (Casts.fullName(type)) {
            case "System.DateTime" -> Moment.ofTicks(0);
            case "System.TimeSpan" -> Duration.ZERO;
            case "System.Boolean" -> false;
            case "System.Guid", "System.Version" -> null;
            default -> Casts.cast(type, 0);
        };
    }

    static @Nullable Object call(String type, String name, List<@Nullable Object> arguments) {
        if (name.equalsIgnoreCase("new")) {
            Optional<Object> made = Constructors.call(type, arguments);
            if (made.isPresent()) {
                return made.get();
            }
        }
        String full = TypeTable.fullName(type).orElse("");
        if (name.equalsIgnoreCase("new") && Making.knows(full)) {
            return Making.of(full, arguments);
        }
        if (full.equals(RegexObjects.TYPE)) {
            Optional<MethodResult> result = RegexObjects.callStatic(name, arguments);
            if (result.isPresent()) {
                return result.get().value();
            }
        }
        Method method = METHODS.get(key(type, name));
        if (method == null) {
            if (key(type, "").equals("math::") && !MATHEMATICS.contains(name.toLowerCase(Locale.ROOT))) {
                throw OperatorErrors.runtime(
                        "MethodNotFound",
                        "Method invocation failed because [System.Math] does not contain a method named '" + name
                                + "'.");
            }
            throw missing(type, "The static method [" + type + "]::" + name + "() is not supported.");
        }
        if (arguments.size() < method.least() || arguments.size() > method.most()) {
            throw OperatorErrors.noOverload(name, arguments.size());
        }
        return method.function().of(new With(arguments));
    }

    private static Duration span(With arguments, long seconds) {
        return Duration.ofMillis(Math.round(arguments.number(0) * seconds * 1000));
    }

    private static int whole(With arguments, int index) {
        return Conversion.toInteger(arguments.get(index));
    }

    /** The greater or the lesser of two numbers, of the first one's type, as .NET chooses its overload. */
    private static @Nullable Object chosen(With arguments, int sign) {
        Object left = arguments.get(0);
        Object right = left instanceof Integer ? (Object) Conversion.toInteger(arguments.get(1)) : arguments.get(1);
        return (sign > 0) == lesser(left, right) ? right : left;
    }

    /** Percent-encoding with small letters, as HttpUtility writes it. */
    private static String lowered(String encoded) {
        return java.util.regex.Pattern.compile("%[0-9A-F]{2}")
                .matcher(encoded)
                .replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
    }

    private static boolean lesser(@Nullable Object left, @Nullable Object right) {
        return Conversion.toDouble(left) < Conversion.toDouble(right);
    }

    private static double truncated(double number) {
        return number < 0 ? Math.ceil(number) : Math.floor(number);
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
        return Formatting.formatted(arguments.text(0), array ? Conversion.toList(rest.getFirst()) : rest);
    }
}
