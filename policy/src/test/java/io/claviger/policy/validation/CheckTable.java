package io.claviger.policy.validation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The policies of {@code checks.txt}; the file describes its form. */
final class CheckTable {

    private static final List<Case> CASES = read();

    private CheckTable() {}

    /**
     * A policy of the table.
     *
     * @param check the check it is about
     * @param fires whether the check finds something in it
     * @param text the policy, without marks
     * @param marks where the check's finding is, as pairs of offsets
     */
    record Case(
            Check check,
            DocumentType type,
            @Nullable ResourceKind kind,
            boolean fires,
            String text,
            List<List<Integer>> marks) {

        List<Finding> findings(PolicyValidator validator) {
            return validator.validate(text, type, kind);
        }

        @Override
        public String toString() {
            return check + (fires ? " in " : " not in ") + text;
        }
    }

    static List<Case> cases() {
        return CASES;
    }

    private static List<Case> read() {
        List<Case> cases = new ArrayList<>();
        String[] head = {};
        for (String line : lines()) {
            if (line.startsWith("+ ") || line.startsWith("- ")) {
                cases.add(read(head, line.startsWith("+"), line.substring(2)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                head = line.split(" ", -1);
            }
        }
        return List.copyOf(cases);
    }

    private static List<String> lines() {
        try (InputStream stream = CheckTable.class.getResourceAsStream("/validation/checks.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Case read(String[] head, boolean fires, String line) {
        boolean whole = line.startsWith("{") || line.startsWith("⟦");
        String marked = whole ? line : "{\"Version\": \"2012-10-17\", \"Statement\": {" + line + "}}";
        StringBuilder text = new StringBuilder();
        List<List<Integer>> marks = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '⟦') {
                start = text.length();
            } else if (c == '⟧') {
                marks.add(List.of(start, text.length()));
            } else {
                text.append(c);
            }
        }
        ResourceKind kind = head.length > 2 ? ResourceKind.valueOf(head[2]) : null;
        return new Case(
                Check.valueOf(head[0]),
                DocumentType.valueOf(head[1]),
                kind,
                fires,
                text.toString(),
                List.copyOf(marks));
    }
}
