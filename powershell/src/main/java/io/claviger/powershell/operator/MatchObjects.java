package io.claviger.powershell.operator;

import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Matches and groups as a script sees them. */
final class MatchObjects {

    private static final ObjectType MATCH = ObjectType.named("System.Text.RegularExpressions.Match");
    private static final ObjectType GROUP = ObjectType.named("System.Text.RegularExpressions.Group");

    private MatchObjects() {}

    /** Whether a list has the groups of a match, which can be asked for by name. */
    static boolean areGroups(List<?> items) {
        return !items.isEmpty()
                && items.getFirst() instanceof ShellObject first
                && (first.type().equals(GROUP) || first.type().equals(MATCH));
    }

    /** What is returned if nothing matches. */
    static ShellObject none(Regex regex) {
        List<@Nullable Object> groups = new ArrayList<>();
        regex.groups().forEach(name -> groups.add(group(name, null, 0)));
        return new ShellObject(MATCH)
                .with("Groups", groups)
                .with("Success", false)
                .with("Name", "0")
                .with("Index", 0)
                .with("Length", 0)
                .with("Value", "")
                .saying("");
    }

    /** The match where a matcher stands. */
    static ShellObject match(Regex regex, Matcher found) {
        List<@Nullable Object> groups = new ArrayList<>();
        for (String name : regex.groups()) {
            String part = regex.group(found, name);
            groups.add(group(name, part, part == null ? 0 : regex.start(found, name)));
        }
        return new ShellObject(MATCH)
                .with("Groups", groups)
                .with("Success", true)
                .with("Name", "0")
                .with("Index", found.start())
                .with("Length", found.end() - found.start())
                .with("Value", found.group())
                .saying(found.group());
    }

    private static ShellObject group(String name, @Nullable String part, int start) {
        String value = part == null ? "" : part;
        return new ShellObject(GROUP)
                .with("Success", part != null)
                .with("Name", name)
                .with("Index", start)
                .with("Length", value.length())
                .with("Value", value)
                .saying(value);
    }
}
