package io.claviger.powershell.shell;

import io.claviger.powershell.command.SessionState;
import io.claviger.powershell.operator.Members;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of objects' properties, as far as they are known before a line runs. */
final class PropertyNames {

    private static final Set<String> THIS = Set.of("$_", "$psitem");

    /** The parameters of PowerShell's own cmdlets that take names of properties. */
    private static final Set<String> PARAMETERS =
            Set.of("Property", "ExpandProperty", "ExcludeProperty", "MemberName", "GroupBy");

    private PropertyNames() {}

    /** Whether a parameter takes names of properties. */
    static boolean areTakenBy(String parameter) {
        return PARAMETERS.contains(parameter);
    }

    /** The properties of the objects from a pipeline's first command, which is a cmdlet or a variable. */
    static List<String> of(String head, SessionState session) {
        if (head.startsWith("$")) {
            return of(session.visibleVariables().get(head.substring(1)));
        }
        return head.isEmpty()
                ? List.of()
                : session.command(head)
                        .map(cmdlet -> cmdlet.output().properties())
                        .orElse(List.of());
    }

    /**
     * The candidates for a variable and the beginning of a member, as in {@code $user.Arn.Le}; each is the whole word.
     *
     * @param block the command whose objects are {@code $_}
     */
    static List<String> members(String word, String block, SessionState session) {
        int last = word.lastIndexOf('.');
        String[] path = word.substring(0, last).split("\\.", -1);
        boolean item = THIS.contains(path[0].toLowerCase(Locale.ROOT));
        List<String> names = item && path.length == 1
                ? of(block, session)
                : of(follow(path, item ? null : session.visibleVariables().get(path[0].substring(1))));
        return names.stream().map(name -> word.substring(0, last + 1) + name).toList();
    }

    private static @Nullable Object follow(String[] path, @Nullable Object value) {
        @Nullable Object at = value;
        for (int i = 1; i < path.length; i++) {
            at = at == null ? null : Members.get(first(at), path[i]);
        }
        return at;
    }

    private static @Nullable Object first(@Nullable Object value) {
        return value instanceof List<?> items && !items.isEmpty() ? items.getFirst() : value;
    }

    private static List<String> of(@Nullable Object value) {
        @Nullable Object one = first(value);
        return one == null ? List.of() : Members.names(one);
    }
}
