package io.claviger.wire;

/**
 * A row of the table of inputs.
 *
 * @param path the member's place in the request: names joined by dots, {@code []} for a list's elements, {@code {}} for
 *     a map's values and {@code {key}} for its keys
 */
record InputRow(
        String path, boolean required, String min, String max, String pattern, String values, boolean sensitive) {

    private static final int PATH = 2;
    private static final int REQUIRED = 4;
    private static final int MIN = 5;
    private static final int MAX = 6;
    private static final int PATTERN = 7;
    private static final int VALUES = 8;
    private static final int SENSITIVE = 9;
    private static final String YES = "yes";

    static InputRow of(String[] columns) {
        return new InputRow(
                columns[PATH],
                columns[REQUIRED].equals(YES),
                columns[MIN],
                columns[MAX],
                columns[PATTERN],
                columns[VALUES],
                columns[SENSITIVE].equals(YES));
    }

    /** The same row with this pattern, if it has none. */
    InputRow orPattern(String other) {
        return pattern.isEmpty() ? new InputRow(path, required, min, max, other, values, sensitive) : this;
    }
}
