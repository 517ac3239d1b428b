package io.claviger.powershell.format;

/** PowerShell's colours, where any are shown. */
public final class Colours {

    private Colours() {}

    private static String in(boolean shown, String code, String text) {
        return shown ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** An error. */
    public static String error(boolean shown, String text) {
        return in(shown, "31;1", text);
    }

    /** The frame of an error. */
    public static String accent(boolean shown, String text) {
        return in(shown, "36;1", text);
    }

    /** A warning and the like. */
    public static String message(boolean shown, String text) {
        return in(shown, "33;1", text);
    }

    /** The caption of a question. */
    public static String prompt(boolean shown, String text) {
        return in(shown, "1", text);
    }

    /** The choice that Enter takes. */
    public static String chosen(boolean shown, String text) {
        return in(shown, "33;1", text);
    }
}
