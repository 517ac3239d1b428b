package io.claviger.powershell.shell;

/** PowerShell's colours, on consoles that show any. */
final class Colours {

    private Colours() {}

    private static String in(Console console, String code, String text) {
        return console.coloured() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    static String error(Console console, String text) {
        return in(console, "31;1", text);
    }

    static String accent(Console console, String text) {
        return in(console, "36;1", text);
    }

    static String message(Console console, String text) {
        return in(console, "33;1", text);
    }

    static String prompt(Console console, String text) {
        return in(console, "1", text);
    }

    static String chosen(Console console, String text) {
        return in(console, "33;1", text);
    }
}
