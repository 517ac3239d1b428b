package io.claviger.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.User;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.Samples;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataDirectoryTest {

    @TempDir
    private Path directory;

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private SqlStore open(Path data) {
        return SqlStore.open(SqliteFile.in(data), new SealingKey.InFile(data.resolve("sealing.key")));
    }

    @Test
    void allThatIsMadeIsForItsOwnerAlone() throws Exception {
        Path data = directory.resolve("a/b/data");
        try (SqlStore store = open(data);
                Stream<Path> files = Files.list(data)) {
            Samples.insert(store, Samples.account(Samples.ACCOUNT));
            assertThat(permissions(data)).isEqualTo("rwx------");
            assertThat(files)
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwx---r--", "rwx----w-", "rwxrwxrwx"})
    void aDirectoryThatIsOpenToOthersIsRefusedWithWhatToDo(String permissions) throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));
        Path something = Files.createFile(data.resolve("something"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(() -> open(data))
                .isInstanceOf(OpenFailure.class)
                .hasMessageContaining(data.toString())
                .hasMessageContaining(permissions)
                .hasMessageContaining("chmod 700");
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files).containsExactly(something);
        }
        assertThat(permissions(data)).as("it is not tightened").isEqualTo(permissions);
    }

    @Test
    void aDirectoryInUseIsRefusedByNameUntilItIsClosed() {
        Path data = directory.resolve("data");
        try (SqlStore store = open(data)) {
            assertThatThrownBy(() -> open(data))
                    .isInstanceOf(OpenFailure.class)
                    .hasMessageContaining(data.toString())
                    .hasMessageContaining("in use by another Claviger");
            assertThat(store.isReady()).isTrue();
        }
        open(data).close();
    }

    @Test
    void aRefusedOpeningLetsTheDirectoryGo() {
        Path data = directory.resolve("data");
        open(data).close();
        assertThatThrownBy(() -> SqlStore.open(SqliteFile.in(data), new SealingKey.Given("A".repeat(43) + "=")))
                .isInstanceOf(OpenFailure.class);
        open(data).close();
    }

    @Test
    void aFileIsNoDirectory() throws Exception {
        Path file = Files.createFile(directory.resolve("data"));
        assertThatThrownBy(() -> open(file)).isInstanceOf(OpenFailure.class).hasMessageContaining("is not a directory");
    }

    @Test
    void whatWasWrittenIsThereWhenItIsOpenedAgain() {
        Path data = directory.resolve("data");
        long revision;
        try (SqlStore store = open(data)) {
            Samples.insert(store, Samples.account(Samples.ACCOUNT), Samples.user("u"));
            Samples.insert(store, Samples.group("g"));
            revision = store.changes().latest();
        }
        try (SqlStore store = open(data)) {
            assertThat(store.changes().latest()).isEqualTo(revision);
            Optional<User> user = store.read(reading -> reading.users().named(Samples.ACCOUNT, "u"));
            assertThat(user).contains(Samples.user("u"));
        }
    }
}
