package io.claviger.server.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much there is in an export. For one thread. */
final class Inventory {

    /** What is counted for people: a table, and what one and several of its rows are called. */
    private record Kind(String table, String one, String several) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("iam_user", "user", "users"),
            new Kind("iam_group", "group", "groups"),
            new Kind("iam_role", "role", "roles"),
            new Kind("managed_policy", "policy", "policies"),
            new Kind("access_key", "access key", "access keys"),
            new Kind("mfa_device", "MFA device", "MFA devices"),
            new Kind("hardware_token", "hardware token", "hardware tokens"),
            new Kind("fido_device", "passkey", "passkeys"));

    private final Map<String, Integer> rows = new HashMap<>();

    void add(String table) {
        rows.merge(table, 1, Integer::sum);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (Kind kind : KINDS) {
            int count = rows.getOrDefault(kind.table, 0);
            parts.add(count + " " + (count == 1 ? kind.one : kind.several));
        }
        int all = rows.values().stream().mapToInt(Integer::intValue).sum();
        return String.join(", ", parts) + "; " + all + " rows in all";
    }
}
