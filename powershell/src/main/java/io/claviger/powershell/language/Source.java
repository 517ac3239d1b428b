package io.claviger.powershell.language;

/**
 * A text of the language and where it comes from.
 *
 * @param file the path, empty for a line of the prompt or of the command line
 * @param text the text
 */
public record Source(String file, String text) {

    /** The line that a character is on, from 1. */
    public int line(int offset) {
        return (int) text.substring(0, Math.min(offset, text.length()))
                        .chars()
                        .filter(one -> one == '\n')
                        .count()
                + 1;
    }

    /** The text of the line that a character is on. */
    public String lineText(int offset) {
        int end = text.indexOf('\n', Math.min(offset, text.length()));
        String line = text.substring(lineStart(offset), end < 0 ? text.length() : end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** The offset of the first character of the line that a character is on. */
    public int lineStart(int offset) {
        return offset <= 0 ? 0 : text.lastIndexOf('\n', Math.min(offset, text.length()) - 1) + 1;
    }
}
