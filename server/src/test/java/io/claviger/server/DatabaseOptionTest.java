package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Surroundings;
import io.claviger.storage.postgres.PostgresUrl;
import io.claviger.storage.postgres.RealPostgres;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --database} and what goes with it, from the command line to a real PostgreSQL. */
class DatabaseOptionTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String ANOTHER =
            Base64.getEncoder().encodeToString("32 bytes that are another key ..".getBytes(UTF_8));

    @TempDir
    private Path home = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... arguments) {
        out.reset();
        err.reset();
        Map<String, String> all = new HashMap<>(environment);
        all.put("HOME", home.toString());
        Surroundings system = new Surroundings(
                () -> Samples.NOW,
                all,
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                _ -> Optional.empty(),
                Runnable::run);
        return Commands.run(system, arguments);
    }

    private static String text(PostgresUrl url) {
        return "postgresql://" + RealPostgres.USER + "@127.0.0.1:"
                + url.hosts().getFirst().port() + "/" + url.database();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--database mysql://u@h/d | --database is not a URL such as postgresql://claviger@db1,db2/claviger",
                "--database postgresql://h/d | --database names no user: postgresql://USER@HOST/DATABASE",
                "--database postgresql://u@h/d?sslMode=x | --database has the parameter \"sslMode\", which is not one of",
                "--database postgresql://u@h/d --data x | Give --data or --database, not both",
                "--database postgresql://u@h/d --revocation-bound 1s | --revocation-bound must be a number from 100 to 60000",
                "--database postgresql://u@h/d --revocation-bound 10 | --revocation-bound must be a number from 100 to 60000",
                "--database postgresql://u@h/d --node a/b | --node must be 1 to 64 letters, digits, dots, underscores",
                "--database postgresql://u@h/d --session-tokens long | --session-tokens must be compact or lines",
                "--session-tokens lines | --session-tokens goes with --database",
                "--node a | --node goes with --database",
                "--revocation-bound 500 | --revocation-bound goes with --database",
                "--databse postgresql://u@h/d | there is no option --databse; did you mean --database?",
            })
    void whatIsNotUnderstoodIsSaid(String options, String said) {
        List<String> arguments = new ArrayList<>(List.of("start", "--port", "0"));
        arguments.addAll(List.of(options.split(" ")));
        assertThat(run(Map.of("CLAVIGER_SEALING_KEY", KEY), arguments.toArray(String[]::new)))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("claviger: " + said);
    }

    @Test
    void aNextSealingKeyThatWouldHaveNoEffectIsRefused() {
        assertThat(run(
                        Map.of("CLAVIGER_SEALING_KEY", KEY, "CLAVIGER_NEXT_SEALING_KEY", ANOTHER),
                        "start",
                        "--data",
                        home.resolve("data").toString()))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains("CLAVIGER_NEXT_SEALING_KEY is set, and --database is missing")
                .doesNotContain(ANOTHER);
    }

    @Test
    void aPasswordInTheUrlIsRefusedAndNotRepeated() {
        assertThat(run(Map.of("CLAVIGER_SEALING_KEY", KEY), "start", "--database", "postgresql://u:sesame@h/d"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("must not hold the password", "CLAVIGER_DATABASE_PASSWORD_FILE")
                .doesNotContain("sesame");
    }

    @Test
    void withoutASealingKeyItDoesNotStart() {
        assertThat(run(Map.of(), "start", "--database", "postgresql://u@localhost/d"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).startsWith("claviger: CLAVIGER_SEALING_KEY is missing: with --database");
    }

    @Test
    void aPasswordWithoutADatabaseIsSaidToHaveNoEffect() {
        assertThat(run(Map.of("CLAVIGER_DATABASE_PASSWORD", "x"), "start", "--data", ":memory:"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("CLAVIGER_DATABASE_PASSWORD is set, and --database is missing");
    }

    @Test
    void aMistypedVariableIsSaid() {
        assertThat(run(Map.of("CLAVIGER_DATABASE_PASWORD", "x"), "start", "--data", ":memory:"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("did you mean CLAVIGER_DATABASE_PASSWORD?");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaidInALine() {
        assertThat(run(
                        Map.of("CLAVIGER_SEALING_KEY", KEY),
                        "start",
                        "--port",
                        "0",
                        "--database",
                        "postgresql://u@127.0.0.1:1/d"))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .startsWith("claviger: The database postgresql://127.0.0.1:1/d cannot be opened: no connection")
                .doesNotContain("\tat ");
    }

    @Test
    void theFirstStartMakesTheAccountAndTheNextServesIt() throws Exception {
        PostgresUrl url = RealPostgres.shared().newDatabase();
        Path key = Files.writeString(home.resolve("key"), KEY + "\n");
        Map<String, String> environment = Map.of("CLAVIGER_SEALING_KEY_FILE", key.toString());
        assertThat(run(environment, "start", "--port", "0", "--database", text(url)))
                .as(err::toString)
                .isZero();
        assertThat(out.toString(UTF_8)).contains("data in " + url, "AWS_SECRET_ACCESS_KEY");
        assertThat(run(environment, "start", "--port", "0", "--database", text(url)))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("data in " + url).doesNotContain("AWS_SECRET_ACCESS_KEY");
        assertThat(home.resolve(".local/share/claviger/audit")).isDirectory();
        assertThat(home.resolve(".local/share/claviger/sealing.key")).doesNotExist();
    }

    @Test
    void aServerWithAnotherSealingKeySaysSoAndDoesNotStart() {
        PostgresUrl url = RealPostgres.shared().newDatabase();
        assertThat(run(Map.of("CLAVIGER_SEALING_KEY", KEY), "start", "--port", "0", "--database", text(url)))
                .isZero();
        assertThat(run(Map.of("CLAVIGER_SEALING_KEY", ANOTHER), "start", "--port", "0", "--database", text(url)))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8))
                .contains("The sealing key that was given is not the one that the database was sealed with");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void credentialsAreRecoveredAndAccountsAreMadeInADatabase() {
        PostgresUrl url = RealPostgres.shared().newDatabase();
        Map<String, String> environment = Map.of("CLAVIGER_SEALING_KEY", KEY);
        assertThat(run(environment, "start", "--port", "0", "--database", text(url)))
                .isZero();
        assertThat(run(environment, "recover", "--database", text(url), "--access-key-of", "Administrator"))
                .as(err::toString)
                .isZero();
        assertThat(out.toString(UTF_8)).contains("export AWS_SECRET_ACCESS_KEY=");
        assertThat(run(
                        environment,
                        "account",
                        "create",
                        "--database",
                        text(url),
                        "--name",
                        "dev",
                        "--email",
                        "dev@example.com"))
                .as(err::toString)
                .isZero();
        assertThat(run(environment, "account", "list", "--database", text(url))).isZero();
        assertThat(out.toString(UTF_8)).contains("dev@example.com");
    }

    @Test
    void aDirectoryIsMovedToADatabaseAndServed() throws Exception {
        String data = home.resolve("data").toString();
        assertThat(run(Map.of(), "start", "--port", "0", "--data", data)).isZero();
        String account = out.toString(UTF_8).replaceFirst("(?s).*Account ([0-9]{12}).*", "$1");
        PostgresUrl url = RealPostgres.shared().newDatabase();
        assertThat(run(Map.of(), "migrate", "--from", data, "--to", text(url)))
                .as(err::toString)
                .isZero();
        assertThat(out.toString(UTF_8)).contains(" rows were copied to " + text(url) + " and compared.");
        assertThat(run(Map.of(), "migrate", "--from", data, "--to", text(url))).isZero();
        assertThat(out.toString(UTF_8)).contains("are the same.");
        Map<String, String> key = Map.of(
                "CLAVIGER_SEALING_KEY_FILE", home.resolve("data/sealing.key").toString());
        assertThat(run(key, "start", "--port", "0", "--database", text(url))).isZero();
        assertThat(out.toString(UTF_8)).contains("Account " + account).doesNotContain("AWS_SECRET_ACCESS_KEY");
        String back = home.resolve("back").toString();
        assertThat(run(key, "migrate", "--from", text(url), "--to", back))
                .as(err::toString)
                .isZero();
        assertThat(run(key, "start", "--port", "0", "--data", back)).isZero();
        assertThat(out.toString(UTF_8)).contains("Account " + account);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--to a | 2 | --from is missing",
                "--from a | 2 | --to is missing",
                "--from a --to b | 2 | one of --from and --to is a directory, and the other postgresql://USER@HOST/DATABASE",
                "--from postgresql://u@h/d --to postgresql://u@h/e | 2 | one of --from and --to is a directory",
                "--from postgresql://u@h --to a | 1 | CLAVIGER_SEALING_KEY is missing: the key that the secrets are sealed under",
                "--from nowhere --to postgresql://u@h/d | 1 | there is no database in nowhere",
            })
    void whatCannotBeMovedIsSaid(String options, int status, String said) {
        List<String> arguments = new ArrayList<>(List.of("migrate"));
        arguments.addAll(List.of(options.split(" ")));
        assertThat(run(Map.of(), arguments.toArray(String[]::new))).isEqualTo(status);
        assertThat(err.toString(UTF_8)).startsWith("claviger: " + said);
    }

    @Test
    void commandsThatAreAboutADirectorySaySo() {
        assertThat(run(Map.of(), "backup", "--database", "postgresql://u@h/d", "FILE"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("there is no option --database");
    }
}
