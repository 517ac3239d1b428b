package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.cmdlets.credentials.TakenKeys.Asked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Odd profile files, of which the cmdlets take the keys that aws-cli takes. Where they take others,
 * {@code profile-files/README.md} says why.
 */
class ProfileFilesTest {

    private static final Path TAKEN = TakenKeys.FILES.resolve("TAKEN.txt");
    private static final Path DIFFERENCES = TakenKeys.FILES.resolve("README.md");
    private static final int LEAST = 60;

    @TempDir
    private Path home;

    private TestSession desk;

    @BeforeEach
    void open() throws IOException {
        desk = new TestSession(home, TakenKeys.cmdlet());
        desk.environment.put("PATH", System.getenv("PATH"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** The profiles, each in a row of the table with the reason. */
    private static Map<Asked, String> differences() throws IOException {
        Map<Asked, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(DIFFERENCES)) {
            String[] cells = line.split("\\s*\\|\\s*", -1);
            if (cells.length == 6 && cells[1].startsWith("`")) {
                rows.put(new Asked(cells[1].replace("`", ""), cells[2].replace("`", "")), cells[4]);
            }
        }
        return rows;
    }

    /** With {@code -Dgolden.write=true} the golden file is written again, to be read by who changed something. */
    @Test
    void theCmdletsTakeTheKeysThatAreWrittenDown() throws IOException {
        String taken = TakenKeys.byCmdlets(desk, Set.of()).entrySet().stream()
                .map(one -> one.getKey().file() + " | " + one.getKey().profile() + " | " + one.getValue() + "\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(TAKEN, taken);
        }
        assertThat(TakenKeys.files()).hasSizeGreaterThan(LEAST);
        assertThat(taken).isEqualTo(Files.readString(TAKEN));
    }

    @Test
    void botocoreTakesTheSameButForTheDifferencesThatAreWrittenDown() throws Exception {
        Set<Asked> asked = new HashSet<>(TakenKeys.byCmdlets(desk, Set.of()).keySet());
        Map<Asked, String> theirs = botocore(TakenKeys.FILES, asked);
        Map<Asked, String> ours = TakenKeys.byCmdlets(desk, theirs.keySet());
        Map<Asked, String> differences = new LinkedHashMap<>();
        ours.forEach((one, keys) -> {
            String their = theirs.getOrDefault(one, "");
            boolean bothRefuse = keys.startsWith(TakenKeys.REFUSED) && their.startsWith(TakenKeys.REFUSED);
            if (!bothRefuse && !keys.equals(their)) {
                differences.put(one, keys + " / " + their);
            }
        });
        assertThat(differences)
                .as("%s", differences)
                .containsOnlyKeys(differences().keySet());
    }

    private static Map<Asked, String> botocore(Path folder, Set<Asked> asked) throws Exception {
        return TakenKeys.byBotocore(folder, asked).orElseGet(() -> {
            String message = "NOT TESTED: python3 has no botocore, so nobody knows whether aws-cli takes the same keys";
            System.err.println(message);
            Assumptions.abort(message);
            throw new AssertionError(message);
        });
    }

    /** What is written into an odd file, botocore reads, unless it refuses the file; and all else as before. */
    @Test
    void botocoreReadsWhatIsStoredBesideOddLines(@TempDir Path edited) throws Exception {
        Map<Asked, String> before = botocore(TakenKeys.FILES, Set.of());
        Set<Asked> stored = new HashSet<>();
        for (String file : TakenKeys.files()) {
            TakenKeys.install(file, home);
            if (desk.run("Set-AWSCredential -AccessKey AKIANEW -SecretKey n -StoreAs new") == 0) {
                stored.add(new Asked(file, "new"));
            }
            for (String kind : List.of("credentials", "config")) {
                Path written = home.resolve(".aws").resolve(kind);
                if (Files.exists(written)) {
                    Files.copy(written, edited.resolve(file + "." + kind));
                }
            }
        }
        Map<Asked, String> after = botocore(edited, stored);
        before.forEach((one, keys) -> assertThat(after).as(one.toString()).containsEntry(one, keys));
        Set<String> read = before.keySet().stream().map(Asked::file).collect(Collectors.toSet());
        for (Asked one : stored) {
            if (read.contains(one.file())) {
                String keys = after.getOrDefault(one, "");
                assertThat(keys).as(one.toString()).startsWith("AKIANEW n - ");
            }
        }
    }

    /** Whatever stands in a file, another profile can be stored beside it and removed, and all its bytes stay. */
    @Test
    void storingAndRemovingAnotherProfileKeepsAllBytes() throws Exception {
        for (String file : TakenKeys.files()) {
            TakenKeys.install(file, home);
            byte[] before = Files.exists(desk.credentials()) ? Files.readAllBytes(desk.credentials()) : new byte[0];
            Path config = home.resolve(".aws/config");
            byte[] beside = Files.exists(config) ? Files.readAllBytes(config) : new byte[0];
            boolean stored = desk.run(
                            "Set-AWSCredential -AccessKey AKIANEW -SecretKey n -StoreAs new",
                            "Show-TakenKey -ProfileName new")
                    == 0;
            if (file.equals("utf-16-without-a-byte-order-mark")) {
                assertThat(desk.err()).contains("is not text in UTF-8, nor in UTF-16 with a byte order mark");
                assertThat(desk.credentials()).hasBinaryContent(before);
                continue;
            }
            assertThat(stored).as(file + desk.err()).isTrue();
            assertThat(desk.out()).as(file).isEqualTo("AKIANEW n - -\n");
            assertThat(Arrays.copyOf(Files.readAllBytes(desk.credentials()), before.length))
                    .as(file)
                    .isEqualTo(before);
            assertThat(desk.run("Remove-AWSCredentialProfile new -Force"))
                    .as(file + desk.err())
                    .isZero();
            byte[] after = Files.readAllBytes(desk.credentials());
            assertThat(Arrays.copyOf(after, before.length)).as(file).isEqualTo(before);
            assertThat(new String(Arrays.copyOfRange(after, before.length, after.length), StandardCharsets.UTF_8)
                            .replace("\0", ""))
                    .as(file)
                    .isBlank();
            assertThat(Files.exists(config) ? Files.readAllBytes(config) : new byte[0])
                    .as(file)
                    .isEqualTo(beside);
        }
    }

    /** Storing the odd profile itself leaves all others as they were, and every line that is not about its keys. */
    @Test
    void storingTheOddProfileLeavesTheOthers() throws Exception {
        for (String file : TakenKeys.files()) {
            if (file.equals("utf-16-without-a-byte-order-mark")) {
                continue;
            }
            TakenKeys.install(file, home);
            desk.run("(Get-AWSCredential -ListProfileDetail).ProfileName");
            List<String> others =
                    desk.out().lines().filter(name -> !name.equals("p")).toList();
            List<String> before = others.stream().map(this::taken).toList();
            assertThat(desk.run("Set-AWSCredential -AccessKey AKIANEW -SecretKey n -StoreAs p"))
                    .as(file + desk.err())
                    .isZero();
            assertThat(others.stream().map(this::taken).toList()).as(file).isEqualTo(before);
            assertThat(desk.run("Remove-AWSCredentialProfile p -Force"))
                    .as(file + desk.err())
                    .isZero();
            assertThat(others.stream().map(this::taken).toList()).as(file).isEqualTo(before);
        }
    }

    /** The keys, or that it is refused; not the message, in which lines have other numbers after an edit. */
    private String taken(String profile) {
        return desk.run("Show-TakenKey -ProfileName '" + profile.replace("'", "''") + "'") == 0
                ? desk.out()
                : TakenKeys.REFUSED;
    }
}
