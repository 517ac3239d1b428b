package io.claviger.storage;

import io.claviger.iam.store.Store;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.SqliteMemory;

class SqliteMemoryStoreTest extends StoreContract {

    @Override
    Store open() {
        return SqlStore.open(new SqliteMemory(), new SealingKey.Ephemeral());
    }
}
