package io.claviger.powershell.format;

import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints objects as lists within lists. */
final class TreeWriter {

    private static final String SEPARATOR = " : ";
    private static final int STEP = 4;
    private static final int DEEPEST = 8;
    private static final String TYPE = "Type";
    /** The number of an error among several. */
    private static final String INDEX = "PSErrorIndex";

    private final Page page;
    private final View.Tree view;

    TreeWriter(Page page, View.Tree view) {
        this.page = page;
        this.view = view;
    }

    /** Prints an object between blank lines. */
    void add(ShellObject object) {
        page.line("");
        Object index = object.get(INDEX);
        if (index != null) {
            page.line("   ErrorIndex: " + Text.of(index));
            page.line("");
        }
        properties(object, 0, false);
        page.line("");
    }

    /** Whether a property is left out since it is empty. */
    private static boolean isEmpty(String name, @Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isEmpty();
            case Boolean truth -> !truth;
            case List<?> items -> items.isEmpty();
            default -> name.equals(INDEX);
        };
    }

    private void properties(ShellObject object, int depth, boolean typed) {
        List<String> names = object.names().stream()
                .filter(name -> !isEmpty(name, object.get(name)))
                .toList();
        int longest = names.stream().mapToInt(Cells::width).max().orElse(0);
        int width = Math.max(longest, typed ? TYPE.length() : 0);
        if (typed) {
            value(TYPE, object.type().name(), depth, width);
        }
        for (String name : names) {
            @Nullable Object value = object.get(name);
            if (value instanceof ShellObject inner && view.expanded().contains(name) && depth < DEEPEST) {
                page.line(label(name, depth, width));
                properties(inner, depth + 1, view.typed().contains(name));
            } else {
                value(name, value, depth, width);
            }
        }
    }

    private String label(String name, int depth, int width) {
        return " ".repeat(depth * STEP) + page.label(name + " ".repeat(width - Cells.width(name)) + SEPARATOR);
    }

    private void value(String name, @Nullable Object value, int depth, int width) {
        int indent = depth * STEP + width + SEPARATOR.length();
        List<String> lines = Cells.wrap(
                CellText.of(value, false), Math.max(1, page.listWidth().getAsInt() - indent));
        for (int i = 0; i < lines.size(); i++) {
            page.line((i == 0 ? label(name, depth, width) : " ".repeat(indent)) + lines.get(i));
        }
    }
}
