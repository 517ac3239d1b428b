package io.claviger.storage;

import io.claviger.iam.store.Store;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.SqliteFile;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileStoreTest extends StoreContract {

    @TempDir
    private Path directory;

    @Override
    Store open() {
        Path data = directory.resolve("data");
        return SqlStore.open(SqliteFile.in(data), new SealingKey.InFile(data.resolve("sealing.key")));
    }
}
