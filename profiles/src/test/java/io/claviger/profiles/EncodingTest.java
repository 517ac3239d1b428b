package io.claviger.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

    @TempDir
    private Path home;

    private static ProfileText add(ProfileText text) {
        return text.with("a", Map.of("k", "v"));
    }

    private ProfileFile file() {
        return new ProfileFile(home.resolve(".aws/credentials"), FileKind.CREDENTIALS);
    }

    @Test
    void bytesThatAreNotUtf8StayAsTheyAre() throws IOException {
        Files.createDirectory(home.resolve(".aws"));
        byte[] before = "# caf\u00e9 \u00ff\n[a]\nk = \u00e9\n[b]\nk = \u00fc\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file().file(), before);
        assertThat(file().edit(text -> text.with("c", Map.of("k", "\u20ac")).without("b", Set.of("k"))))
                .isTrue();
        assertThat(new String(Files.readAllBytes(file().file()), StandardCharsets.ISO_8859_1))
                .isEqualTo("# caf\u00e9 \u00ff\n[a]\nk = \u00e9\n[b]\n\n[c]\nk = \u00e2\u0082\u00ac\n");
        assertThat(file().read().settings("a")).containsExactly(Map.entry("k", "\uFFFD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void aFileInUtf16StaysOne(String name) throws IOException {
        Files.createDirectory(home.resolve(".aws"));
        Charset encoding = Charset.forName(name);
        String before = "\uFEFF# \u20ac\r\n[a]\r\nk = \u00e9\r\n";
        Files.write(file().file(), before.getBytes(encoding));
        assertThat(file().read().settings("a")).containsExactly(Map.entry("k", "\u00e9"));
        file().edit(text -> text.with("b", Map.of("k", "v")));
        assertThat(new String(Files.readAllBytes(file().file()), encoding)).isEqualTo(before + "\r\n[b]\r\nk = v\r\n");
    }

    /** Whatever bytes a file has, an edit leaves those that it does not name. */
    @Test
    void anEditLeavesAllOtherBytes() throws IOException {
        Random random = new Random(7);
        Files.createDirectory(home.resolve(".aws"));
        for (int i = 0; i < 300; i++) {
            byte[] before = new byte[4 + random.nextInt(60)];
            random.nextBytes(before);
            System.arraycopy("# xy".getBytes(StandardCharsets.UTF_8), 0, before, 0, 4);
            Files.write(file().file(), before);
            file().edit(text -> text.with("new", Map.of("k", "v")));
            assertThat(Files.readAllBytes(file().file())).startsWith(before);
            file().edit(text -> text.withoutProfile("new"));
            assertThat(Files.readAllBytes(file().file())).startsWith(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5b0061005d00", "005b0061005d", "fffe5b0061005d000a", "fffe00005b000000", "0000feff0000005b"})
    void whatIsInAnotherEncodingIsLeftAlone(String hex) throws IOException {
        Files.createDirectory(home.resolve(".aws"));
        byte[] bytes = HexFormat.of().parseHex(hex);
        Files.write(file().file(), bytes);
        assertThatThrownBy(() -> file().edit(EncodingTest::add))
                .isInstanceOf(UnusableProfile.class)
                .hasMessageContaining("not text in UTF-8");
        assertThatThrownBy(() -> file().check(EncodingTest::add)).isInstanceOf(UnusableProfile.class);
        assertThat(file().file()).hasBinaryContent(bytes);
    }

    @Test
    void anyBytesAreTextThatGivesThemAgain() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            if (Encoding.of(bytes) != Encoding.UTF_8) {
                bytes = Arrays.copyOf(bytes, bytes.length / 2 * 2);
            }
            Encoding encoding = Encoding.of(bytes);
            assertThat(encoding.encode(encoding.decode(bytes))).isEqualTo(bytes);
        }
    }
}
