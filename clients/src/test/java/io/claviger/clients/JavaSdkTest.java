package io.claviger.clients;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

class JavaSdkTest extends ClientContract {

    JavaSdkTest() {
        super("the AWS SDK for Java");
    }

    /** It comes with the tests and runs in their process, so it is there wherever Java is. */
    @Override
    List<List<String>> commands() {
        return List.of(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--version"));
    }

    @Override
    Stream<DynamicTest> ownSteps(Client client) {
        return SessionRulesStory.steps(client);
    }

    @Override
    Client open(Program program, Path home, List<String> command) throws Exception {
        return new JavaSdk(program);
    }
}
