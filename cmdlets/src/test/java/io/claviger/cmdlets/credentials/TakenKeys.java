package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.keys.SharedFiles;
import io.claviger.powershell.command.Arguments;
import io.claviger.powershell.command.Cmdlet;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.powershell.command.CmdletList;
import io.claviger.powershell.command.CmdletSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * The keys that a reader takes of the profile files in {@code src/test/resources/profile-files}, by file and profile: the
 * key, the secret, the token and the region, or that it refuses.
 */
final class TakenKeys {

    static final Path FILES = Path.of("src/test/resources/profile-files");

    static final String REFUSED = "refused";

    private static final List<String> KINDS = List.of("credentials", "config");
    private static final int LONGEST = 200;
    private static final int KEPT = 20;

    private TakenKeys() {}

    /** A profile of a file. */
    record Asked(String file, String profile) implements Comparable<Asked> {

        @Override
        public int compareTo(Asked other) {
            return (file + "\t" + profile).compareTo(other.file + "\t" + other.profile);
        }
    }

    /** The files' names; one name may have a credentials file and a config file. */
    static List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(FILES)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> KINDS.contains(name.substring(name.lastIndexOf('.') + 1)))
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** Puts the files of a name where a session looks for them. */
    static void install(String file, Path home) throws IOException {
        for (String kind : KINDS) {
            Path source = FILES.resolve(file + "." + kind);
            Path target = home.resolve(".aws").resolve(kind);
            Files.deleteIfExists(target);
            if (Files.exists(source)) {
                Files.copy(source, target);
            }
        }
    }

    /** A cmdlet that writes the keys that others would sign with. */
    static CmdletSource cmdlet() {
        return new CmdletList(List.of(Cmdlet.of(
                CommonModule.describe("Show-TakenKey", "Writes the keys of a profile.")
                        .with(CredentialArguments.text("ProfileName", "The profile.")),
                TakenKeys::show)));
    }

    private static void show(Arguments arguments, CmdletContext context) {
        AwsCredentials keys =
                Connection.of(arguments, context, "IAM", false).credentials().resolveCredentials();
        context.write(Stream.of(
                        Optional.of(keys.accessKeyId()),
                        Optional.of(keys.secretAccessKey()),
                        keys instanceof AwsSessionCredentialsIdentity temporary
                                ? Optional.of(temporary.sessionToken())
                                : Optional.<String>empty(),
                        SharedFiles.of(context.session(), Optional.empty())
                                .setting(arguments.text("ProfileName").orElseThrow(), "region"))
                .map(value -> value.map(TakenKeys::shown).orElse("-"))
                .collect(Collectors.joining(" ")));
    }

    /** A value without blanks and control characters, and not too long. */
    private static String shown(String value) {
        String text = value.chars()
                .mapToObj(one -> one >= '!' && one <= '~' ? String.valueOf((char) one) : String.format("\\u%04x", one))
                .collect(Collectors.joining());
        return text.length() <= LONGEST ? text : text.substring(0, KEPT) + "..." + text.length();
    }

    /**
     * What the cmdlets take of the profiles that they list, of {@code p} and of others.
     *
     * @param others more profiles to ask for
     */
    static Map<Asked, String> byCmdlets(TestSession desk, Set<Asked> others) throws IOException {
        Map<Asked, String> taken = new TreeMap<>();
        for (String file : files()) {
            install(file, desk.home);
            desk.run("(Get-AWSCredential -ListProfileDetail).ProfileName");
            Set<String> names = new TreeSet<>(desk.out().lines().toList());
            names.add("p");
            others.stream().filter(one -> one.file().equals(file)).forEach(one -> names.add(one.profile()));
            for (String name : names) {
                boolean works = desk.run("Show-TakenKey -ProfileName '" + name.replace("'", "''") + "'") == 0;
                taken.put(
                        new Asked(file, name),
                        works
                                ? desk.out().strip()
                                : REFUSED + ": "
                                        + desk.err()
                                                .strip()
                                                .replace("\n", "\\n")
                                                .replace("Show-TakenKey: ", "")
                                                .replace(desk.home + "/.aws/", ""));
            }
        }
        return taken;
    }

    /**
     * What botocore takes, which aws-cli and boto3 read with; empty if this Python has none.
     *
     * @param folder where the files are
     * @param asked profiles to ask for, beside those that botocore lists
     */
    static Optional<Map<Asked, String>> byBotocore(Path folder, Set<Asked> asked)
            throws IOException, InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            Optional<String> said = said(python, folder, asked);
            if (said.isPresent()) {
                return said.map(TakenKeys::read);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> said(String command, Path folder, Set<Asked> asked)
            throws IOException, InterruptedException {
        Path errors = Files.createTempFile("botocore", ".log");
        Process python;
        try {
            python = new ProcessBuilder(command, "src/test/python/taken.py", folder.toString())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException _) {
            return Optional.empty();
        }
        try (OutputStream in = python.getOutputStream()) {
            in.write(asked.stream()
                    .map(one -> one.file() + "\t" + one.profile() + "\n")
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It ended before it read: the status says why.
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = python.waitFor();
        String complaint = Files.readString(errors);
        Files.delete(errors);
        if (status != 0 && !complaint.contains("ModuleNotFoundError")) {
            throw new IOException(complaint);
        }
        return Optional.of(said).filter(_ -> status == 0);
    }

    private static Map<Asked, String> read(String said) {
        Map<Asked, String> taken = new TreeMap<>();
        for (String line : said.lines().toList()) {
            String[] parts = line.split("\t", -1);
            taken.put(new Asked(parts[0], parts[1]), parts[2]);
        }
        return taken;
    }
}
