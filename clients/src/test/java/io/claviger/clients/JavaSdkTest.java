package io.claviger.clients;

import java.nio.file.Path;
import java.util.List;

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
    Client open(Program program, Path home, List<String> command) throws Exception {
        return new JavaSdk(program);
    }
}
