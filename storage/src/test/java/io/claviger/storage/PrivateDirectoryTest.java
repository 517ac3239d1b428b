package io.claviger.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateDirectoryTest {

    private static final String WHAT = "audit directory";

    @TempDir
    private Path temporary;

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private Path directory(String permissions) throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("directory"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
        return directory;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwxrwxrwx", "rwxrwxr-x", "rwx------", "rwxrwx---", "rwx---r--"})
    void emptyDirectoryOfOnesOwnIsMadePrivate(String permissions) throws IOException {
        Path directory = directory(permissions);
        assertThat(PrivateDirectory.prepare(directory, WHAT)).isEqualTo(directory);
        assertThat(permissions(directory)).isEqualTo("rwx------");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void newFileSystemCountsAsEmpty() throws IOException {
        Path directory = directory("rwxr-xr-x");
        Files.createDirectory(directory.resolve("lost+found"));
        PrivateDirectory.prepare(directory, WHAT);
        assertThat(permissions(directory)).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwxr-x---", "rwx--x---"})
    void whatAMountGivesToTheGroupIsTakenBackAtEachStart(String permissions) throws IOException {
        Path directory = directory(permissions);
        Files.createFile(directory.resolve("claviger.db"));
        for (int start = 0; start < 2; start++) {
            PrivateDirectory.prepare(directory, WHAT);
            assertThat(permissions(directory)).isEqualTo("rwx------");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
        }
    }

    @Test
    void setGroupIdOfAMountDoesNotMatter() throws Exception {
        Path directory = directory("rwx------");
        Files.createFile(directory.resolve("claviger.db"));
        assertThat(new ProcessBuilder("chmod", "2770", directory.toString())
                        .start()
                        .waitFor())
                .isZero();
        PrivateDirectory.prepare(directory, WHAT);
        assertThat(permissions(directory)).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwxrwxrwx", "rwx-----x"})
    void directoryThatEverybodyMayUseAndThatHoldsSomethingIsRefused(String permissions) throws IOException {
        Path directory = directory(permissions);
        Files.createFile(directory.resolve("something"));
        assertThatExceptionOfType(OpenFailure.class)
                .isThrownBy(() -> PrivateDirectory.prepare(directory, WHAT))
                .withMessageStartingWith("The audit directory " + directory + " is open to others")
                .withMessageContaining("chmod 700 " + directory);
        assertThat(permissions(directory)).isEqualTo(permissions);
    }

    @Test
    void directoryOfAnotherOwnerIsRefusedWithWhatToDo() throws IOException {
        for (String permissions : new String[] {"rwxrwxr-x", "rwx------"}) {
            Path directory = directory(permissions);
            asOwner(directory, "nobody");
            assertThatExceptionOfType(OpenFailure.class)
                    .isThrownBy(() -> PrivateDirectory.prepare(directory, WHAT))
                    .withMessageContaining("belongs to nobody")
                    .withMessageContaining("chown ")
                    .withMessageContaining(directory.resolve("claviger").toString());
            assertThat(directory).isEmptyDirectory();
            assertThat(permissions(directory)).isEqualTo(permissions);

            Path within = PrivateDirectory.prepare(directory.resolve("claviger"), WHAT);
            assertThat(permissions(within)).isEqualTo("rwx------");
            Files.delete(within);
            Files.delete(directory);
        }
    }

    /** Only the system's administrator may give files away. */
    private static void asOwner(Path directory, String name) throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "not run by root");
        UserPrincipal other =
                directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
        Files.setOwner(directory, other);
    }

    @Test
    void whatIsNoDirectoryOrCannotBeMadeIsSaidInWords() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatExceptionOfType(OpenFailure.class)
                .isThrownBy(() -> PrivateDirectory.prepare(file, WHAT))
                .withMessage("The audit directory " + file + " is not a directory");
        for (Path impossible : new Path[] {file.resolve("below"), Path.of("/proc/none/audit")}) {
            assertThatExceptionOfType(OpenFailure.class)
                    .isThrownBy(() -> PrivateDirectory.prepare(impossible, WHAT))
                    .withMessageStartingWith("The audit directory " + impossible + " cannot be used: ")
                    .withMessageNotContaining("Exception");
        }
    }

    @Test
    void placeInWhichTheSystemMakesNoDirectoryIsSaid() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is no /proc");
        assertThatExceptionOfType(OpenFailure.class)
                .isThrownBy(() -> PrivateDirectory.prepare(Path.of("/proc/x"), WHAT))
                .withMessage(
                        "The audit directory /proc/x cannot be made: the system makes none in /proc. Name another");
    }

    @Test
    void directoryThatCannotBeWrittenIsSaidWithItsOwner() {
        Path system = Path.of("/sys");
        assumeTrue(Files.isDirectory(system), "there is no directory that not even root can write");
        assertThatExceptionOfType(OpenFailure.class)
                .isThrownBy(() -> PrivateDirectory.prepare(system, WHAT))
                .withMessage("The audit directory /sys cannot be written: it belongs to root");
    }

    @Test
    void linkToADirectoryIsFollowed() throws IOException {
        Path directory = directory("rwxr-xr-x");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), directory);
        PrivateDirectory.prepare(link, WHAT);
        assertThat(permissions(directory)).isEqualTo("rwx------");
    }
}
