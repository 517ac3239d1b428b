package io.claviger.clients.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.claviger.clients.Program;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** A file of golden lines, typed one after another for a server that is there for them alone. */
final class Telling {

    /** How lines are typed. */
    enum Way {
        /** At one prompt, all of them. */
        PROMPT {
            @Override
            Typist open(Map<String, String> environment, Path home) {
                return new Prompt(environment, home);
            }

            @Override
            boolean takes(GoldenCase one) {
                return true;
            }
        },
        /** Each as a process that a shell starts. */
        PROCESS {
            @Override
            Typist open(Map<String, String> environment, Path home) {
                return new Launched(environment, home);
            }

            @Override
            boolean takes(GoldenCase one) {
                return one.width() == GoldenCase.WIDTH;
            }
        };

        abstract Typist open(Map<String, String> environment, Path home);

        abstract boolean takes(GoldenCase one);
    }

    private final Path file;
    private final Way way;
    private final String server;
    private final Callable<URI> start;
    private final Runnable stop;
    private final Path home;
    private @Nullable Wiretap wiretap;
    private @Nullable Typist typist;

    /**
     * A file for a server.
     *
     * @param start makes a server with an empty account
     * @param stop ends it
     * @param home the user's folder
     */
    Telling(Path file, Way way, String server, Callable<URI> start, Runnable stop, Path home) {
        this.file = file;
        this.way = way;
        this.server = server;
        this.start = start;
        this.stop = stop;
        this.home = home;
    }

    /** The lines as tests, to be run in their order. */
    List<DynamicTest> tests() throws Exception {
        String name = file.getFileName() + ", " + server + ", " + way.name().toLowerCase(Locale.ROOT) + ": ";
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest(name + "the server starts", this::open));
        for (GoldenCase one : GoldenCase.read(Files.readString(file))) {
            if (one.isFor(server) && way.takes(one)) {
                tests.add(dynamicTest(name + one.head(), () -> tell(one)));
            }
        }
        tests.add(dynamicTest(name + "the server stops in order", this::close));
        return tests;
    }

    private void open() throws Exception {
        Wiretap between = new Wiretap(start.call());
        wiretap = between;
        typist = way.open(
                Map.of(
                        "AWS_ENDPOINT_URL", between.endpoint().toString(),
                        "AWS_ACCESS_KEY_ID", Program.ADMINISTRATOR.id(),
                        "AWS_SECRET_ACCESS_KEY", Program.ADMINISTRATOR.secret(),
                        "AWS_REGION", "us-east-1"),
                home);
    }

    private void tell(GoldenCase one) throws Exception {
        Typist.Shown shown = Objects.requireNonNull(typist).type(one.line().stripTrailing(), one.input(), one.width());
        GoldenCase came = one.showing(Masks.over(shown));
        if (!Boolean.getBoolean("golden.write")) {
            assertThat(came).hasToString(one.toString());
        } else if (way == Way.PROMPT && (server.equals("claviger") || one.only().isPresent())) {
            Files.writeString(file, Files.readString(file).replace(one.toString(), came.toString()));
        }
    }

    private void close() {
        Objects.requireNonNull(typist).close();
        Objects.requireNonNull(wiretap).close();
        stop.run();
    }
}
