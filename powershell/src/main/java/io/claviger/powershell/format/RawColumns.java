package io.claviger.powershell.format;

import io.claviger.powershell.value.Hashtable;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.View;
import java.util.List;

/** How objects without a view of their own are shown, and entries of tables. */
final class RawColumns {

    private static final int MOST_COLUMNS = 10;

    private RawColumns() {}

    /** PowerShell's rule for raw properties: a table of up to four, else a list. */
    static View of(ShellObject object) {
        List<String> names = object.names();
        return View.ofProperties(names.size() > 4 ? names : names.subList(0, Math.min(MOST_COLUMNS, names.size())));
    }

    /** The columns of entries: of a dictionary as wide as needed, of a hashtable of one width. */
    static List<Layout.Column> of(Hashtable.Entry first) {
        return first.isPair()
                ? List.of(
                        new Layout.Column("Key", 0, false),
                        new Layout.Column("Value", 0, CellText.toTheRight(first.value())))
                : List.of(new Layout.Column("Name", 30, false), new Layout.Column("Value", 0, false));
    }
}
