package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.composition.RunningServer;
import io.claviger.storage.postgres.PostgresUrl;
import io.claviger.storage.postgres.RealPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hardware tokens come with a declared account, from their vendor's file. */
class BootstrapTokensTest extends BootstrapContract {

    /** The key of RFC 6238's test vectors, in base 32 and hexadecimal. */
    private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static final String HEXADECIMAL = "3132333435363738393031323334353637383930";
    private static final String TOKENS = """
        # bought in November
        GAHT12345678,%s

        gaht87654321, %s, 60
        """.formatted(SEED, HEXADECIMAL);

    private Path seeds = Path.of("");

    @BeforeEach
    void declare() throws IOException {
        Files.writeString(file, "hardware_tokens:\n  - seeds_file: tokens.csv\n");
        seeds = Files.writeString(directory.resolve("tokens.csv"), TOKENS);
    }

    private String plan() {
        assertThat(start("--bootstrap-plan")).as(this::err).isZero();
        return out.toString(UTF_8).replace(directory + "/", "");
    }

    private static void bind(ApiCaller administrator, String serialNumber, String user) {
        Authenticator display = new Authenticator(SEED);
        administrator.done(
                "iam",
                "EnableMFADevice",
                "UserName",
                user,
                "SerialNumber",
                serialNumber,
                "AuthenticationCode1",
                display.code(Samples.NOW.minusSeconds(60)),
                "AuthenticationCode2",
                display.code(Samples.NOW.minusSeconds(30)));
    }

    private void bindTheFirst() throws Exception {
        try (RunningServer server = start(data(), Optional.empty())) {
            bind(administrator(server), "GAHT12345678", "Administrator");
        }
    }

    @Test
    void tokensAreTakenInOnceAndThePlanShowsThem() throws Exception {
        assertThat(plan()).isEqualTo("""
                take in hardware token GAHT12345678   (tokens.csv:2)
                take in hardware token gaht87654321   (tokens.csv:4)
                """);
        assertThat(start()).as(this::err).isZero();
        assertThat(err()).contains("steps done: 2").doesNotContain(SEED, HEXADECIMAL);
        assertThat(plan()).startsWith("Nothing is to be done");
        assertThat(Samples.audited(data().resolve("audit"), "AddHardwareMFADevice"))
                .hasSize(2)
                .allMatch(line -> line.contains("\"userAgent\":\"claviger bootstrap\""))
                .anyMatch(line -> line.contains("\"serialNumber\":\"GAHT12345678\""))
                .noneMatch(line -> line.contains(SEED));
    }

