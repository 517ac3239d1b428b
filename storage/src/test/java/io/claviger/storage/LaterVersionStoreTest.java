package io.claviger.storage;

import io.claviger.iam.store.Store;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.postgres.LaterVersion;
import io.claviger.storage.postgres.PostgresDatabase;
import io.claviger.storage.postgres.PostgresUrl;
import io.claviger.storage.postgres.RealPostgres;
import io.claviger.storage.sealing.SealingKey;
import java.util.Optional;

/** The store keeps its promises while servers of a newer build use the database too, whose scripts only add. */
class LaterVersionStoreTest extends StoreContract {

    @Override
    Store open() {
        PostgresUrl url = RealPostgres.shared().newMigratedDatabase();
        SqlStore store = SqlStore.open(new PostgresDatabase(url, Optional.empty()), new SealingKey.Ephemeral());
        LaterVersion.make(url);
        return store;
    }
}
