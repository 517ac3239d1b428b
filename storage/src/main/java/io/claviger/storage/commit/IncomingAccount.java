package io.claviger.storage.commit;

import io.claviger.iam.Sealing;
import io.claviger.iam.store.StoreFailure;
import io.claviger.iam.store.Writing;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.commit.AccountRow.Value;
import io.claviger.storage.sealing.SealingCheck;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sealing.SealingRing;
import io.claviger.storage.sql.Changes;
import io.claviger.storage.sql.Changes.Touch;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sql.SqlWriting;
import io.claviger.storage.sql.TableShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes an account into a database that does not have it, in one transaction. If it fails or is killed, the database has
 * nothing of it. Nobody else may use the database.
 */
public final class IncomingAccount {

    private static final String HAS_ACCOUNTS = "SELECT 1 FROM account";
    private static final String HAS_ACCOUNT = "SELECT 1 FROM account WHERE account_id = ?";
    private static final String ALIAS = "SELECT account_id FROM account WHERE alias = ?";
    private static final String EMAIL = """
        SELECT holder.account_id FROM (
            SELECT account_id, email_key FROM account UNION ALL SELECT account_id, email_key FROM member_account
        ) AS holder
        WHERE holder.email_key = ?\
        """;
    private static final String TOKEN = "SELECT account_id FROM hardware_token WHERE serial_key = ?";
    private static final Pattern COLUMN = Pattern.compile("[a-z_]+");

    private final Session session;
    private final Sealing sealing;
    private final BiFunction<SealedColumn, String, String> context;
    private final Set<String> tables;
    private final Map<String, Long> written = new HashMap<>();

    private IncomingAccount(
            Session session,
            List<TableShape> tables,
            Sealing sealing,
            BiFunction<SealedColumn, String, String> context) {
        this.session = session;
        this.tables = AccountTables.of(tables).stream().map(TableShape::name).collect(Collectors.toSet());
        this.sealing = sealing;
        this.context = context;
    }

    /** An account that comes. */
    public interface Source {

        /** Its number. */
        String accountId();

        /** Gives all rows, in the order in which they were read. */
        void rows(Consumer<AccountRow> to);

        /**
         * Is called after its rows, in their transaction.
         *
         * @param isFirst whether there is no other account
         */
        void complete(Writing writing, boolean isFirst);
    }

    /**
     * Writes the account, and closes the database, which is brought to this build's version.
     *
     * @param tables all that there are
     * @param context gives the context that the secret of an ID is sealed for
     * @throws OpenFailure if the account is there, something of it cannot be written, or somebody uses the database
     */
    public static void write(
            Database database,
            List<TableShape> tables,
            SealingKey key,
            BiFunction<SealedColumn, String, String> context,
            Source source) {
        try (database;
                Session session = database.writer()) {
            Moving.refuseInUse(database, session);
            if (database.isNew(session)) {
                SealingCheck.refuseKeyOfAnother(key, database.name());
            }
            database.migrate(session);
            Sealing sealing = SealingRing.open(session, key).secrets();
            if (database instanceof SharedDatabase shared) {
                // A server that begins from now on waits for the end of this. One that has begun since the look is
                // seen.
                long _ = shared.beginAlone(session);
                Moving.refuseInUse(database, session);
            } else {
                database.beginWriting(session);
            }
            Set<Touch> touched = new IncomingAccount(session, tables, sealing, context).write(database.name(), source);
            long last = Changes.revision(session);
            boolean _ = database.takeRevisions(session, last, Changes.rows(last + 1, List.of(touched)));
            database.requireInPlace();
            session.run("COMMIT");
        } catch (StoreFailure e) {
            throw new OpenFailure("Nothing was written to " + database.name() + ": " + e.getMessage(), e);
        }
    }

    /** Returns what it touched: the account stands for all that came with it, since nobody can know any of it. */
    private Set<Touch> write(String name, Source source) {
        String accountId = source.accountId();
        boolean isFirst = !session.exists(HAS_ACCOUNTS);
        if (session.exists(HAS_ACCOUNT, accountId)) {
            throw new OpenFailure(name + " has an account " + accountId + " already, and it stays as it is");
        }
        source.rows(this::insert);
        for (Map.Entry<String, Long> table : written.entrySet()) {
            long own = session.one(
                            "SELECT COUNT(*) FROM " + table.getKey() + " WHERE "
                                    + AccountTables.ofAccount(table.getKey()),
                            row -> row.getLong(1),
                            accountId)
                    .orElseThrow();
            if (own != table.getValue()) {
                throw new OpenFailure("Rows of " + table.getKey() + " are not of the account " + accountId);
            }
        }
        AccountReach.require(session, accountId);
        SqlWriting writing = new SqlWriting(session);
        source.complete(writing, isFirst);
        writing.end();
        Set<Touch> touched = new HashSet<>(writing.touched());
        touched.add(new Touch(accountId, accountId));
        return touched;
    }

    private void insert(AccountRow row) {
        List<String> columns = List.copyOf(row.values().keySet());
        if (!tables.contains(row.table())
                || !columns.stream().allMatch(column -> COLUMN.matcher(column).matches())) {
            throw new OpenFailure("This build of Claviger has no table " + row.table() + " with such columns");
        }
        refuseTaken(row);
        List<Object> values = new ArrayList<>();
        row.values().forEach((column, value) -> values.add(stored(row, column, value)));
        int _ = session.run(
                "INSERT INTO " + row.table() + " (" + String.join(", ", columns) + ") VALUES ("
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")",
                values.toArray());
        written.merge(row.table(), 1L, Long::sum);
    }

    /** What only one account may have. */
    private void refuseTaken(AccountRow row) {
        if (row.table().equals("account")) {
            refuseTaken(row, "alias", "alias", ALIAS);
            refuseTaken(row, "email_key", "address", EMAIL);
        }
        if (row.table().equals("hardware_token")) {
            String serialNumber = text(row, "serial_number");
            if (!serialNumber.toLowerCase(Locale.ROOT).equals(text(row, "serial_key"))
                    || serialNumber.startsWith("arn:")) {
                throw new OpenFailure("No hardware token has the serial number " + serialNumber);
            }
            refuseTaken(row, "serial_key", "hardware token", TOKEN);
        }
    }

    private void refuseTaken(AccountRow row, String column, String shown, String question) {
        if (row.values().get(column) instanceof Value.Text(String text)) {
            session.one(question, other -> other.getString(1), text).ifPresent(other -> {
                throw new OpenFailure("The " + shown + " " + text + " is that of the account " + other + " already");
            });
        }
    }

    private Object stored(AccountRow row, String column, Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Whole(long number) -> number;
            case Value.Secret(String text) when AccountTables.isHash(row.table(), column) -> text;
            case Value.Secret(String text) -> {
                SealedColumn sealed = SealedColumn.of(row.table(), column);
                yield sealing.seal(text, context.apply(sealed, sealed.id(name -> text(row, name))));
            }
        };
    }

    private static String text(AccountRow row, String column) {
        if (row.values().get(column) instanceof Value.Text(String text)) {
            return text;
        }
        throw new OpenFailure("A row of " + row.table() + " has no text in " + column);
    }
}
