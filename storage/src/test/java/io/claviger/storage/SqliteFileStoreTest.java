package io.claviger.storage;

import io.claviger.iam.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileStoreTest extends StoreContract {

    @TempDir
    private Path directory;

    @Override
    Store open() {
        Path data = directory.resolve("data");
        return SqliteStore.open(data, new SealingKey.InFile(data.resolve("sealing.key")));
    }
}
