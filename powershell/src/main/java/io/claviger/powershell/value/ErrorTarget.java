package io.claviger.powershell.value;

/** What an error is about, as PowerShell shows it. */
public final class ErrorTarget {

    private static final int LONGEST_SHOWN = 40;
    private static final int KEPT = 19;

    private ErrorTarget() {}

    /** The name of the target's type, without its namespace; empty without a target. */
    public static String type(ErrorRecord error) {
        if (error.target() == null) {
            return "";
        }
        String type = TypeNames.of(error.target());
        if (type.equals(ObjectType.CUSTOM.name())) {
            return "PSObject";
        }
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** The line of the category: {@code InvalidOperation: (alice:String) [New-User], InvalidOperationException}. */
    public static String categoryLine(ErrorRecord error) {
        return error.category().text() + ": (" + elided(Text.of(error.target())) + ":" + elided(type(error)) + ") ["
                + elided(error.activity()) + "], " + elided(error.reason());
    }

    private static String elided(String text) {
        return text.length() <= LONGEST_SHOWN
                ? text
                : text.substring(0, KEPT) + "…" + text.substring(text.length() - KEPT);
    }
}
