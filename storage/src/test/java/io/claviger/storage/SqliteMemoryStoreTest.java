package io.claviger.storage;

import io.claviger.iam.store.Store;

class SqliteMemoryStoreTest extends StoreContract {

    @Override
    Store open() {
        return SqliteStore.inMemory();
    }
}
