package io.claviger.storage.commit;

import io.claviger.iam.Sealing;
import io.claviger.iam.store.StoreFailure;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.sealing.SealingCheck;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sealing.SealingRing;
import io.claviger.storage.sql.Changes.Touch;
import io.claviger.storage.sql.Session;
import io.claviger.storage.sql.TableShape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes the sealing key of a shared database while servers use it, all of which were given both keys. One transaction
 * makes the next key the present one, and short ones seal the rows under it. It may be broken off at any moment and run
 * again: the database keeps the key before, sealed under the next one.
 */
public final class Rotation {

    /**
     * For so long, servers may still issue tokens under the key before: until they have seen that there is another, and as
     * far as their clocks differ. As far as clocks may differ for signatures.
     */
    private static final Duration MARGIN = Duration.ofMinutes(15);

    private final SqlStore store;
    private final Session reader;
    private final List<TableShape> tables;
    private final BiFunction<SealedColumn, String, String> context;
    private final LongConsumer progress;
    private long looked;
    private long sealed;

    private Rotation(
            SqlStore store,
            Session reader,
            List<TableShape> tables,
            BiFunction<SealedColumn, String, String> context,
            LongConsumer progress) {
        this.store = store;
        this.reader = reader;
        this.tables = tables;
        this.context = context;
        this.progress = progress;
    }

    /** A secret that is sealed again. */
    private record Resealed(Touch touch, List<@Nullable Object> parameters) {}

    /**
     * What became of it.
     *
     * @param sealed how many secrets were sealed under the next key
     * @param secrets how many there are
     */
    public record Outcome(long sealed, long secrets) {}

    /**
     * Changes the key.
     *
     * @param store opened with the keys
     * @param database the same one
     * @param tables all that there are
     * @param context gives the context that the secret of an ID is sealed for
     * @param keptFrom now, if session tokens under the key before stay good; empty if they end
     * @param progress is given how many secrets have been looked at, again and again
     * @throws OpenFailure if a secret is damaged, or the database fails; what was sealed until then stays so
     */
    public static Outcome run(
            SqlStore store,
            Database database,
            SealingKey.Overlapping keys,
            List<TableShape> tables,
            BiFunction<SealedColumn, String, String> context,
            Optional<Instant> keptFrom,
            LongConsumer progress) {
        try (database;
                Session reader = database.reader()) {
            Rotation rotation = new Rotation(store, reader, tables, context, progress);
            boolean turned = SealingCheck.isUnder(reader, keys.next());
            if (!turned && store.keys().former().isPresent()) {
                // What an earlier change left, before the key that opens it is forgotten.
                rotation.sealAll();
            }
            if (!turned || keptFrom.isEmpty()) {
                rotation.change(session -> SealingRing.turn(session, keys, keptFrom.map(now -> now.plus(MARGIN))));
            }
            rotation.sealAll();
            return new Outcome(rotation.sealed, rotation.looked);
        } catch (StoreFailure e) {
            throw new OpenFailure(
                    database.name() + " is not wholly sealed under the next key: " + e.getMessage()
                            + ". Run the command again",
                    e);
        }
    }

    private void change(Consumer<Session> statements) {
        boolean _ = store.commit(new PendingWrite<>(writing -> {
            writing.touch(new Touch("", SealingRing.ID), statements);
            return true;
        }));
        store.keys().reread(reader);
    }

    /** A row whose key changes while it is looked at may be passed over: so it ends with a look that finds none. */
    private void sealAll() {
        long before;
        do {
            before = sealed;
            sealOnce();
        } while (sealed > before);
    }

    private void sealOnce() {
        looked = 0;
        for (SealedColumn column : SealedColumn.values()) {
            TableShape table = tables.stream()
                    .filter(each -> each.name().equals(column.table()))
                    .findFirst()
                    .orElseThrow();
            Rows rows = new Rows(reader, table);
            for (List<Rows.Row> page = rows.next(); !page.isEmpty(); page = rows.next()) {
                seal(column, table, page);
                looked += page.size();
                progress.accept(looked);
            }
        }
    }

    private void seal(SealedColumn column, TableShape table, List<Rows.Row> page) {
        List<Resealed> secrets = page.stream()
                .flatMap(row -> resealed(column, table, row).stream())
                .toList();
        if (!secrets.isEmpty()) {
            String replace = column.replaceIn(table);
            boolean _ = store.commit(new PendingWrite<>(writing -> {
                writing.touch(
                        secrets.getFirst().touch(),
                        session -> session.runEach(
                                replace,
                                secrets.stream().map(Resealed::parameters).toList()));
                secrets.forEach(secret -> writing.touch(secret.touch(), _ -> {}));
                return true;
            }));
            sealed += secrets.size();
        }
    }

    /** Empty if the present key sealed it. */
    private Optional<Resealed> resealed(SealedColumn column, TableShape table, Rows.Row row) {
        String id = column.id(name -> String.valueOf(row.value(name)));
        String sealedFor = context.apply(column, id);
        if (!(row.value(column.column()) instanceof byte[] before)
                || store.keys().isPresent(before, sealedFor)) {
            return Optional.empty();
        }
        Sealing sealing = store.sealing();
        String secret = sealing.open(before, sealedFor)
                .or(() -> {
                    // Not damaged, if the key was changed again meanwhile.
                    store.keys().reread(reader);
                    return sealing.open(before, sealedFor);
                })
                .orElseThrow(() -> new OpenFailure(column.damaged(id)));
        List<@Nullable Object> parameters = new ArrayList<>(List.of(sealing.seal(secret, sealedFor)));
        table.key().forEach(name -> parameters.add(row.value(name)));
        parameters.add(before);
        return Optional.of(new Resealed(new Touch(String.valueOf(row.value("account_id")), id), parameters));
    }
}
