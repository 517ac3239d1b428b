package io.claviger.clients.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.claviger.clients.Program;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** A file of golden lines, typed one after another at one prompt whose server is there for them alone. */
final class Telling {

    private final Path file;
    private final String server;
    private final Callable<URI> start;
    private final Runnable stop;
    private final Path home;
    private @Nullable Wiretap wiretap;
    private @Nullable Prompt prompt;

    /**
     * A file for a server.
     *
     * @param start makes a server with an empty account
     * @param stop ends it
     * @param home the prompt's folder
     */
    Telling(Path file, String server, Callable<URI> start, Runnable stop, Path home) {
        this.file = file;
        this.server = server;
        this.start = start;
        this.stop = stop;
        this.home = home;
    }

    /** The lines as tests, to be run in their order. */
    List<DynamicTest> tests() throws Exception {
        String name = file.getFileName() + ", " + server + ": ";
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest(name + "the server starts", this::open));
        for (GoldenCase one : GoldenCase.read(Files.readString(file))) {
            if (one.isFor(server)) {
                tests.add(dynamicTest(name + one.head(), () -> tell(one)));
            }
        }
        tests.add(dynamicTest(name + "the server stops in order", this::close));
        return tests;
    }

    private void open() throws Exception {
        Wiretap between = new Wiretap(start.call());
        wiretap = between;
        prompt = new Prompt(
                Map.of(
                        "AWS_ENDPOINT_URL", between.endpoint().toString(),
                        "AWS_ACCESS_KEY_ID", Program.ADMINISTRATOR.id(),
                        "AWS_SECRET_ACCESS_KEY", Program.ADMINISTRATOR.secret(),
                        "AWS_REGION", "us-east-1"),
                home);
    }

    private void tell(GoldenCase one) throws Exception {
        Prompt.Shown shown = Objects.requireNonNull(prompt).type(one.line().stripTrailing(), one.input(), one.width());
        GoldenCase came = one.showing(Masks.over(shown));
        if (!Boolean.getBoolean("golden.write")) {
            assertThat(came).hasToString(one.toString());
        } else if (server.equals("claviger") || one.only().isPresent()) {
            Files.writeString(file, Files.readString(file).replace(one.toString(), came.toString()));
        }
    }

    private void close() {
        Objects.requireNonNull(prompt).close();
        Objects.requireNonNull(wiretap).close();
        stop.run();
    }
}
