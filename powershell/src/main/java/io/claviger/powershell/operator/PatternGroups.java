package io.claviger.powershell.operator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups of a regular expression, numbered as .NET numbers them: first those without a name, from left to right,
 * then those with one.
 */
final class PatternGroups {

    /** The name of each capturing group in the order of their parentheses; empty if it has none. */
    private final List<String> names = new ArrayList<>();

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> numbered = new ArrayList<>();

    /**
     * Finds the groups.
     *
     * @param pattern in .NET's notation
     */
    PatternGroups(String pattern) {
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char one = pattern.charAt(i);
            if (one == '\\') {
                i++;
            } else if (inClass) {
                inClass = one != ']';
            } else if (one == '[') {
                inClass = true;
                // A bracket at the beginning of a class stands for itself.
                i += pattern.startsWith("^]", i + 1) ? 2 : pattern.startsWith("]", i + 1) ? 1 : 0;
            } else if (one == '(') {
                group(pattern, i);
            }
        }
        number();
    }

    private void group(String pattern, int at) {
        if (!pattern.startsWith("?", at + 1)) {
            names.add("");
            return;
        }
        String name = name(pattern, at);
        if (!name.isEmpty()) {
            names.add(name);
        }
    }

    /** The name of the group whose parenthesis stands there; empty if it has none or is none. */
    static String name(String pattern, int at) {
        char quote = at + 2 < pattern.length() ? pattern.charAt(at + 2) : ' ';
        char after = at + 3 < pattern.length() ? pattern.charAt(at + 3) : ' ';
        if ((quote != '<' && quote != '\'') || after == '=' || after == '!') {
            return "";
        }
        int end = pattern.indexOf(quote == '<' ? '>' : '\'', at + 3);
        return end < 0 ? "" : pattern.substring(at + 3, end);
    }

    private void number() {
        places.put("0", 0);
        numbered.add("0");
        int next = 1;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                places.put(String.valueOf(next), i + 1);
                numbered.add(String.valueOf(next++));
            }
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!name.isEmpty() && places.putIfAbsent(name, i + 1) == null) {
                numbered.add(name);
                places.putIfAbsent(String.valueOf(next++), i + 1);
            }
        }
    }

    /** The place of a group among the parentheses, from 1, by its name or its number; -1 if there is none. */
    int place(String nameOrNumber) {
        return places.getOrDefault(nameOrNumber, -1);
    }

    /** The names and numbers of all groups in .NET's order, beginning with the whole match, 0. */
    List<String> all() {
        return numbered;
    }
}
