package io.claviger.clients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class Boto3Test extends ClientContract {

    Boto3Test() {
        super("boto3");
    }

    /** The user's Python, or the one that Debian's packages serve. */
    @Override
    List<List<String>> commands() {
        return List.of(List.of("python3", "python/client.py"), List.of("/usr/bin/python3", "python/client.py"));
    }

    @Override
    Client open(Program program, Path home, List<String> command) throws IOException {
        return new ScriptedClient(program, home, command);
    }
}
