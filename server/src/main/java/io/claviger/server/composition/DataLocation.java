package io.claviger.server.composition;

import io.claviger.access.SessionFormat;
import io.claviger.storage.commit.Database;
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
import java.util.function.Supplier;

/**
 * Where the data is. What differs from one place to another are methods and no {@code switch}: the code of a switch over
 * types is made at run time, by machinery that no start-up cache holds, and a start would wait for it.
 */
public sealed interface DataLocation {

    /** How {@link InMemory} is written on the command line. */
    String MEMORY = ":memory:";

    /** The audit trail's directory in that of the data. */
    String AUDIT = "audit";

    /** The database there, for one who works on it without a store. */
    Database database();

    /** The key under which secrets are sealed there. */
    SealingKey key();

    /** Opens the store there, which is made if it is not. */
    SqlStore open();

    /** Whether it has no account for certain, so that a refusal leaves nothing behind. */
    boolean isNew();

    /**
     * Where the audit trail is if nobody says where; empty if there is none then.
     *
     * @param usual the directory that data is in if nobody says where
     */
    Optional<Path> auditDirectory(Supplier<Path> usual);

    /** In the memory of the process, and gone with it. */
    record InMemory() implements DataLocation {

        @Override
        public SqlStore open() {
            return SqlStore.open(database(), key());
        }

        @Override
        public Database database() {
            return new SqliteMemory();
        }

        @Override
        public SealingKey key() {
            return new SealingKey.Ephemeral();
        }

        @Override
        public boolean isNew() {
            return true;
        }

        @Override
        public Optional<Path> auditDirectory(Supplier<Path> usual) {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "memory, and ends with this process";
        }
    }

    /** The format of the session tokens that are issued. */
    default SessionFormat sessionTokens() {
        return SessionFormat.COMPACT;
    }

    /** What this server is called among those of one database; empty if it is the only one. */
    default Optional<String> node() {
        return Optional.empty();
    }

    /**
     * In a PostgreSQL database, which other servers may share.
     *
     * @param key the same for all of them
     * @param name what this one is called among them
     * @param bound how long after another one's change this one may go by what was before, at the most
     * @param sessionTokens the format of those that it issues, which the others must know
     */
    record Postgres(
            PostgresUrl url,
            Optional<String> password,
            SealingKey key,
            String name,
            Duration bound,
            SessionFormat sessionTokens)
            implements DataLocation {

        @Override
        public SqlStore open() {
            return SqlStore.open(database(), key, bound);
        }

        @Override
        public Database database() {
            return new PostgresDatabase(url, password);
        }

        /** Whether it has an account is known when it is asked. */
        @Override
        public boolean isNew() {
            return false;
        }

        @Override
        public Optional<Path> auditDirectory(Supplier<Path> usual) {
            return Optional.of(usual.get().resolve(AUDIT));
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
    record Directory(Path path, Optional<SealingKey.Given> sealingKey) implements DataLocation {

        @Override
        public SqlStore open() {
            return SqlStore.open(database(), key());
        }

        @Override
        public Database database() {
            return SqliteFile.in(path);
        }

        @Override
        public boolean isNew() {
            return DataFiles.isNew(path);
        }

        @Override
        public Optional<Path> auditDirectory(Supplier<Path> usual) {
            return Optional.of(path.resolve(AUDIT));
        }

        @Override
        public SealingKey key() {
            return sealingKey.isPresent() ? sealingKey.get() : new SealingKey.InFile(DataFiles.sealingKey(path));
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }
}
