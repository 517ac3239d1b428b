package io.claviger.powershell.operator;

import io.claviger.powershell.value.ErrorRecord.Cause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of exceptions that scripts can catch, test for and throw, with the classes that they extend: those of .NET
 * and PowerShell that occur here, and those of {@linkplain io.claviger.powershell.value.ServiceTypes services}.
 */
public final class ExceptionTypes {

    /** The base of all exceptions. */
    public static final String ANY = "System.Exception";

    /** PowerShell's exception for errors in a script. */
    public static final String RUNTIME = "System.Management.Automation.RuntimeException";

    private static final String SYSTEM = "System.SystemException";
    private static final String AUTOMATION = "System.Management.Automation.";

    private static final Pattern WORD = Pattern.compile(" ");

    /** The base of each exception, by name without regard to case. */
    private static final NavigableMap<String, String> BASES = bases();

    private ExceptionTypes() {}

    private static NavigableMap<String, String> bases() {
        NavigableMap<String, String> bases = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        extend(
                bases,
                ANY,
                "System.SystemException System.ApplicationException System.AggregateException"
                        + " System.Net.Http.HttpRequestException");
        extend(
                bases,
                SYSTEM,
                "System.ArgumentException System.ArithmeticException System.FormatException"
                        + " System.IndexOutOfRangeException System.InvalidCastException System.InvalidOperationException"
                        + " System.NotImplementedException System.NotSupportedException System.NullReferenceException"
                        + " System.OperationCanceledException System.OutOfMemoryException System.RankException"
                        + " System.TimeoutException System.UnauthorizedAccessException System.IO.IOException"
                        + " System.IO.InvalidDataException System.Collections.Generic.KeyNotFoundException"
                        + " System.Security.SecurityException System.Security.Authentication.AuthenticationException"
                        + " Microsoft.PowerShell.Commands.HelpNotFoundException"
                        + " Microsoft.PowerShell.Commands.WriteErrorException " + RUNTIME + " " + AUTOMATION
                        + "ScriptCallDepthException");
        extend(
                bases,
                "System.ArgumentException",
                "System.ArgumentNullException System.ArgumentOutOfRangeException " + AUTOMATION
                        + "PSArgumentException");
        extend(bases, "System.ArithmeticException", "System.DivideByZeroException System.OverflowException");
        extend(bases, "System.InvalidCastException", AUTOMATION + "PSInvalidCastException");
        extend(
                bases,
                "System.InvalidOperationException",
                "System.Net.WebException System.ObjectDisposedException " + AUTOMATION + "PSInvalidOperationException");
        extend(
                bases,
                "System.IO.IOException",
                "System.IO.FileNotFoundException System.IO.DirectoryNotFoundException"
                        + " System.IO.EndOfStreamException System.IO.PathTooLongException");
        extend(bases, "System.NotSupportedException", AUTOMATION + "PSNotSupportedException");
        extend(
                bases,
                RUNTIME,
                AUTOMATION + "ActionPreferenceStopException " + AUTOMATION + "CmdletInvocationException "
                        + AUTOMATION + "CommandNotFoundException " + AUTOMATION + "ExtendedTypeSystemException "
                        + AUTOMATION + "ParameterBindingException " + AUTOMATION + "ParseException "
                        + AUTOMATION + "PipelineStoppedException " + AUTOMATION + "SessionStateException "
                        + AUTOMATION + "ValidationMetadataException " + AUTOMATION + "WildcardPatternException");
        extend(
                bases,
                AUTOMATION + "ExtendedTypeSystemException",
                AUTOMATION + "GetValueException " + AUTOMATION + "MethodException " + AUTOMATION
                        + "PropertyNotFoundException " + AUTOMATION + "SetValueException");
        extend(bases, AUTOMATION + "SetValueException", AUTOMATION + "SetValueInvocationException");
        extend(bases, AUTOMATION + "MethodException", AUTOMATION + "MethodInvocationException");
        extend(
                bases,
                AUTOMATION + "SessionStateException",
                AUTOMATION + "ItemNotFoundException " + AUTOMATION + "SessionStateUnauthorizedAccessException");
        LoadedTypes.addExceptions(bases);
        return bases;
    }

    private static void extend(Map<String, String> bases, String base, String names) {
        WORD.splitAsStream(names).forEach(name -> bases.put(name, base));
    }

    /** The full name of an exception that a script names, with or without {@code System.} before it. */
    public static Optional<String> find(String written) {
        return spelt(written).or(() -> spelt("System." + written));
    }

    private static Optional<String> spelt(String name) {
        if (name.equalsIgnoreCase(ANY)) {
            return Optional.of(ANY);
        }
        return BASES.containsKey(name) ? Optional.ofNullable(BASES.ceilingKey(name)) : Optional.empty();
    }

    /** The type and all its bases, itself first. */
    public static List<String> withBases(String type) {
        List<String> types = new ArrayList<>();
        @Nullable String at = type;
        while (at != null) {
            types.add(at);
            at = BASES.get(at);
        }
        if (!types.getLast().equals(ANY)) {
            types.add(ANY);
        }
        return types;
    }

    /** All types of an exception. */
    static List<String> of(Cause cause) {
        Set<String> types = new LinkedHashSet<>();
        cause.types().forEach(type -> types.addAll(withBases(type)));
        // The base of all comes last.
        types.remove(ANY);
        types.add(ANY);
        return List.copyOf(types);
    }

    /** Whether a type is this base or extends it. */
    public static boolean isA(String type, String base) {
        return withBases(type).stream().anyMatch(base::equalsIgnoreCase);
    }
}
