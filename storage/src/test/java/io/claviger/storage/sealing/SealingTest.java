package io.claviger.storage.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.Sealing;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sqlite.SqliteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {

    @TempDir
    private Path directory;

    private static String newKey() {
        return Base64.getEncoder().encodeToString(TinkSealing.newKey());
    }

    private SqlStore open(SealingKey key) {
        return SqlStore.open(SqliteFile.in(directory.resolve("data")), key);
    }

    private SealingKey.InFile keyFile() {
        return new SealingKey.InFile(directory.resolve("data").resolve("sealing.key"));
    }

    @Test
    void opensWhatItSealedForTheSameContextAlone() {
        Sealing sealing = TinkSealing.ephemeral();
        byte[] sealed = sealing.seal("sécret 𝄞", "AKIA1");
        assertThat(sealing.open(sealed, "AKIA1")).contains("sécret 𝄞");
        assertThat(sealing.open(sealed, "AKIA2")).isEmpty();
        assertThat(TinkSealing.ephemeral().open(sealed, "AKIA1")).isEmpty();
        assertThat(sealing.seal("sécret 𝄞", "AKIA1")).isNotEqualTo(sealed);
        assertThat(sealing.open(sealing.seal("", ""), "")).contains("");
    }

    @Test
    void opensNothingThatWasAlteredOrCut() {
        Sealing sealing = TinkSealing.ephemeral();
        byte[] sealed = sealing.seal("secret", "AKIA1");
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(sealing.open(altered, "AKIA1")).isEmpty();
        }
        Random random = new Random(7);
        for (int length = 0; length < 64; length++) {
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            assertThat(sealing.open(noise, "AKIA1")).isEmpty();
        }
    }

    @Test
    void theKeyFileIsMadeOnceAndOpensWhatWasSealedBefore() throws Exception {
        byte[] sealed;
        try (SqlStore store = open(keyFile())) {
            sealed = store.sealing().seal("secret", "AKIA1");
        }
        String key = Files.readString(keyFile().file());
        assertThat(Base64.getDecoder().decode(key.strip())).hasSize(32);
        try (SqlStore store = open(keyFile())) {
            assertThat(store.sealing().open(sealed, "AKIA1")).contains("secret");
        }
        assertThat(keyFile().file()).hasContent(key);
        assertThat(directory.resolve("data").resolve("sealing.key.new")).doesNotExist();
        try (SqlStore store = open(new SealingKey.Given(key))) {
            assertThat(store.sealing().open(sealed, "AKIA1")).contains("secret");
        }
    }

    @Test
    void aKeyOtherThanTheDatabasesIsFoundOutAtOnce() throws Exception {
        open(keyFile()).close();
        assertThatThrownBy(() -> open(new SealingKey.Given(newKey())))
                .isInstanceOf(OpenFailure.class)
                .hasMessage(
                        "The sealing key that was given is not the one that the database was sealed with: bring back that one");
        Files.writeString(keyFile().file(), newKey());
        assertThatThrownBy(() -> open(keyFile()))
                .isInstanceOf(OpenFailure.class)
                .hasMessageContaining("The sealing key in " + keyFile().file() + " is not the one");
    }

    @Test
    void aLostKeyFileIsNotReplacedOnceSomethingIsSealed() throws Exception {
        open(keyFile()).close();
        Files.delete(keyFile().file());
        assertThatThrownBy(() -> open(keyFile()))
                .isInstanceOf(OpenFailure.class)
                .hasMessageContaining(keyFile().file() + " is not there")
                .hasMessageContaining("restore it");
        assertThat(keyFile().file()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base 64!", "c2hvcnQ=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void aDamagedKeyIsReportedAndNotShown(String text) throws Exception {
        assertThatThrownBy(() -> new SealingKey.Given(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .startsWith("is not the base-64 form of 32 bytes")
                .satisfies(message ->
                        assertThat(text.isEmpty() || !message.contains(text)).isTrue());
        open(keyFile()).close();
        Files.writeString(keyFile().file(), text);
        assertThatThrownBy(() -> open(keyFile()))
                .isInstanceOf(OpenFailure.class)
                .hasMessageContaining(keyFile().file() + " is not the base-64 form of 32 bytes");
        assertThat(new SealingKey.Given("A".repeat(43) + "=")).asString().doesNotContain("AAA");
    }

    @Test
    void aFileTooLongForAKeyIsNotRead() throws Exception {
        open(keyFile()).close();
        Files.write(keyFile().file(), new byte[1025]);
        assertThatThrownBy(() -> open(keyFile()))
                .isInstanceOf(OpenFailure.class)
                .hasMessageContaining("damaged");
    }
}
