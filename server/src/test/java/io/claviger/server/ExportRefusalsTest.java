package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a file, a key or an option is said, and nothing is written then. */
class ExportRefusalsTest extends ExportGround {

    private Path key = Path.of("");

    @BeforeEach
    void anAccountIsThere() throws Exception {
        start(data(), Optional.empty()).close();
        key = keyPair("key", "EC", 256);
    }

    private void refused(String... parts) {
        assertThat(err()).contains(parts);
        assertThat(other()).doesNotExist();
    }

    @Test
    void anotherKeyIsRefusedAsSuch() throws Exception {
        assertThat(export(key)).as(this::err).isZero();
        for (Path wrong :
                List.of(keyPair("second", "EC", 256), keyPair("third", "EC", 384), keyPair("rsa", "RSA", 2048))) {
            assertThat(take(wrong, other())).isEqualTo(1);
            refused(wrong + " is another key than the one that " + file() + " is for", "SHA-256 ");
        }
        assertThat(take(Path.of(key + ".pub"), other())).isEqualTo(1);
        refused(key + ".pub holds no private key in PEM", "openssl pkey -in ");
        assertThat(take(directory.resolve("none"), other())).isEqualTo(1);
        refused(directory.resolve("none") + " cannot be read: there is no such file or directory");
    }

