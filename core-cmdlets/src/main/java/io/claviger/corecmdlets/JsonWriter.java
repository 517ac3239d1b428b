package io.claviger.corecmdlets;

import io.claviger.powershell.value.Bounds;
import io.claviger.powershell.value.Enumerated;
import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON, as ConvertTo-Json does: indented by two blanks, or compressed. */
final class JsonWriter {

    private final StringBuilder text = new StringBuilder();
    private final boolean compress;
    private final int depth;
    private boolean cut;

    JsonWriter(int depth, boolean compress) {
        this.depth = depth;
        this.compress = compress;
    }

    private record Member(String name, @Nullable Object value) {}

    /** The JSON of a value. */
    String write(@Nullable Object value) {
        value(value, 0);
        return text.toString();
    }

    /** Whether something was nested too deep and was written as text. */
    boolean wasCut() {
        return cut;
    }

    private void value(@Nullable Object value, int level) {
        Bounds.text(text.length());
        switch (value) {
            case null -> text.append("null");
            case Boolean truth -> text.append(truth ? "true" : "false");
            case Double number when number.isNaN() || number.isInfinite() -> string(Text.of(number));
            case Double number ->
                text.append(
                        Text.of(number).contains(".") || Text.of(number).contains("E")
                                ? Text.of(number)
                                : Text.of(number) + ".0");
            case Number number -> text.append(Text.of(number));
            case Enumerated one -> text.append(one.number());
            case OffsetDateTime time -> string(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
            case byte[] bytes -> string(Base64.getEncoder().encodeToString(bytes));
            case List<?> items -> array(items, level);
            case Hashtable table -> object(members(table.entries()), value, level);
            case Hashtable.Entry entry ->
                object(List.of(new Member("Key", entry.key()), new Member("Value", entry.value())), value, level);
            case ShellObject object -> {
                List<Member> members = new ArrayList<>();
                object.names().forEach(name -> members.add(new Member(name, object.get(name))));
                object(members, value, level);
            }
            default -> string(Text.of(value));
        }
    }

    private static List<Member> members(Collection<Hashtable.Entry> entries) {
        List<Member> members = new ArrayList<>();
        entries.forEach(entry -> members.add(new Member(Text.of(entry.key()), entry.value())));
        return members;
    }

    private boolean tooDeep(Object value, int level) {
        if (level > depth) {
            cut = true;
            string(Text.of(value));
        }
        return level > depth;
    }

    private void array(List<?> items, int level) {
        if (tooDeep(items, level)) {
            return;
        }
        text.append('[');
        boolean first = true;
        for (Object item : items) {
            text.append(first ? "" : ",");
            first = false;
            line(level + 1);
            value(item, level + 1);
        }
        if (!first) {
            line(level);
        }
        text.append(']');
    }

    private void object(List<Member> members, Object whole, int level) {
        if (tooDeep(whole, level)) {
            return;
        }
        text.append('{');
        boolean first = true;
        for (Member member : members) {
            text.append(first ? "" : ",");
            first = false;
            line(level + 1);
            string(member.name());
            text.append(compress ? ":" : ": ");
            value(member.value(), level + 1);
        }
        if (!first) {
            line(level);
        }
        text.append('}');
    }

    private void line(int level) {
        if (!compress) {
            text.append('\n').append("  ".repeat(level));
        }
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char one = value.charAt(i);
            switch (one) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (one < ' ' || one == '\u0085' || one == '\u2028' || one == '\u2029') {
                        text.append(String.format(Locale.ROOT, "\\u%04x", (int) one));
                    } else {
                        text.append(one);
                    }
                }
            }
        }
        text.append('"');
    }
}
