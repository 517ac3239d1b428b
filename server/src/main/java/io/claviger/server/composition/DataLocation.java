package io.claviger.server.composition;

import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.postgres.PostgresDatabase;
import io.claviger.storage.postgres.PostgresUrl;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.DataFiles;
import io.claviger.storage.sqlite.SqliteFile;
import io.claviger.storage.sqlite.SqliteMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the data is. */
public sealed interface DataLocation {

    /** How {@link InMemory} is written on the command line. */
    String MEMORY = ":memory:";

    /** Opens the store there, which is made if it is not. */
    SqlStore open();

    /** In the memory of the process, and gone with it. */
    record InMemory() implements DataLocation {

        @Override
        public SqlStore open() {
            return SqlStore.open(new SqliteMemory(), new SealingKey.Ephemeral());
        }

        @Override
        public String toString() {
            return "memory, and ends with this process";
        }
    }

    /** What this server is called among those of one database; empty if it is the only one. */
    default Optional<String> node() {
        return Optional.empty();
    }

    /**
     * In a PostgreSQL database, which other servers may share.
     *
     * @param sealingKey the same for all of them
     * @param name what this one is called among them
     * @param bound how long after another one's change this one may go by what was before, at the most
     */
    record Postgres(PostgresUrl url, Optional<String> password, String sealingKey, String name, Duration bound)
            implements DataLocation {

        @Override
        public SqlStore open() {
            return SqlStore.open(new PostgresDatabase(url, password), new SealingKey.Given(sealingKey), bound);
        }

        @Override
        public Optional<String> node() {
            return Optional.of(name);
        }

        /** Without secrets. */
        @Override
        public String toString() {
            return url.toString();
        }
    }

    /**
     * In a directory.
     *
     * @param sealingKey empty for the one in the directory's {@code sealing.key}
     */
    record Directory(Path path, Optional<String> sealingKey) implements DataLocation {

        @Override
        public SqlStore open() {
            return SqlStore.open(SqliteFile.in(path), key());
        }

        /** Where the sealing key comes from. */
        public SealingKey key() {
            return sealingKey
                    .<SealingKey>map(SealingKey.Given::new)
                    .orElseGet(() -> new SealingKey.InFile(DataFiles.sealingKey(path)));
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }
}
