package io.claviger.powershell.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The signs and names of binary operators in PowerShell's precedence, and those that are refused. */
final class OperatorSigns {

    private static final Set<String> COMPARISONS = Set.of(
            "eq",
            "ne",
            "gt",
            "ge",
            "lt",
            "le",
            "like",
            "notlike",
            "match",
            "notmatch",
            "contains",
            "notcontains",
            "in",
            "notin",
            "replace",
            "split");
    private static final Set<String> OTHERS = Set.of("join", "is", "isnot", "as");
    private static final Set<String> UNSUPPORTED = Set.of("band", "bor", "bxor", "bnot", "shl", "shr");

    private interface Level {
        /** The operator of this level that is here, as it is named in the tree. Does not move. */
        Optional<String> operator(Cursor cursor);
    }

    private static final List<Level> ALL = List.of(
            cursor -> dashed(cursor).filter(Set.of("and", "or", "xor")::contains),
            cursor -> dashed(cursor).filter(OperatorSigns::isComparison),
            cursor -> cursor.sees("??") && cursor.peek(2) != '=' ? Optional.of("??") : Optional.empty(),
            cursor -> sign(cursor, "+-"),
            cursor -> sign(cursor, "*/%"),
            cursor -> dashed(cursor).filter("f"::equals),
            cursor -> cursor.sees("..") ? Optional.of("..") : Optional.empty());

    /** The number of levels. */
    static final int LEVELS = ALL.size();

    private OperatorSigns() {}

    /** The operator of this level that is here; the loosest level is 0. Does not move. */
    static Optional<String> at(int level, Cursor cursor) {
        return ALL.get(level).operator(cursor);
    }

    private static boolean isComparison(String name) {
        String plain = name.length() > 2 && (name.charAt(0) == 'c' || name.charAt(0) == 'i') ? name.substring(1) : name;
        return COMPARISONS.contains(name) || COMPARISONS.contains(plain) || OTHERS.contains(name);
    }

    /** The operator named with a dash that is here. */
    static Optional<String> dashed(Cursor cursor) {
        if (cursor.peek() != '-' || !Character.isLetter(cursor.peek(1))) {
            return Optional.empty();
        }
        int start = cursor.at();
        cursor.skip(1);
        String name = cursor.word();
        cursor.goTo(start);
        return Optional.of(name);
    }

    private static Optional<String> sign(Cursor cursor, String signs) {
        char here = cursor.peek();
        boolean found = here != '\0'
                && signs.indexOf(here) >= 0
                && cursor.peek(1) != '='
                && cursor.peek(1) != here
                && !(here == '-' && Character.isLetter(cursor.peek(1)));
        return found ? Optional.of(String.valueOf(here)) : Optional.empty();
    }

    /** Whether an operator that is refused is here. */
    static boolean isRefused(Cursor cursor) {
        return dashed(cursor).filter(UNSUPPORTED::contains).isPresent();
    }

    /** Refuses PowerShell's other operators by name. */
    static void refuseUnknown(Cursor cursor) {
        Optional<String> name = dashed(cursor);
        if (name.isPresent() && UNSUPPORTED.contains(name.get())) {
            throw cursor.wrong("The operator '-" + name.get() + "' is not supported.");
        }
    }
}
