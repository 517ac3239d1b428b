package io.claviger.clients;

import java.nio.file.Path;
import java.util.List;

class AwsCliTest extends ClientContract {

    AwsCliTest() {
        super("aws-cli");
    }

    @Override
    List<List<String>> commands() {
        return List.of(List.of("aws", "--version"));
    }

    @Override
    Client open(Program program, Path home, List<String> command) {
        return new AwsCli(program, home);
    }
}
