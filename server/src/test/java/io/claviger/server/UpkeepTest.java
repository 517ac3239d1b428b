package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Surroundings;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.Wire;
import io.claviger.server.start.StartArguments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backup, restore, another sealing key, and lost credentials. */
class UpkeepTest {

    private static final String CALLER = "Action=GetCallerIdentity&Version=2011-06-15";
    private static final Map<String, String> NOTHING = Map.of();

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Path data() {
        return directory.resolve("data");
    }

    private RunningServer start(Path data, Optional<String> key) {
        DataLocation location = new DataLocation.Directory(data, key);
        return Samples.start(Samples.settings(location, Optional.of(data.resolve("audit"))));
    }

    private int run(Map<String, String> environment, String... words) {
        return run(out, environment, words);
    }

    private int run(OutputStream output, Map<String, String> environment, String... words) {
        out.reset();
        err.reset();
        Surroundings system = new Surroundings(
                () -> Samples.NOW,
                environment,
                InputStream.nullInputStream(),
                new PrintStream(output, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                _ -> Optional.empty(),
                Runnable::run);
        int status = Commands.run(system, words);
        assertThat(err.toString(UTF_8)).doesNotContain("\tat ");
        return status;
    }

    private String err() {
        return err.toString(UTF_8);
    }

    private static String call(URI endpoint, String body) throws IOException, GeneralSecurityException {
        return Samples.call(
                endpoint, Samples.NOW, Samples.KEY_ID, Samples.SECRET, body.contains("Caller") ? "sts" : "iam", body);
    }

    private static void create(RunningServer server, String user) throws Exception {
        assertThat(call(server.endpoint(), "Action=CreateUser&UserName=" + user + "&Version=2010-05-08"))
                .startsWith("HTTP/1.1 200 ");
    }

    private static int signIn(URI endpoint, String password) throws IOException {
        String form = "AccountId=" + Samples.ACCOUNT + "&UserName=root&Password=" + password.replace(' ', '+');
        String answer =
                Wire.exchange(endpoint, Wire.request("POST /sign-in", "Content-Length: " + form.length()) + form);
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void backupWhileTheServerWritesIsOneStateAndServesWhenItIsRestored() throws Exception {
        Path file = directory.resolve("backup.db");
        int written = 0;
        try (RunningServer server = start(data(), Optional.empty())) {
            create(server, "before");
            var writing = new java.util.concurrent.atomic.AtomicBoolean(true);
            var count = new java.util.concurrent.atomic.AtomicInteger();
            Thread writer = Thread.startVirtualThread(() -> {
                while (writing.get()) {
                    try {
                        create(server, "during" + count.getAndIncrement());
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            assertThat(run(NOTHING, "backup", file.toString(), "--data", data().toString()))
                    .as(this::err)
                    .isZero();
            writing.set(false);
            writer.join();
            written = count.get();
            create(server, "after");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(names(directory)).containsExactly("backup.db", "data");

        Path restored = directory.resolve("restored");
        assertThat(run(NOTHING, "restore", file.toString(), "--data", restored.toString()))
                .isEqualTo(1);
        assertThat(err()).contains("The sealing key " + restored.resolve("sealing.key") + " is not there");
        Files.copy(data().resolve("sealing.key"), restored.resolve("sealing.key"));
        assertThat(run(NOTHING, "restore", file.toString(), "--data", restored.toString()))
                .as(this::err)
                .isZero();
        assertThat(names(restored)).containsExactly("claviger.db", "claviger.lock", "sealing.key");
        try (RunningServer server = start(restored, Optional.empty())) {
            String users = call(server.endpoint(), "Action=ListUsers&MaxItems=1000&Version=2010-05-08");
            assertThat(users).contains("<UserName>before</UserName>").doesNotContain("<UserName>after</UserName>");
            for (int i = 0; i < written - 1; i++) {
                boolean isThere = users.contains("<UserName>during" + i + "</UserName>");
                boolean isNextThere = users.contains("<UserName>during" + (i + 1) + "</UserName>");
                assertThat(isThere || !isNextThere).as("one state").isTrue();
            }
        }
    }

    @Test
    void backupWritesOverNothingAndLeavesNothingWhenItFails() throws Exception {
        start(data(), Optional.empty()).close();
        Path file = Files.writeString(directory.resolve("there"), "mine");
        assertThat(run(NOTHING, "backup", file.toString(), "--data", data().toString()))
                .isEqualTo(1);
        assertThat(err()).contains(file + " exists already");
        assertThat(file).hasContent("mine");
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        Path backup = directory.resolve("backup.db");
        assertThat(run(
                        Map.of(StartArguments.SEALING_KEY, other),
                        "backup",
                        backup.toString(),
                        "--data",
                        data().toString()))
                .isEqualTo(1);
        assertThat(err()).contains("The sealing key that was given is not the one");
        assertThat(run(
                        NOTHING,
                        "backup",
                        backup.toString(),
                        "--data",
                        directory.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(err()).contains("There is no database");
        assertThat(run(NOTHING, "backup", directory.resolve("no/such/place").toString(), "--data", data().toString()))
                .isEqualTo(1);
        assertThat(run(NOTHING, "backup", "--data", data().toString())).isEqualTo(2);
        assertThat(err()).contains("FILE is missing");
        assertThat(names(directory)).containsExactly("data", "there");
    }

    @Test
    void restoreWritesOverNoDatabaseAndTakesNothingDamaged() throws Exception {
        start(data(), Optional.empty()).close();
        Path file = directory.resolve("backup.db");
        assertThat(run(NOTHING, "backup", file.toString(), "--data", data().toString()))
                .isZero();
        assertThat(run(NOTHING, "restore", file.toString(), "--data", data().toString()))
                .isEqualTo(1);
        assertThat(err()).contains("There is a database " + data().resolve("claviger.db") + " already");

        // As a lost database leaves it.
        Files.write(data().resolve("claviger.db"), new byte[0]);
        Path log = Files.writeString(data().resolve("claviger.db-wal"), "left");
        assertThat(run(NOTHING, "restore", file.toString(), "--data", data().toString()))
                .isEqualTo(1);
        assertThat(err()).contains(log + " is left of another database");
        Files.delete(log);

        byte[] sound = Files.readAllBytes(file);
        for (int damage = 0; damage < 3; damage++) {
            byte[] bytes = damage == 0 ? new byte[4096] : sound.clone();
            if (damage == 1) {
                java.util.Arrays.fill(bytes, 4096, 9000, (byte) 7);
            }
            Files.write(file, damage == 2 ? java.util.Arrays.copyOf(bytes, bytes.length / 2) : bytes);
            assertThat(run(NOTHING, "restore", file.toString(), "--data", data().toString()))
                    .isEqualTo(1);
            assertThat(err()).startsWith("claviger: The backup " + file + " is damaged");
            assertThat(data().resolve("claviger.db")).isEmptyFile();
        }
        Files.write(file, sound);
        assertThat(run(NOTHING, "restore", file.toString(), "--data", data().toString()))
                .as(this::err)
                .isZero();
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(call(server.endpoint(), CALLER)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void resealingMakesAnotherKeyAndKeepsTheOneBefore() throws Exception {
        start(data(), Optional.empty()).close();
        Path key = data().resolve("sealing.key");
        String before = Files.readString(key);
        assertThat(run(NOTHING, "reseal", "--data", data().toString()))
                .as(this::err)
                .isZero();
        Path kept = data().resolve("sealing.key.20261122T100000Z");
        assertThat(out.toString(UTF_8)).contains("1 secrets are sealed", kept.toString());
        assertThat(Files.readString(key)).isNotEqualTo(before);
        assertThat(kept).hasContent(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(data().resolve("sealing.key.next")).doesNotExist();
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(call(server.endpoint(), CALLER)).startsWith("HTTP/1.1 200 ");
            assertThat(run(NOTHING, "reseal", "--data", data().toString())).isEqualTo(1);
            assertThat(err()).contains("in use by another Claviger");
        }
    }

    @Test
    void resealingThatWasCutOffAfterTheDatabaseTookTheNextKeyIsEndedByTheNextStart() throws Exception {
        start(data(), Optional.empty()).close();
        Path key = data().resolve("sealing.key");
        String before = Files.readString(key);
        assertThat(run(NOTHING, "reseal", "--data", data().toString())).isZero();
        String after = Files.readString(key);
        Files.move(key, data().resolve("sealing.key.next"));
        Files.writeString(key, before);
        Path backup = directory.resolve("backup.db");
        assertThat(run(NOTHING, "backup", backup.toString(), "--data", data().toString()))
                .as(this::err)
                .isZero();
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(call(server.endpoint(), CALLER)).startsWith("HTTP/1.1 200 ");
        }
        assertThat(key).hasContent(after);
        assertThat(data().resolve("sealing.key.next")).doesNotExist();
    }

    @Test
    void resealingThatWasCutOffBeforeTheDatabaseTookTheNextKeyLeavesTheOneBefore() throws Exception {
        start(data(), Optional.empty()).close();
        Path key = data().resolve("sealing.key");
        String before = Files.readString(key);
        String next = Base64.getEncoder().encodeToString(new byte[32]);
        Files.writeString(data().resolve("sealing.key.next"), next);
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(call(server.endpoint(), CALLER)).startsWith("HTTP/1.1 200 ");
        }
        assertThat(key).hasContent(before);
        assertThat(run(NOTHING, "reseal", "--data", data().toString()))
                .as(this::err)
                .isZero();
        assertThat(key).hasContent(next);
        start(data(), Optional.empty()).close();
    }

    @Test
    void keyThatIsGivenIsReplacedByOneThatIsGiven() throws Exception {
        String before = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(UTF_8));
        String next = Base64.getEncoder().encodeToString("fedcba9876543210fedcba9876543210".getBytes(UTF_8));
        start(data(), Optional.of(before)).close();
        Map<String, String> environment = new HashMap<>(Map.of(StartArguments.SEALING_KEY, before));
        assertThat(run(environment, "reseal", "--data", data().toString())).isEqualTo(1);
        assertThat(err()).contains("CLAVIGER_NEXT_SEALING_KEY go together");
        environment.put("CLAVIGER_NEXT_SEALING_KEY", next);
        assertThat(run(environment, "reseal", "--data", data().toString()))
                .as(this::err)
                .isZero();
        assertThat(out.toString(UTF_8) + err()).doesNotContain(before, next);
        try (RunningServer server = start(data(), Optional.of(next))) {
            assertThat(call(server.endpoint(), CALLER)).startsWith("HTTP/1.1 200 ");
        }
    }

    private String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(out.toString(UTF_8));
        assertThat(matcher.find()).as("%s in %s", pattern, out).isTrue();
        return matcher.group(1);
    }

    private List<String> audited() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data().resolve("audit"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    @Test
    void rootsPasswordIsMadeOrTaken() throws Exception {
        start(data(), Optional.empty()).close();
        assertThat(run(NOTHING, "recover", "--data", data().toString()))
                .as(this::err)
                .isZero();
        String made = found("password: +(\\S{24})");
        assertThat(audited())
                .singleElement()
                .asString()
                .contains(
                        "\"type\":\"Root\"",
                        "\"eventName\":\"PasswordRecoveryCompleted\"",
                        "\"responseElements\":{\"PasswordRecoveryCompleted\":\"Success\"}",
                        "\"userAgent\":\"claviger recover\"")
                .doesNotContain(made, "argon2");
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(signIn(server.endpoint(), made)).isEqualTo(200);
            assertThat(signIn(server.endpoint(), Samples.PASSWORD)).isEqualTo(403);
            assertThat(run(NOTHING, "recover", "--data", data().toString())).isEqualTo(1);
            assertThat(err()).contains("in use by another Claviger");
        }
        Map<String, String> given = Map.of(Surroundings.ROOT_PASSWORD, "another horse");
        assertThat(run(given, "recover", "--data", data().toString())).isZero();
        assertThat(out.toString(UTF_8)).doesNotContain("another horse");
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(signIn(server.endpoint(), "another horse")).isEqualTo(200);
        }
    }

    @Test
    void accessKeyIsMadeForAUserWhoHasRoomForIt() throws Exception {
        start(data(), Optional.empty()).close();
        String[] recover = {"recover", "--data", data().toString(), "--access-key-of", "administrator"};
        assertThat(run(NOTHING, recover)).as(this::err).isZero();
        String id = found("AWS_ACCESS_KEY_ID=(AKIA\\S{16})");
        String secret = found("AWS_SECRET_ACCESS_KEY=(\\S{40})");
        assertThat(audited())
                .singleElement()
                .asString()
                .contains("\"eventName\":\"CreateAccessKey\"", "\"userName\":\"Administrator\"", id)
                .doesNotContain(secret);
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(Samples.call(server.endpoint(), Samples.NOW, id, secret, "sts", CALLER))
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(run(NOTHING, recover)).isEqualTo(1);
        assertThat(err()).contains("has 2 access keys");
        assertThat(run(NOTHING, "recover", "--data", data().toString(), "--access-key-of", "nobody"))
                .isEqualTo(1);
        assertThat(err()).contains("there is no user nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"output", "audit"})
    void whatIsNotHandedOverOrNotAuditedIsNotDone(String closed) throws Exception {
        start(data(), Optional.empty()).close();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        Path audit = Files.createFile(directory.resolve("file"));
        boolean isOutput = closed.equals("output");
        assertThat(run(
                        isOutput ? full : out,
                        NOTHING,
                        "recover",
                        "--data",
                        data().toString(),
                        "--audit-dir",
                        (isOutput ? directory.resolve("audit") : audit).toString()))
                .isEqualTo(1);
        assertThat(err()).contains("nothing was changed");
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(signIn(server.endpoint(), Samples.PASSWORD)).isEqualTo(200);
        }
    }

    @Test
    void directoryWithoutADatabaseIsLeftAlone() {
        for (String command : List.of("recover", "reseal")) {
            assertThat(run(NOTHING, command, "--data", data().toString())).isEqualTo(1);
            assertThat(err()).contains("there is no database in " + data());
            assertThat(run(NOTHING, command, "--data", ":memory:")).isEqualTo(2);
        }
        assertThat(data()).doesNotExist();
    }
}
