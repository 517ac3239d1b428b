package io.claviger.policy.json;

import java.util.List;

/**
 * Writes one JSON value, piece by piece (RFC 8259), with no characters but those that IAM lets a policy have: others are
 * escaped. The caller must close what it opens. For one thread.
 */
public final class JsonWriter {

    private static final String INDENT = "    ";
    private static final char LAST_PLAIN = 0xFF;

    private final boolean indented;
    private final StringBuilder json = new StringBuilder();
    private int depth;
    private boolean first = true;

    /**
     * Nothing is written yet.
     *
     * @param indented whether each member and element gets a line of its own; else there is no white space
     */
    public JsonWriter(boolean indented) {
        this.indented = indented;
    }

    /** Opens an object. */
    public void beginObject() {
        begin('{');
    }

    /** Closes it. */
    public void endObject() {
        end('}');
    }

    /** Opens an array. */
    public void beginArray() {
        begin('[');
    }

    /** Closes it. */
    public void endArray() {
        end(']');
    }

    /** Begins a member of an object; its value follows. */
    public void name(String name) {
        separate();
        quote(name);
        json.append(indented ? ": " : ":");
        first = true;
    }

    /** Begins an element of an array; its value follows. */
    public void element() {
        separate();
        first = true;
    }

    /** A string. */
    public void text(String value) {
        quote(value);
        first = false;
    }

    /** {@code true} or {@code false}. */
    public void truth(boolean value) {
        json.append(value);
        first = false;
    }

    /** An array of strings. */
    public void texts(List<String> values) {
        beginArray();
        for (String value : values) {
            element();
            text(value);
        }
        endArray();
    }

    /** What was written. */
    @Override
    public String toString() {
        return json.toString();
    }

    private void begin(char bracket) {
        json.append(bracket);
        depth++;
        first = true;
    }

    private void end(char bracket) {
        depth--;
        if (!first) {
            newLine();
        }
        json.append(bracket);
        first = false;
    }

    private void separate() {
        if (!first) {
            json.append(',');
        }
        newLine();
    }

    private void newLine() {
        if (indented) {
            json.append('\n').repeat(INDENT, depth);
        }
    }

    private void quote(String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c > LAST_PLAIN) {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
