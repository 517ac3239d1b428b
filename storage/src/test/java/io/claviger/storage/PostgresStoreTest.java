package io.claviger.storage;

import io.claviger.iam.store.Store;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.postgres.RealPostgres;
import io.claviger.storage.sealing.SealingKey;

class PostgresStoreTest extends StoreContract {

    @Override
    Store open() {
        return SqlStore.open(RealPostgres.shared().open(), new SealingKey.Ephemeral());
    }
}