    @Test
    void eachDamageIsFoundAndNothingIsImported() throws Exception {
        assertThat(export(key)).isZero();
        List<String> lines = Files.readAllLines(file());
        int users = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("{\"iam_user\""))
                .findFirst()
                .orElseThrow());
        List<List<String>> damaged = new ArrayList<>();
        damaged.add(lines.subList(0, lines.size() - 1));
        damaged.add(lines.subList(0, 1));
        damaged.add(without(lines, users));
        damaged.add(with(lines, users, lines.get(users).replace("Administrator", "Administratrix")));
        damaged.add(with(lines, users, lines.get(users).substring(0, 20)));
        damaged.add(with(lines, 0, lines.getFirst().replace("123456789012", "210987654321")));
        damaged.add(with(lines, 0, lines.getFirst().replaceFirst("\"key\":\"[^\"]{400}", "\"key\":\"x")));
        damaged.add(with(lines, lines.size() - 1, lines.getLast().replaceFirst("[A-Z]", "-")));
        damaged.add(with(lines, lines.size() - 1, lines.getLast() + "\n{}"));
        for (List<String> text : damaged) {
            Files.write(file(), text);
            assertThat(take(key, other())).isEqualTo(1);
            refused(file() + " is damaged");
        }
        Files.write(file(), lines);
        assertThat(take(key, other())).as(this::err).isZero();
    }

    private static List<String> with(List<String> lines, int at, String line) {
        List<String> others = new ArrayList<>(lines);
        others.set(at, line);
        assertThat(others).isNotEqualTo(lines);
        return others;
    }

    private static List<String> without(List<String> lines, int at) {
        List<String> others = new ArrayList<>(lines);
        others.remove(at);
        return others;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"claviger-export\":2", "\"tables\":999"})
    void aNewerFileIsRefused(String newer) throws Exception {
        assertThat(export(key)).isZero();
        String name = newer.substring(0, newer.indexOf(':') + 1);
        Files.writeString(file(), Files.readString(file()).replaceFirst(name + "[0-9]+", newer));
        assertThat(take(key, other())).isEqualTo(1);
        refused(file() + " was written by a newer Claviger");
    }

    @Test
    void anExportWritesOverNothingAndLeavesNothingWhenItFails() throws Exception {
        Files.writeString(file(), "mine");
        assertThat(export(key)).isEqualTo(1);
        assertThat(err()).contains(file() + " exists already, and an export does not overwrite a file");
        assertThat(file()).hasContent("mine");
        Files.delete(file());
        assertThat(export(key, "--account-id", "210987654321")).isEqualTo(1);
        assertThat(err()).contains("there is no account 210987654321");
        Files.writeString(data().resolve("sealing.key"), "A".repeat(43) + "=");
        assertThat(export(key)).isEqualTo(1);
        assertThat(err()).contains("is not the one that the database was sealed with");
        assertThat(names(directory)).containsExactly("data", "key", "key.pub");
    }

    @Test
    void anExportThatIsNotThereInTheEndIsSaidNotToBeDone() throws Exception {
        Files.createSymbolicLink(file(), directory.resolve("nowhere"));
        Path others = Files.writeString(directory.resolve(file().getFileName() + ".unfinished"), "mine");
        assertThat(export(key)).isEqualTo(1);
        assertThat(err()).contains(file() + " exists already, and an export does not overwrite a file");
        assertThat(others).hasContent("mine");
        assertThat(names(directory))
                .containsExactly("account.export", "account.export.unfinished", "data", "key", "key.pub");
        assertThat(Samples.audited(data().resolve("audit"), "ExportAccount"))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"errorCode\":\"ServiceUnavailable\"", "exists already");
    }

    @Test
    void aLineWithoutEndIsDamage() throws Exception {
        assertThat(export(key)).isZero();
        List<String> lines = Files.readAllLines(file());
        Files.write(file(), with(lines, 1, lines.get(1) + " ".repeat(16 * 1024 * 1024)));
        assertThat(take(key, other())).isEqualTo(1);
        refused(file() + " is damaged, or not whole: line 2 cannot be read");
    }

    @Test
    void aFullDiskIsSaidAndLeavesNoHalfFile() throws Exception {
        Path small = Files.createDirectory(directory.resolve("small"));
        int mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (mounted != 0) {
            String notTested = "NOT TESTED: an export to a full disk: only root can mount a small one";
            System.err.println(notTested);
            Assumptions.abort(notTested);
        }
        try {
            Path file = small.resolve("account.export");
            Files.write(small.resolve("other"), new byte[64 * 1024]);
            assertThat(run(NOTHING, "export", "--data", data().toString(), "--to", key + ".pub", file.toString()))
                    .isEqualTo(1);
            assertThat(err())
                    .isEqualTo("claviger: The export " + file + " cannot be written: no space left on device\n");
            assertThat(names(small)).containsExactly("other");
            assertThat(Samples.audited(data().resolve("audit"), "ExportAccount"))
                    .isEmpty();
        } finally {
            new ProcessBuilder("umount", "-l", small.toString()).start().waitFor();
        }
    }

    @Test
    void keysThatNobodyCanExportForAreRefused() throws Exception {
        keyPair("short", "RSA", 1024);
        keyPair("edwards", "Ed25519", 255);
        for (String name : List.of("short", "edwards")) {
            assertThat(export(directory.resolve(name))).isEqualTo(1);
            assertThat(err()).contains(name + ".pub holds no public key in PEM", "openssl pkey -in KEY -pubout");
        }
        Files.copy(key, directory.resolve("private.pub"));
        assertThat(export(directory.resolve("private"))).isEqualTo(1);
        assertThat(err()).contains("private.pub holds no public key in PEM");
        assertThat(run(NOTHING, "export", "--data", data().toString(), file().toString()))
                .isEqualTo(2);
        assertThat(err()).contains("--to is missing");
        assertThat(file()).doesNotExist();
    }

    @Test
    void optionsOfTheOtherKindOfFileAreRefused() throws Exception {
        assertThat(export(key)).isZero();
        assertThat(take(key, other(), "--rewrite-account")).isEqualTo(2);
        refused("there is no --rewrite-account here");
        assertThat(run(NOTHING, "import", "--data", other().toString(), file().toString()))
                .isEqualTo(2);
        refused("--key is missing: the private key that ");
        assertThat(take(key, other(), "--email", "nobody")).isEqualTo(2);
        refused("--email must be an address");
        Files.writeString(file(), "{\"UserDetailList\": []}");
        assertThat(take(key, data())).isEqualTo(2);
        assertThat(err()).contains("there is no --key here: " + file() + " was not written by export");
    }

    @Test
    void theAccountThatIsThereStaysAsItIs() throws Exception {
        assertThat(export(key)).isZero();
        byte[] before = Files.readAllBytes(data().resolve("claviger.db"));
        assertThat(take(key, data())).isEqualTo(1);
        assertThat(err()).contains("has an account 123456789012 already, and it stays as it is");
        assertThat(Files.readAllBytes(data().resolve("claviger.db"))).isEqualTo(before);
        assertThat(Samples.audited(data().resolve("audit"), "ImportAccount")).isEmpty();
    }
}
