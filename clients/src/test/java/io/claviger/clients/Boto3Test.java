package io.claviger.clients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class Boto3Test extends ClientContract {

    Boto3Test() {
        super("boto3");
    }

    /** The user's Python, or the one that Debian's packages serve. */
    @Override
    List<List<String>> commands() {
        return List.of(List.of("python3", "python/client.py"), List.of("/usr/bin/python3", "python/client.py"));
    }

    /** The story on a PostgreSQL database instead of a data directory. */
    @TestFactory
    Stream<DynamicTest> onADatabaseOfServers() throws Exception {
        return onPostgres();
    }

    @Override
    Client open(Program program, Path home, List<String> command) throws IOException {
        return new ScriptedClient(program, home, command);
    }
}
