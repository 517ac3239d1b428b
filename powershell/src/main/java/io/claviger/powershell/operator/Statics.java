package io.claviger.powershell.operator;

import io.claviger.powershell.value.Moment;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.powershell.value.Text;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
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

    private static final Map<String, String> SHORT =
            Map.of("int", "int32", "long", "int64", "float", "double", "single", "double");

    /** Types that .NET has and that are refused, though no namespace is written. */
    private static final Set<String> UNSUPPORTED =
            Set.of("environment", "console", "activator", "enum", "array", "gc", "appdomain", "random");

    private Statics() {}

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
        boolean known = StaticMethods.METHODS.keySet().stream().anyMatch(name -> name.startsWith(key(type, "")));
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

    /** A new object of a type that a script names; an unknown one is an error. */
    public static @Nullable Object made(String type, List<@Nullable Object> arguments) {
        return call(Casts.fullName(type), "new", arguments);
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

    private static @Nullable Object call(String type, String name, List<@Nullable Object> arguments) {
        try {
            return result(type, name, arguments);
        } catch (MethodProblem problem) {
            throw problem.of(name.equalsIgnoreCase("new") ? ".ctor" : name, arguments.size());
        } catch (DateTimeException _) {
            throw OperatorErrors.thrown(
                    name,
                    arguments.size(),
                    "ArgumentOutOfRangeException",
                    "Year, Month, and Day parameters describe an un-representable DateTime.");
        } catch (ArithmeticException _) {
            throw OperatorErrors.thrown(
                    name, arguments.size(), "OverflowException", "Arithmetic operation resulted in an overflow.");
        }
    }

    private static @Nullable Object result(String type, String name, List<@Nullable Object> arguments) {
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
        StaticMethods.Method method = StaticMethods.METHODS.get(key(type, name));
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
        return method.function().of(new StaticMethods.With(arguments));
    }
}
