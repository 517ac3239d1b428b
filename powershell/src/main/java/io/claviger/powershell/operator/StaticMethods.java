package io.claviger.powershell.operator;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Conversion;
import io.claviger.powershell.value.Text;
import java.time.Duration;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The static methods that people use, by their types and names in lower case. */
final class StaticMethods {

    /** The arguments of a call. */
    record With(List<@Nullable Object> values) {

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

    interface Function {
        @Nullable
        Object of(With arguments);
    }

    record Method(int least, int most, Function function) {}

    static final Map<String, Method> METHODS = Map.ofEntries(
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
                    with -> YearMonth.of(year(with), month(with)).lengthOfMonth()),
            one("datetime::isleapyear", 1, with -> Year.isLeap(year(with))),
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
            several("string::new", 2, 2, StaticMethods::repeated),
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
            one("math::abs", 1, with -> absolute(with.get(0))),
            one("math::max", 2, with -> chosen(with, 1)),
            one("math::min", 2, with -> chosen(with, -1)),
            one("math::sign", 1, with -> (int) Math.signum(with.number(0))),
            one("math::log", 1, with -> Math.log(with.number(0))),
            one("math::log10", 1, with -> Math.log10(with.number(0))),
            one("string::isnullorempty", 1, with -> with.text(0).isEmpty()),
            one("string::isnullorwhitespace", 1, with -> with.text(0).isBlank()),
            several("string::join", 2, 100, StaticMethods::join),
            several("string::concat", 1, 100, with -> ItemText.joined(with.values(), "")),
            several("string::format", 1, 100, StaticMethods::format),
            one("int32::parse", 1, with -> ParseMethods.whole(with.text(0), Conversion::toInteger, "an Int32")),
            one("int64::parse", 1, with -> ParseMethods.whole(with.text(0), Conversion::toLong, "an Int64")),
            several("double::parse", 1, 2, with -> ParseMethods.fraction(with.text(0))),
            several("decimal::parse", 1, 2, with -> Conversion.toDecimal(with.text(0))),
            // Unknown assemblies are null; known ones need no loading.
            one("reflection.assembly::loadwithpartialname", 1, with -> null),
            one("guid::newguid", 0, with -> UUID.randomUUID().toString()));

    /** What a span of time can hold: 2^63 ticks of 100 nanoseconds. */
    private static final double LONGEST_MILLIS = Long.MAX_VALUE / 10_000.0;

    private StaticMethods() {}

    private static Map.Entry<String, Method> one(String name, int count, Function function) {
        return several(name, count, count, function);
    }

    private static Map.Entry<String, Method> several(String name, int least, int most, Function function) {
        return Map.entry(name, new Method(least, most, function));
    }

    private static Duration span(With arguments, long seconds) {
        double millis = arguments.number(0) * seconds * 1000;
        if (Double.isNaN(millis)) {
            throw MethodProblem.argument("TimeSpan does not accept floating point Not-a-Number values.");
        }
        if (Math.abs(millis) > LONGEST_MILLIS) {
            throw MethodProblem.overflow("TimeSpan overflowed because the duration is too long.");
        }
        return Duration.ofMillis(Math.round(millis));
    }

    private static int year(With arguments) {
        int year = whole(arguments, 0);
        if (year < 1 || year > 9999) {
            throw MethodProblem.range("Year must be between 1 and 9999.", "year");
        }
        return year;
    }

    private static int month(With arguments) {
        int month = whole(arguments, 1);
        if (month < 1 || month > 12) {
            throw MethodProblem.range("Month must be between one and twelve.", "month");
        }
        return month;
    }

    private static String repeated(With arguments) {
        int count = whole(arguments, 1);
        if (count < 0) {
            throw MethodProblem.range("Count cannot be less than zero.", "count");
        }
        Bounds.text(Math.multiplyFull(count, arguments.text(0).length()));
        return arguments.text(0).repeat(count);
    }

    private static @Nullable Object absolute(@Nullable Object number) {
        if (Integer.valueOf(Integer.MIN_VALUE).equals(number)
                || Long.valueOf(Long.MIN_VALUE).equals(number)) {
            throw MethodProblem.overflow("Negating the minimum value of a twos complement number is invalid.");
        }
        return Arithmetic.apply(lesser(number, 0) ? "-" : "+", 0, number);
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
