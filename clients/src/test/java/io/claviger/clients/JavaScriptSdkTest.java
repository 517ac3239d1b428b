package io.claviger.clients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

class JavaScriptSdkTest extends ClientContract {

    JavaScriptSdkTest() {
        super("the AWS SDK for JavaScript");
    }

    @Override
    List<List<String>> commands() {
        return List.of(List.of("node", "js/client.mjs"));
    }

    @Override
    Stream<DynamicTest> ownSteps(Client client) {
        return ScopedStory.steps(client);
    }

    @Override
    Client open(Program program, Path home, List<String> command) throws IOException {
        return new ScriptedClient(program, home, command);
    }
}
