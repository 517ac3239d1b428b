package io.claviger.corecmdlets;

import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.value.ErrorCategory;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.TerminatingError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values by RFC 4180, as PowerShell does: blanks before a value do not count, an empty value is an
 * empty text, and at the end of a line it is null.
 */
final class CsvReader {

    private final String text;
    private final char delimiter;
    private final List<List<@Nullable String>> records = new ArrayList<>();
    private List<@Nullable String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;

    private CsvReader(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /** The objects of a text. Unless names are given, the first record has them. */
    static List<ShellObject> parse(String text, String delimiter, List<String> given, CmdletContext context) {
        CsvReader reader = new CsvReader(text, delimiter.charAt(0));
        reader.read();
        List<? extends @Nullable String> names = given;
        if (given.isEmpty()) {
            if (reader.records.isEmpty()) {
                return List.of();
            }
            names = reader.records.removeFirst();
        }
        List<String> header = header(names, context);
        List<ShellObject> objects = new ArrayList<>();
        for (List<@Nullable String> record : reader.records) {
            ShellObject object = new ShellObject(ObjectType.CUSTOM);
            for (int i = 0; i < header.size(); i++) {
                object.with(header.get(i), i < record.size() ? record.get(i) : null);
            }
            objects.add(object);
        }
        return objects;
    }

    private static List<String> header(List<? extends @Nullable String> names, CmdletContext context) {
        List<String> header = new ArrayList<>();
        boolean missing = false;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean none = name == null || name.isEmpty();
            missing |= none;
            String own = none ? "H" + i : name;
            if (header.stream().anyMatch(own::equalsIgnoreCase)) {
                throw new TerminatingError(ErrorRecord.of(
                        ErrorCategory.NOT_SPECIFIED,
                        "AlreadyPresentPSMemberInfoInternalCollectionAdd",
                        "System.Management.Automation.ExtendedTypeSystemException",
                        "The member \"" + own + "\" is already present."));
            }
            header.add(own);
        }
        if (missing) {
            context.writeWarning(
                    "One or more headers were not specified. Default names starting with \"H\" have been used"
                            + " in place of any missing headers.");
        }
        return header;
    }

    private void read() {
        boolean inQuotes = false;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (inQuotes) {
                if (one != '"') {
                    cell.append(one);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    inQuotes = false;
                }
            } else if (one == '"' && cell.toString().isBlank() && !quoted) {
                inQuotes = true;
                quoted = true;
                cell.setLength(0);
            } else if (one == delimiter) {
                cells.add(value());
            } else if (one == '\n') {
                end();
            } else if (one != '\r') {
                cell.append(one);
            }
        }
        end();
    }

    private String value() {
        String value = quoted ? cell.toString() : cell.toString().stripLeading();
        cell.setLength(0);
        quoted = false;
        return value;
    }

    private void end() {
        if (!cells.isEmpty() || !cell.isEmpty() || quoted) {
            boolean empty = cell.isEmpty() && !quoted;
            String value = value();
            cells.add(empty ? null : value);
            records.add(cells);
        }
        cells = new ArrayList<>();
    }
}