    @Test
    void aTokenIsBoundAndSignsInAndStaysSoAfterANewStart() throws Exception {
        assertThat(start()).as(this::err).isZero();
        try (RunningServer server = start(data(), Optional.empty())) {
            ApiCaller administrator = administrator(server);
            administrator.done("iam", "CreateUser", "UserName", "alice");
            administrator.done("iam", "CreateLoginProfile", "UserName", "alice", "Password", Populated.PASSWORD);
            administrator.done("iam", "CreateAccountAlias", "AccountAlias", "the-house");
            bind(administrator, "GAHT12345678", "alice");
        }
        assertThat(start()).as(this::err).isZero();
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(administrator(server)
                            .done("iam", "ListMFADevices", "UserName", "alice")
                            .body())
                    .contains("<SerialNumber>GAHT12345678</SerialNumber>");
            assertThat(ExportGround.signIn(server.endpoint(), "alice", Populated.PASSWORD, ""))
                    .contains("MFACodeNeeded");
            String code = new Authenticator(SEED).code(Samples.NOW);
            assertThat(ExportGround.signIn(server.endpoint(), "alice", Populated.PASSWORD, code))
                    .startsWith("HTTP/1.1 200 ");
            assertThat(ExportGround.signIn(server.endpoint(), "alice", Populated.PASSWORD, code))
                    .contains("WrongMFACode");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GAHT12345678 | GAHT 12345678 | tokens.csv:2: the serial number must have 9 to 256 letters",
                "GAHT12345678 | GAHT1234 | tokens.csv:2: the serial number must have 9 to 256 letters",
                "GAHT12345678 | arn:aws:iam::123456789012:mfa/phone | tokens.csv:2: the serial number must have 9 to"
                        + " 256 letters, digits and _+=/:.@-, and not begin with arn:",
                SEED + " | GEZDGNBV1Y3TQOJQ | tokens.csv:2: the seed must be hexadecimal or in Base32",
                SEED + " | GEZDGNBVGY3TQOJQ | tokens.csv:2: the seed must have 16 to 64 bytes, and has 10",
                SEED + " | '' | tokens.csv:2: the seed must be hexadecimal or in Base32",
                ", 60 | , 45 | tokens.csv:4: the third column must be 30 or 60: for how many seconds a code is shown",
                ", 60 | , " + SEED + " | tokens.csv:4: the third column must be 30 or 60",
                ", 60 | , 60, 8 | tokens.csv:4: a line is a serial number and a seed, or these and 60",
                ", 60 | ;60 | tokens.csv:4: the seed must be hexadecimal or in Base32",
                "gaht87654321 | gaht12345678 | tokens.csv:4: hardware token gaht12345678 is declared twice: remove one",
            })
    void aWrongLineIsNamedAndNothingIsTakenIn(String from, String to, String message) throws IOException {
        Files.writeString(seeds, TOKENS.replace(from, to));
        assertThat(start()).isEqualTo(1);
        assertThat(err()).contains(message).doesNotContain(SEED, HEXADECIMAL);
        assertThat(data()).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereIsNamedWhereItIsDeclared() throws IOException {
        Files.delete(seeds);
        assertThat(start()).isEqualTo(1);
        assertThat(err()).contains("bootstrap.yaml:2: seeds_file: " + seeds + " cannot be read: ");
    }

    @Test
    void anotherSeedTakesThePlaceOfTheFirstUnlessTheTokenIsSomebodys() throws Exception {
        assertThat(start()).as(this::err).isZero();
        bindTheFirst();
        Files.writeString(seeds, TOKENS.replace(", 60", ""));
        assertThat(plan()).isEqualTo("change the seed of hardware token gaht87654321   (tokens.csv:4)\n");
        assertThat(start()).as(this::err).isZero();
        assertThat(plan()).startsWith("Nothing is to be done");

        Files.writeString(seeds, TOKENS.replace(SEED, SEED.replace("GEZ", "GEY")));
        assertThat(start()).isEqualTo(1);
        assertThat(err())
                .contains("tokens.csv:2: hardware token GAHT12345678 is somebody's, with another seed or other seconds:"
                        + " correct this line, or deactivate the device first");
    }

    @Test
    void whatIsNoLongerInTheFileIsForgottenIfItIsToBePrunedAndNobodys() throws Exception {
        assertThat(start()).as(this::err).isZero();
        bindTheFirst();
        Files.writeString(seeds, "GAHT00000003," + SEED + "\n");
        assertThat(plan()).doesNotContain("forget");
        Files.writeString(file, "prune: true\n" + Files.readString(file));
        assertThat(plan()).isEqualTo("""
                take in hardware token GAHT00000003   (tokens.csv:1)
                forget hardware token gaht87654321   (bootstrap.yaml:3)
                """);
        assertThat(start()).as(this::err).isZero();
        assertThat(plan()).startsWith("Nothing is to be done");
        assertThat(Samples.audited(data().resolve("audit"), "RemoveHardwareMFADevice"))
                .hasSize(1);
    }

    @Test
    void theTokenOfAnotherAccountIsNotTaken() throws Exception {
        assertThat(start()).as(this::err).isZero();
        assertThat(createSecond(out, NOTHING, "--account-id", "210987654321"))
                .as(this::err)
                .isZero();
        Files.writeString(file, "account: \"210987654321\"\n" + Files.readString(file));
        assertThat(start()).isEqualTo(1);
        assertThat(err()).contains("tokens.csv:2: hardware token GAHT12345678 is another account's: remove this line");
    }

    @Test
    void seedsAreSealedUnderTheNextKeyToo() throws Exception {
        assertThat(start()).as(this::err).isZero();
        assertThat(run(NOTHING, "reseal", "--data", data().toString()))
                .as(this::err)
                .isZero();
        assertThat(out.toString(UTF_8)).contains("3 secrets are sealed");
        assertThat(plan()).startsWith("Nothing is to be done");
    }

    @Test
    void theSameOnPostgresql() {
        PostgresUrl url = RealPostgres.shared().newDatabase();
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("CLAVIGER_SEALING_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        environment.put("HOME", directory.toString());
        List<String> words = List.of(
                "start",
                "--port",
                "0",
                "--database",
                "postgresql://" + RealPostgres.USER + "@127.0.0.1:"
                        + url.hosts().getFirst().port() + "/" + url.database(),
                "--audit-dir",
                directory.resolve("trail").toString(),
                "--bootstrap",
                file.toString());
        assertThat(run(environment, words.toArray(String[]::new))).as(this::err).isZero();
        assertThat(err()).contains("steps done: 2");
        assertThat(run(environment, words.toArray(String[]::new))).as(this::err).isZero();
        assertThat(err()).contains("steps done: 0");
    }
}
