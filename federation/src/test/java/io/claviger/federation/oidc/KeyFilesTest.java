package io.claviger.federation.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that are given as files. */
class KeyFilesTest {

    private static final String ISSUER = "https://issuer.example";

    @TempDir
    private Path directory;

    private Path write(String document, int second) throws Exception {
        Path file = Files.writeString(directory.resolve("keys.json"), document);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
    }

    private static boolean has(KeyFiles files, String keyId) {
        return files.of(ISSUER)
                .orElseThrow()
                .find(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build())
                .isPresent();
    }

    @Test
    void aFileThatIsReplacedIsReadAgainAndHalfAFileIsNot() throws Exception {
        Path file = write(new JWKSet(TestIssuer.rsa("one")).toString(), 1);
        KeyFiles files = new KeyFiles(Map.of(ISSUER, file));
        assertThat(files.gives(ISSUER)).isTrue();
        assertThat(files.of("https://issuer.example/")).isEmpty();
        assertThat(has(files, "one")).isTrue();

        write(new JWKSet(TestIssuer.rsa("two")).toString(), 2);
        assertThat(has(files, "one")).isFalse();
        assertThat(has(files, "two")).isTrue();

        write("{\"keys\":[", 3);
        assertThat(has(files, "two")).isTrue();
        Files.delete(file);
        assertThat(has(files, "two")).isTrue();
    }

    @Test
    void whatCannotBeUsedSaysWhichFileAndWhy() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyFiles(Map.of(ISSUER, directory.resolve("none.json"))))
                .withMessageContaining("none.json cannot be used as a JSON Web Key Set: ")
                .withMessageContaining("NoSuchFile");
        for (String document : List.of("", "[]", "{\"keys\":[]}", "{\"kty\":\"RSA\"}")) {
            Path file = write(document, 1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new KeyFiles(Map.of(ISSUER, file)))
                    .withMessageContaining("keys.json cannot be used as a JSON Web Key Set: it ");
        }
    }
}
