package io.claviger.clients;

import io.claviger.storage.postgres.PostgresUrl;
import io.claviger.storage.postgres.RealPostgres;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Where a program keeps its data. */
sealed interface DataPlace {

    /** The options that say so. */
    List<String> options();

    /** The variables of its environment that go with them. */
    Map<String, String> variables();

    /** A new database if PostgreSQL is installed; otherwise a data directory, aloud. */
    static DataPlace newDatabase(Path home) {
        if (RealPostgres.isInstalled()) {
            return new Postgres(RealPostgres.shared().newDatabase(), home);
        }
        System.err.println("NOT TESTED ON POSTGRESQL: it is missing. apt-get install postgresql");
        return new Directory(home);
    }

    /** A data directory, in the program's own directory. */
    record Directory(Path home) implements DataPlace {

        @Override
        public List<String> options() {
            return List.of("--data", home.resolve("data").toString());
        }

        @Override
        public Map<String, String> variables() {
            return Map.of();
        }
    }

    /** A PostgreSQL database; the audit trail is in the program's own directory. */
    record Postgres(PostgresUrl url, Path home) implements DataPlace {

        private static final String SEALING_KEY = Base64.getEncoder().encodeToString(new byte[32]);

        @Override
        public List<String> options() {
            return List.of(
                    "--database",
                    "postgresql://" + url.user() + "@" + url.hosts().getFirst() + "/" + url.database(),
                    "--audit-dir",
                    home.resolve("audit").toString());
        }

        @Override
        public Map<String, String> variables() {
            return Map.of("CLAVIGER_SEALING_KEY", SEALING_KEY);
        }
    }
}
