package io.claviger.clients;

import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The story twice, each time on a program of its own: over HTTP with its data in PostgreSQL, and over TLS with its data in a
 * directory. A client that is not installed skips it, aloud.
 */
abstract class ClientContract {

    @TempDir
    private Path directory = Path.of("");

    private final String name;

    /** The name is what the reader of a skipped test reads. */
    ClientContract(String name) {
        this.name = name;
    }

    /** The command lines that run the client when it is installed, and then end well when nothing is asked of them. */
    abstract List<List<String>> commands();

    /** A client for the program, given the command that worked. */
    abstract Client open(Program program, Path home, List<String> command) throws Exception;

    /** What this client alone has operations for; nothing with most. */
    Stream<DynamicTest> ownSteps(Client client) {
        return Stream.empty();
    }

    @TestFactory
    Stream<DynamicTest> overHttpFromPostgres() throws Exception {
        return story(() ->
                Program.start(DataPlace.newDatabase(directory), Optional.empty(), BoughtToken.options(directory)));
    }

    @TestFactory
    Stream<DynamicTest> overTlsFromADataDirectory() throws Exception {
        Certificates certificates = Certificates.in(directory);
        return story(() -> Program.start(directory, Optional.of(certificates), BoughtToken.options(directory)));
    }

    private Stream<DynamicTest> story(Callable<Program> start) throws Exception {
        Optional<List<String>> command = Commands.firstThatWorks(commands());
        if (command.isEmpty()) {
            String notTested = Commands.notTested(name);
            return Stream.of(dynamicTest(notTested, () -> Commands.skip(notTested)));
        }
        Program program = start.call();
        try {
            makeManyUsers(program);
            Client client = open(program, directory, command.get());
            return Stream.of(
                            Story.steps(program, client),
                            RoleStory.steps(client),
                            CredentialStory.steps(client, directory),
                            PeopleStory.steps(client),
                            FactorStory.steps(program, client, directory),
                            ownSteps(client))
                    .flatMap(steps -> steps)
                    .onClose(client::close)
                    .onClose(program::close);
        } catch (Exception | AssertionError e) {
            program.close();
            throw e;
        }
    }

    private static void makeManyUsers(Program program) throws Exception {
        try (Client client = new JavaSdk(program)) {
            for (String name : Story.manyUsers()) {
                Call create = Call.iam(ADMINISTRATOR, "CreateUser", Map.of("UserName", name, "Path", "/many/"));
                assertThat(client.call(create)).isInstanceOf(Answer.Result.class);
            }
        }
    }
}
