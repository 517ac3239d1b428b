package io.claviger.clients.cmdlets;

import io.claviger.cmdlets.aws.ServiceCmdlets;
import io.claviger.corecmdlets.CoreCmdlets;
import io.claviger.powershell.shell.Console;
import io.claviger.powershell.shell.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session of the cmdlets in a home of its own, into which a test types. Variables stay from line to line. */
final class Prompt implements Typist {

    private final Typed console = new Typed();
    private final Session session;

    /**
     * A prompt.
     *
     * @param environment all that it has of the environment
     * @param home where its files are
     */
    Prompt(Map<String, String> environment, Path home) {
        session = new Session(
                console,
                List.of(CoreCmdlets.source(), new ServiceCmdlets()),
                environment,
                home,
                home,
                Clock.systemUTC());
    }

    /** Types a line into a prompt of 120 columns; nobody answers questions. */
    Shown type(String line) {
        return type(line, "", 120);
    }

    @Override
    public Shown type(String line, String input, int width) {
        console.begin(input, width);
        int exit = session.run(line);
        return new Shown(console.out.toString(), console.err.toString(), exit);
    }

    @Override
    public void close() {
        session.close();
    }

    /** Standard output and error apart, and an input that was redirected. */
    private static final class Typed implements Console {

        private final StringBuilder out = new StringBuilder();
        private final StringBuilder err = new StringBuilder();
        private List<String> input = List.of();
        private int width;

        void begin(String typed, int columns) {
            out.setLength(0);
            err.setLength(0);
            input = typed.lines().toList();
            width = columns;
        }

        @Override
        public int width() {
            return width;
        }

        @Override
        public void out(String text) {
            out.append(text);
        }

        @Override
        public void err(String text) {
            err.append(text);
        }

        @Override
        public Optional<String> read(String prompt) {
            out.append(prompt);
            Optional<String> line = input.stream().findFirst();
            input = input.stream().skip(1).toList();
            return line;
        }

        @Override
        public Optional<String> readSecret(String prompt) {
            return read(prompt);
        }

        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public boolean silent() {
            return false;
        }

        @Override
        public boolean coloured() {
            return false;
        }
    }
}
