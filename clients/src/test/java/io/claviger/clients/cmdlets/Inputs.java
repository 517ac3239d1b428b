package io.claviger.clients.cmdlets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What requests may have, by AWS's service models: the names that the query protocol gives to every member of an
 * operation's input, for lists and maps of one item.
 *
 * @param names by operation
 */
record Inputs(TreeMap<String, Set<String>> names) {

    /** Members that are newer than the configuration of AWS Tools that the cmdlets follow. */
    private static final List<String> NEWER = List.of("OrderedOrganizationPolicyInputList", "PolicyExclusionList");

    /** Reads the models' table. */
    static Inputs read() throws IOException {
        TreeMap<String, Set<String>> names = new TreeMap<>();
        for (String[] operation : rows("operations.tsv")) {
            names.put(operation[1], new TreeSet<>());
        }
        List<String[]> rows = rows("inputs.tsv");
        for (String[] row : rows) {
            boolean leaf = !List.of("list", "map", "structure").contains(row[3]);
            if (leaf && NEWER.stream().noneMatch(row[2]::startsWith)) {
                Objects.requireNonNull(names.get(row[1])).add(wireName(row[2]));
            }
        }
        return new Inputs(names);
    }

    private static String wireName(String member) {
        return member.replace("{key}", ".entry.1.key")
                .replace("{}", ".entry.1.value")
                .replace("[]", ".member.1");
    }

    private static List<String[]> rows(String file) throws IOException {
        try (InputStream table = Inputs.class.getResourceAsStream("/io/claviger/wire/" + file)) {
            String text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
            List<String[]> rows = new ArrayList<>();
            text.lines().skip(1).forEach(line -> rows.add(line.split("\t", -1)));
            return rows;
        }
    }
}
