package io.claviger.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters beyond ASCII in passwords, paths, policies and cmdlets are what they are, whatever the user's locale. */
class Utf8Test {

    private static final String PASSWORD = "паролькот";
    private static final String SAME_LENGTH = "собакамир";
    private static final Pattern ENDPOINT = Pattern.compile("at (http://\\S+)");
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path home = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "POSIX", "C.UTF-8", "de_DE.ISO-8859-1"})
    void onlyThePasswordSignsIn(String locale) throws Exception {
        Path data = home.resolve("hömé ключ");
        Process server = process(
                        locale,
                        Map.of("CLAVIGER_ROOT_PASSWORD", PASSWORD),
                        "start",
                        "--port",
                        "0",
                        "--data",
                        data.toString())
                .start();
        try {
            String endpoint = endpoint(server);
            String[] signIn = {"sign-in", "--endpoint", endpoint, "--account-id", Program.ACCOUNT};
            assertThat(data).isDirectory();

            assertThat(ended(process(locale, Map.of("CLAVIGER_ROOT_PASSWORD", PASSWORD), signIn), ""))
                    .contains("rc 0");
            assertThat(ended(process(locale, Map.of("CLAVIGER_ROOT_PASSWORD", SAME_LENGTH), signIn), ""))
                    .contains("the password is wrong", "rc 1");
            String[] onInput = {"sign-in", "--endpoint", endpoint, "--account-id", Program.ACCOUNT, "--password-stdin"};
            Thread.sleep(1100);
            assertThat(ended(process(locale, Map.of(), onInput), PASSWORD + "\n"))
                    .contains("rc 0");
            assertThat(ended(process(locale, Map.of(), onInput), SAME_LENGTH + "\n"))
                    .contains("rc 1");
            if (Commands.firstThatWorks(List.of(List.of("script", "--version"))).isPresent()) {
                Thread.sleep(1100);
                assertThat(typed(locale, PASSWORD, signIn)).contains("export AWS_ACCESS_KEY_ID=ASIA");
            }
        } finally {
            server.destroy();
            assertThat(server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "de_DE.ISO-8859-1"})
    void namesOfFilesAreWhatTheyAre(String locale) throws Exception {
        Path folder = Files.createDirectory(home.resolve("hömé"));
        Path policy = folder.resolve("рolicy.json");
        Files.writeString(
                policy,
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"x\",\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::ä\"}}");
        assertThat(ended(process(locale, Map.of(), "policy", "format", policy.toString()), ""))
                .contains("arn:aws:s3:::ä", "rc 0");
        Path script = Files.writeString(folder.resolve("skrípt.ps1"), "\"$args ü $env:WORT\"");
        assertThat(ended(process(locale, Map.of("WORT", "é"), "run", script.toString(), "ß"), ""))
                .isEqualTo("ß ü é\nrc 0");
        assertThat(ended(process(locale, Map.of(), "run", "-", "ß"), "\"$args ü\""))
                .isEqualTo("ß ü\nrc 0");
        assertThat(ended(process(locale, Map.of(), "shell"), "'ü'\n'ключ'\n")).isEqualTo("ü\nключ\nrc 0");
    }

    @Test
    void theDefaultDirectoryIsBelowAnyHome() throws Exception {
        Path folder = Files.createDirectory(home.resolve("hömé"));
        Process server = process("C", Map.of("HOME", folder.toString()), "start", "--port", "0")
                .start();
        try {
            endpoint(server);
            assertThat(folder.resolve(".local/share/claviger/claviger.db")).exists();
        } finally {
            server.destroy();
            assertThat(server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void bytesThatAreNotInUtf8AreRefused() throws Exception {
        String launcher = Launcher.BUILT.toString();
        for (String line : List.of(
                "CLAVIGER_ROOT_PASSWORD=$(printf 'p\\344\\344ssword') '" + launcher
                        + "' start --port 0 --data :memory:",
                "'" + launcher + "' start --port 0 --data \"$(printf '" + home + "/h\\344')\"",
                "printf 'p\\344ssword' | '" + launcher + "' sign-in --account-id 123456789012 --password-stdin")) {
            ProcessBuilder builder = Commands.process(home, List.of("sh", "-c", line));
            Terminal.atHome(builder, home);
            assertThat(ended(builder, "")).contains("is not in UTF-8").doesNotContain("rc 0");
        }
    }

    /** What the launcher prints when a password is typed at a terminal. */
    private String typed(String locale, String password, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("script", "-qefc"));
        command.add(Launcher.BUILT + " " + String.join(" ", words));
        command.add("/dev/null");
        Process process = localized(Commands.process(home, command), locale, Map.of())
                .redirectErrorStream(true)
                .start();
        StringBuilder shown = new StringBuilder();
        BufferedReader screen = process.inputReader(UTF_8);
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        while (shown.indexOf("Root password") < 0 || shown.charAt(shown.length() - 2) != ':') {
            int next = screen.read();
            if (next < 0) {
                throw new AssertionError(shown);
            }
            shown.append((char) next);
        }
        process.getOutputStream().write((password + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
        screen.transferTo(new java.io.StringWriter() {
            @Override
            public void write(char[] text, int from, int length) {
                shown.append(text, from, length);
            }
        });
        return shown.toString();
    }

    private ProcessBuilder process(String locale, Map<String, String> variables, String... words) {
        List<String> command = new ArrayList<>(List.of(Launcher.BUILT.toString()));
        command.addAll(List.of(words));
        return localized(Commands.process(home, command), locale, variables);
    }

    private ProcessBuilder localized(ProcessBuilder builder, String locale, Map<String, String> variables) {
        Terminal.atHome(builder, home);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        if (!locale.isEmpty()) {
            environment.put("LC_ALL", locale);
            environment.put("LANG", locale);
        }
        environment.put("CLAVIGER_ACCOUNT_ID", Program.ACCOUNT);
        environment.putAll(variables);
        return builder.directory(home.toFile());
    }

    private static String endpoint(Process server) throws IOException {
        BufferedReader lines = server.inputReader(UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher endpoint = ENDPOINT.matcher(line);
            if (endpoint.find()) {
                return endpoint.group(1);
            }
            said.append(line).append('\n');
        }
        throw new AssertionError(
                "no server: " + said + new String(server.getErrorStream().readAllBytes(), UTF_8));
    }

    /** What a command prints on both streams, and its status. */
    private static String ended(ProcessBuilder builder, String input) throws Exception {
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(UTF_8));
        Ended ended = Ended.of(process);
        return ended.out() + "rc " + ended.status();
    }
}
