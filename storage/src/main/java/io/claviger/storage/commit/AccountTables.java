package io.claviger.storage.commit;

import io.claviger.storage.sql.TableShape;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rows are an account's own, and which of their columns are secrets. */
final class AccountTables {

    /**
     * What belongs to the database, to the organization or to the server that it was on: revisions, keys, memberships,
     * sessions of the console, and reports, which anybody makes again. A delegation request names people of other accounts,
     * who gave their consent on that server: a file written by hand could name anybody.
     */
    private static final Set<String> LEFT = Set.of(
            "revision",
            "change",
            "sealing_check",
            "former_sealing_key",
            "organization",
            "member_account",
            "console_session",
            "credential_report",
            "credential_report_part",
            "access_report",
            "delegation_request");

    /** The tables whose rows do not say whose they are. */
    private static final Map<String, String> OF_OTHERS = Map.of(
            "key_use", "access_key_id IN (SELECT id FROM access_key WHERE account_id = ?)",
            "role_use", "role_id IN (SELECT id FROM iam_role WHERE account_id = ?)");

    /** Hashes, which are as good as secrets to anyone who can try many passwords. */
    private static final Set<String> HASHES = Set.of(
            "account.root_password",
            "login_profile.password",
            "login_profile.earlier",
            "service_credential.secret_hash");

    private AccountTables() {}

    /** Those of all tables that an account has rows in, in the same order. */
    static List<TableShape> of(List<TableShape> all) {
        return all.stream().filter(table -> !LEFT.contains(table.name())).toList();
    }

    /** The condition under which a row of a table is an account's; its one parameter is the account's number. */
    static String ofAccount(String table) {
        return OF_OTHERS.getOrDefault(table, "account_id = ?");
    }

    /** Whether a column holds the hashes of passwords or tokens. */
    static boolean isHash(String table, String column) {
        return HASHES.contains(table + "." + column);
    }
}
