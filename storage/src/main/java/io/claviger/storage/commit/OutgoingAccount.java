package io.claviger.storage.commit;

import io.claviger.iam.SealedSecret;
import io.claviger.iam.Sealing;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.commit.AccountRow.Value;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sealing.SealingRing;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sql.SqlReading;
import io.claviger.storage.sql.TableShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads all that an account has out of a database, with its secrets in the clear, as of one moment. */
public final class OutgoingAccount {

    private final Session session;
    private final Sealing sealing;
    private final BiFunction<SealedColumn, String, String> context;

    private OutgoingAccount(Session session, Sealing sealing, BiFunction<SealedColumn, String, String> context) {
        this.session = session;
        this.sealing = sealing;
        this.context = context;
    }

    /** Who gets the account. */
    public interface Taker {

        /**
         * Says which account, before the first row.
         *
         * @return the account's number
         */
        String choose(Reading reading);

        /** Takes a row; those that it refers to have come before. */
        void take(AccountRow row);
    }

    /**
     * Reads the account, and closes the database. That is brought to this build's version if nobody else uses it.
     *
     * @param tables all that there are, each after those that it refers to
     * @param context gives the context that the secret of an ID is sealed for
     * @throws OpenFailure if the key is another one, a secret is damaged, servers of another version use the database, or it
     *     fails
     */
    public static void read(
            Database database,
            List<TableShape> tables,
            SealingKey key,
            BiFunction<SealedColumn, String, String> context,
            Taker taker) {
        try (database;
                Session session = database.writer()) {
            if (database instanceof SharedDatabase shared && shared.isInUse(session)) {
                shared.requireVersion(session);
            } else {
                database.migrate(session);
            }
            Sealing sealing = SealingRing.open(session, key).secrets();
            database.beginReading(session);
            SqlReading reading = new SqlReading(session);
            String accountId = taker.choose(reading);
            reading.end();
            new OutgoingAccount(session, sealing, context).rows(AccountTables.of(tables), accountId, taker);
            session.run("COMMIT");
        } catch (StoreFailure e) {
            throw new OpenFailure(database.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void rows(List<TableShape> tables, String accountId, Taker taker) {
        for (TableShape table : tables) {
            Rows rows = new Rows(session, table, AccountTables.ofAccount(table.name()), accountId);
            for (List<Rows.Row> page = rows.next(); !page.isEmpty(); page = rows.next()) {
                page.forEach(row -> taker.take(opened(table.name(), row)));
            }
        }
    }

    private AccountRow opened(String table, Rows.Row row) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (String column : row.columns()) {
            Object value = row.value(column);
            if (value != null) {
                values.put(column, opened(table, column, value, row));
            }
        }
        return new AccountRow(table, values);
    }

    private Value opened(String table, String column, Object value, Rows.Row row) {
        return switch (value) {
            case String text when AccountTables.isHash(table, column) -> new Value.Secret(text);
            case String text -> new Value.Text(text);
            case Long number -> new Value.Whole(number);
            case byte[] bytes -> new Value.Secret(secret(SealedColumn.of(table, column), new SealedSecret(bytes), row));
            default -> throw new IllegalStateException("no column holds a " + value.getClass());
        };
    }

    private String secret(SealedColumn column, SealedSecret sealed, Rows.Row row) {
        String id = column.id(name -> text(row.value(name)));
        return sealing.open(sealed.bytes(), context.apply(column, id))
                .orElseThrow(() -> new OpenFailure(column.damaged(id)));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalStateException("the ID of a secret is a text");
    }
}
