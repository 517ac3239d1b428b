package io.claviger.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFileTest {

    @TempDir
    private Path home;

    private static ProfileText add(ProfileText text) {
        return text.with("a", Map.of("k", "v"));
    }

    private ProfileFile file() {
        return new ProfileFile(home.resolve(".aws/credentials"), FileKind.CREDENTIALS);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void fileAndFolderAreMadeForTheirOwnerAlone() throws IOException {
        assertThat(file().read().profiles()).isEmpty();
        assertThat(file().edit(ProfileFileTest::add)).isTrue();
        assertThat(file().file()).hasContent("[a]\nk = v");
        assertThat(permissions(file().file())).isEqualTo("rw-------");
        assertThat(permissions(home.resolve(".aws"))).isEqualTo("rwx------");
        assertThat(names(home.resolve(".aws"))).containsExactly(".credentials.lock", "credentials");
    }

    @Test
    void aFileThatOthersCouldReadIsItsOwnersAfterwards() throws IOException {
        Files.createDirectory(home.resolve(".aws"));
        Files.writeString(file().file(), "[b]\n");
        Files.setPosixFilePermissions(file().file(), PosixFilePermissions.fromString("rw-r--r--"));
        file().edit(ProfileFileTest::add);
        assertThat(permissions(file().file())).isEqualTo("rw-------");
    }

    /** As behind sudo, which leaves the home of whoever typed it. */
    @Test
    void whatRootWritesIsOfWhoeverHasTheHome() throws IOException {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        Object somebody = 12_345;
        Files.setAttribute(home, "unix:uid", somebody);
        file().edit(ProfileFileTest::add);
        assertThat(Files.getAttribute(home.resolve(".aws"), "unix:uid")).isEqualTo(somebody);
        assertThat(Files.getAttribute(home.resolve(".aws/.credentials.lock"), "unix:uid"))
                .isEqualTo(somebody);
        assertThat(Files.getAttribute(file().file(), "unix:uid")).isEqualTo(somebody);
        Files.setAttribute(file().file(), "unix:uid", 12_346);
        file().edit(text -> text.with("b", Map.of("k", "v")));
        assertThat(Files.getAttribute(file().file(), "unix:uid")).isEqualTo(12_346);
    }

    @Test
    void anEditThatChangesNothingWritesNothing() throws IOException {
        file().edit(ProfileFileTest::add);
        Object before = Files.readAttributes(file().file(), "unix:ino,ctime");
        assertThat(file().edit(ProfileFileTest::add)).isFalse();
        assertThat(Files.readAttributes(file().file(), "unix:ino,ctime")).isEqualTo(before);
    }

    @Test
    void aFileThatItsOwnerMayNotWriteIsLeftAlone() throws IOException {
        file().edit(ProfileFileTest::add);
        Files.setPosixFilePermissions(file().file(), PosixFilePermissions.fromString("r--------"));
        assertThatThrownBy(() -> file().edit(text -> text.with("b", Map.of("k", "v"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it is read-only");
        assertThat(file().file()).hasContent("[a]\nk = v");
        assertThat(permissions(file().file())).isEqualTo("r--------");
        assertThat(file().edit(ProfileFileTest::add)).isFalse();
    }

    @Test
    void aFolderInItsPlaceIsTold() throws IOException {
        Files.createDirectories(file().file());
        assertThatThrownBy(() -> file().edit(ProfileFileTest::add)).hasMessageContaining("it is a folder");
        assertThatThrownBy(() -> file().read()).hasMessageContaining("it is a folder");
    }

    @Test
    void linksAreFollowedAndStay() throws IOException {
        Files.createDirectories(home.resolve("dotfiles/deep"));
        Files.createDirectory(home.resolve(".aws"));
        Files.createSymbolicLink(home.resolve("dotfiles/second"), Path.of("deep/real"));
        Files.createSymbolicLink(file().file(), Path.of("../dotfiles/second"));
        file().edit(ProfileFileTest::add);
        file().edit(text -> text.with("b", Map.of("k", "v")));
        assertThat(Files.isSymbolicLink(file().file())).isTrue();
        assertThat(Files.isSymbolicLink(home.resolve("dotfiles/second"))).isTrue();
        assertThat(Files.readString(home.resolve("dotfiles/deep/real"))).isEqualTo("[a]\nk = v\n\n[b]\nk = v\n");
    }

    @Test
    void linksInACircleAreRefused() throws IOException {
        Files.createDirectory(home.resolve(".aws"));
        Files.createSymbolicLink(file().file(), Path.of("other"));
        Files.createSymbolicLink(home.resolve(".aws/other"), Path.of("credentials"));
        assertThatThrownBy(() -> file().edit(ProfileFileTest::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too many links");
    }

    @Test
    void anEditThatFailsLeavesTheFile() throws IOException {
        file().edit(ProfileFileTest::add);
        assertThatThrownBy(() -> file().edit(text -> text.with("a", Map.of("k", "x\ny"))))
                .isInstanceOf(UnusableProfile.class);
        assertThatThrownBy(() -> file().edit(text -> text.with("a", Map.of("one", "1", "k", "v".repeat(1 << 20)))))
                .isInstanceOf(UnusableProfile.class);
        assertThat(file().file()).hasContent("[a]\nk = v");
        assertThat(names(home.resolve(".aws"))).containsExactly(".credentials.lock", "credentials");
    }

    @Test
    void aWriteThatFailsLeavesTheFile() throws IOException {
        file().edit(ProfileFileTest::add);
        byte[] other = {'x'};
        assertThatThrownBy(() -> Replacement.replace(file().file(), other, () -> {
                    throw new IOException("the disk is gone");
                }))
                .hasMessage("the disk is gone");
        assertThat(Replacement.replace(file().file(), other, () -> false)).isFalse();
        Path folder = home.resolve("folder");
        Files.createDirectories(folder.resolve("full"));
        assertThatThrownBy(() -> Replacement.replace(folder, other, () -> true)).isInstanceOf(IOException.class);
        assertThat(file().file()).hasContent("[a]\nk = v");
        assertThat(names(home.resolve(".aws"))).containsExactly(".credentials.lock", "credentials");
        assertThat(names(home)).containsExactly(".aws", "folder");
    }

    /** A writer that was killed leaves keys that belong to nobody any more. */
    @Test
    void whatAKilledWriterLeftGoesWithTheNextEdit() throws IOException {
        file().edit(ProfileFileTest::add);
        Files.writeString(home.resolve(".aws/.credentials.new"), "[a]\naws_secret_access_key = half");
        Files.writeString(home.resolve(".aws/.config.new"), "another file's");
        file().edit(text -> text.with("b", Map.of("k", "v")));
        assertThat(file().file()).hasContent("[a]\nk = v\n\n[b]\nk = v");
        assertThat(names(home.resolve(".aws"))).containsExactly(".config.new", ".credentials.lock", "credentials");
    }

    @Test
    void whatAnotherProgramWritesMeanwhileIsNotLost() throws IOException {
        file().edit(ProfileFileTest::add);
        List<String> seen = new ArrayList<>();
        file().edit(text -> {
            seen.add(text.text());
            if (seen.size() == 1) {
                write("[other]\nk = w\n");
            }
            return text.with("b", Map.of("k", "v"));
        });
        assertThat(seen).hasSize(2);
        assertThat(file().file()).hasContent("[other]\nk = w\n\n[b]\nk = v");
        assertThatThrownBy(() -> file().edit(text -> {
                    write("[n" + seen.size() + "]\n");
                    seen.add("");
                    return text.with("c", Map.of("k", "v"));
                }))
                .hasMessageContaining("again and again");
    }

    private void write(String text) {
        try {
            Files.writeString(file().file(), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void writersAtOnceLoseNothing() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> edits = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String name = "p" + i;
                edits.add(() -> file().edit(text -> text.with(name, Map.of("k", "v"))));
            }
            for (Future<Boolean> one : writers.invokeAll(edits)) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(file().read().profiles()).hasSize(64);
    }

    @Test
    void whatIsTooLongIsLeftAlone() throws IOException {
        Files.createDirectory(home.resolve(".aws"));
        Files.write(file().file(), new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> file().edit(ProfileFileTest::add)).hasMessageContaining("longer than 1 MiB");
        assertThatThrownBy(() -> file().read()).hasMessageContaining("longer than 1 MiB");
    }
}
