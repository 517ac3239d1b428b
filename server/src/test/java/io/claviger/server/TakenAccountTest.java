package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.Account;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an account is on the server that it came to. */
class TakenAccountTest extends ExportGround {

    @Test
    void besideOthersItBecomesAMemberOfTheirs() throws Exception {
        start(data(), Optional.empty()).close();
        Path key = keyPair("key", "EC", 256);
        assertThat(export(key)).isZero();
        assertThat(startOther()).as(this::err).isZero();
        assertThat(take(key, other())).isEqualTo(1);
        assertThat(err()).contains("there are other accounts").contains("give it with --email");
        assertThat(take(key, other(), "--email", "house@example.com"))
                .as(this::err)
                .isZero();
        assertThat(run(NOTHING, "account", "list", "--data", other().toString()))
                .isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("""
            123456789012  house@example.com  123456789012
            999988887777  the account that manages the others
            """);
        assertThat(take(key, other(), "--email", "house@example.com")).isEqualTo(1);
        assertThat(err()).contains("has an account 123456789012 already, and it stays as it is");
    }

    @Test
    void theFirstAccountsRootUserGetsTheAddressThatIsGiven() throws Exception {
        start(data(), Optional.empty()).close();
        Path key = keyPair("key", "EC", 256);
        assertThat(export(key)).isZero();
        assertThat(take(key, other(), "--email", "house@example.com"))
                .as(this::err)
                .isZero();
        try (SqlStore store =
                SqlStore.open(SqliteFile.in(other()), new SealingKey.InFile(other().resolve("sealing.key")))) {
            assertThat(store.read(reading -> reading.accounts().byEmail("House@example.com"))
                            .map(Account::accountId))
                    .contains("123456789012");
        }
    }

    private void startWithAToken() throws IOException {
        Files.writeString(directory.resolve("tokens.csv"), "GAHT12345678," + StoredDevices.SEED + "\n");
        Path tokens = Files.writeString(directory.resolve("d.yaml"), "hardware_tokens: [{seeds_file: tokens.csv}]\n");
        assertThat(run(
                        Map.of("CLAVIGER_ACCOUNT_ID", Samples.ACCOUNT),
                        "start",
                        "--port",
                        "0",
                        "--data",
                        data().toString(),
                        "--bootstrap",
                        tokens.toString()))
                .as(this::err)
                .isZero();
    }

    @Test
    void anAliasAnAddressAndATokenAreOneAccountsOnly() throws Exception {
        startWithAToken();
        assertThat(startOther()).as(this::err).isZero();
        for (Path each : List.of(data(), other())) {
            change(
                    each,
                    "UPDATE account SET alias = 'the-house', email = 'a@example.com', email_key = 'a@example.com'");
        }
        change(
                other(),
                "INSERT INTO hardware_token VALUES ('" + OTHER
                        + "', 'gaht12345678', 'GAHT12345678', x'00', 30, NULL, NULL, NULL, NULL)");
        Path key = keyPair("key", "EC", 256);
        assertThat(export(key)).as(this::err).isZero();

        String already = " is that of the account 999988887777 already";
        assertThat(take(key, other())).isEqualTo(1);
        assertThat(err()).contains("The alias the-house" + already);
        change(other(), "UPDATE account SET alias = NULL");
        assertThat(take(key, other())).isEqualTo(1);
        assertThat(err()).contains("The address a@example.com" + already);
        change(other(), "UPDATE account SET email = NULL, email_key = NULL");
        assertThat(take(key, other())).isEqualTo(1);
        assertThat(err()).contains("The hardware token gaht12345678" + already);
        change(other(), "DELETE FROM hardware_token");
        assertThat(take(key, other())).as(this::err).isZero();
    }

    @Test
    void aTokenThatTakesThePlaceOfAnotherIsRefused() throws Exception {
        startWithAToken();
        change(data(), "UPDATE hardware_token SET serial_key = 'gaht00000000'");
        assertThat(startOther()).as(this::err).isZero();
        Path key = keyPair("key", "EC", 256);
        assertThat(export(key)).as(this::err).isZero();
        assertThat(take(key, other())).isEqualTo(1);
        assertThat(err()).contains("No hardware token has the serial number GAHT12345678");
    }

    @Test
    void aMemberIsExportedByItsNumberWithItsNameAndAddress() throws Exception {
        start(data(), Optional.empty()).close();
        assertThat(createSecond(out, NOTHING, "--account-id", "111122223333"))
                .as(this::err)
                .isZero();
        Path key = keyPair("key", "EC", 521);
        assertThat(export(key, "--account-id", "111122223333")).as(this::err).isZero();
        assertThat(startOther()).isZero();
        assertThat(take(key, other())).as(this::err).isZero();
        assertThat(out.toString(UTF_8))
                .endsWith(
                        "\nThe role OrganizationAccountAccessRole trusts the account 123456789012, as it did before: delete"
                                + " the role, or give it another trust policy, if it is not to.\n");
        assertThat(run(NOTHING, "account", "list", "--data", other().toString()))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("111122223333  second@example.com  Second\n");
    }
}
