package io.claviger.storage;

import io.claviger.iam.store.Store;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.postgres.PostgresDatabase;
import io.claviger.storage.postgres.RealPostgres;
import io.claviger.storage.sealing.SealingKey;
import java.util.Optional;

class PostgresStoreTest extends StoreContract {

    @Override
    Store open() {
        PostgresDatabase database = new PostgresDatabase(RealPostgres.shared().newMigratedDatabase(), Optional.empty());
        return SqlStore.open(database, new SealingKey.Ephemeral());
    }
}
