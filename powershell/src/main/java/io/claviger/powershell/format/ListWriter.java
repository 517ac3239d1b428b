package io.claviger.powershell.format;

import io.claviger.powershell.operator.Members;
import io.claviger.powershell.value.ShellObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints objects as lists: one line for each property, and a blank line after each object. */
final class ListWriter {

    private static final String SEPARATOR = " : ";

    private final Page page;
    private boolean started;

    ListWriter(Page page) {
        this.page = page;
    }

    void add(Object object, List<String> names) {
        if (!started) {
            page.line("");
            started = true;
        }
        int longest = names.stream().mapToInt(Cells::width).max().orElse(0);
        int indent = longest + SEPARATOR.length();
        for (String name : names) {
            @Nullable Object own = Members.get(object, name);
            @Nullable
            Object value =
                    object instanceof ShellObject one && one.type().view().isPresent()
                            ? one.type().view().get().shown(name, own)
                            : own;
            List<String> lines = Cells.wrap(
                    CellText.of(value, false), Math.max(1, page.listWidth().getAsInt() - indent));
            String label = name + " ".repeat(longest - Cells.width(name)) + SEPARATOR;
            for (int i = 0; i < lines.size(); i++) {
                page.line((i == 0 ? page.label(label) : " ".repeat(indent)) + lines.get(i));
            }
        }
        page.line("");
    }
}
