package io.claviger.powershell.value;

/** How large a value may grow, so that no line of a script takes the memory of the machine. */
public final class Bounds {

    /** The longest text, in characters. */
    public static final int TEXT = 1 << 24;

    /** The longest array, in items. */
    public static final int ITEMS = 1 << 22;

    private Bounds() {}

    /** Throws a {@link TerminatingError} when a text would have more characters than any may have. */
    public static void text(long characters) {
        if (characters > TEXT) {
            throw new TerminatingError(ErrorRecord.argument("The string would be too long."));
        }
    }

    /** Throws a {@link TerminatingError} when an array would have more items than any may have. */
    public static void items(long count) {
        if (count > ITEMS) {
            throw new TerminatingError(ErrorRecord.argument("The array would be too long."));
        }
    }
}
