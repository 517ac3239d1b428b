package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The command {@code terraform} with AWS's provider from a file-system mirror, so that a test asks no registry. The
 * configuration is the folder {@code clients/terraform}; its state stays in the given directory.
 */
final class Terraform {

    /** The variable that names a mirror, for one that stands where nobody looks. */
    static final String MIRROR = "CLAVIGER_TERRAFORM_MIRROR";

    private static final String PROVIDER = "registry.terraform.io/hashicorp/aws";
    private static final Pattern CONFIGURED =
            Pattern.compile("filesystem_mirror\\s*\\{[^}]*?path\\s*=\\s*\"([^\"]+)\"");
    private static final int CHANGES = 2;
    private static final int PATIENCE_SECONDS = 240;

    private final Program program;
    private final Path directory;

    private Terraform(Program program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /** A mirror that has AWS's provider; empty if none is found. */
    static Optional<Path> mirror() {
        return candidates()
                .filter(mirror -> Files.isDirectory(mirror.resolve(PROVIDER)))
                .findFirst();
    }

    /** Where the variable says, where Terraform's own configuration says, and where Terraform looks unasked. */
    private static Stream<Path> candidates() {
        Path home = Path.of(System.getProperty("user.home"));
        List<Path> candidates = new ArrayList<>();
        Optional.ofNullable(System.getenv(MIRROR)).map(Path::of).ifPresent(candidates::add);
        Optional.ofNullable(System.getenv("TF_CLI_CONFIG_FILE"))
                .map(Path::of)
                .ifPresent(file -> candidates.addAll(configured(file)));
        candidates.addAll(configured(home.resolve(".terraformrc")));
        candidates.add(home.resolve(".terraform.d/plugins"));
        candidates.add(Path.of("/usr/local/share/terraform/plugins"));
        candidates.add(Path.of("/usr/share/terraform/plugins"));
        candidates.addAll(children(Path.of("/opt")));
        return candidates.stream();
    }

    private static List<Path> configured(Path file) {
        try {
            return Files.isReadable(file)
                    ? CONFIGURED
                            .matcher(Files.readString(file))
                            .results()
                            .map(mirror -> Path.of(mirror.group(1)))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> children(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Copies the configuration to the directory and initializes it there, with the provider from the mirror. */
    static Terraform in(Path directory, Program program, Path mirror) throws IOException {
        Path configuration = Commands.module().resolve("terraform");
        for (Path file : children(configuration)) {
            Files.copy(file, directory.resolve(file.getFileName()));
        }
        Files.writeString(directory.resolve("terraformrc"), """
                disable_checkpoint = true
                provider_installation {
                  filesystem_mirror {
                    path = "%s"
                  }
                }
                """.formatted(mirror.toAbsolutePath()));
        Terraform terraform = new Terraform(program, directory);
        terraform.succeed("init", "-input=false");
        return terraform;
    }

    /** Brings everything to a stage of the configuration. */
    void apply(int stage) {
        succeed(changing("apply", stage, "-auto-approve"));
    }

    /** Asserts that everything is as the stage wants it, by Terraform's own reading of the server's answers. */
    void assertNothingToChange(int stage) {
        Ended ended = run(changing("plan", stage, "-detailed-exitcode"));
        assertThat(ended.status())
                .as(
                        ended.status() == CHANGES ? "terraform wants to change what it has just made:\n%s" : "%s",
                        ended.out())
                .isZero();
    }

    /** Destroys all that the configuration has. */
    void destroy(int stage) {
        succeed(changing("destroy", stage, "-auto-approve"));
    }

    /** How many resources it knows by now; data that it only reads are not among them. */
    int resources() {
        Ended state = run("state", "list");
        return (int) state.out().lines().filter(line -> !line.contains("data.")).count();
    }

    private String[] changing(String command, int stage, String option) {
        return new String[] {
            command, "-input=false", option, "-var=endpoint=" + program.endpoint(), "-var=stage=" + stage
        };
    }

    private void succeed(String... arguments) {
        Ended ended = run(arguments);
        assertThat(ended.status())
                .as("terraform %s says:\n%s", arguments[0], ended.out())
                .isZero();
    }

    private Ended run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(Arrays.asList(arguments));
        if (!arguments[0].equals("state")) {
            command.add("-no-color");
        }
        ProcessBuilder builder = Commands.process(program, directory, command)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("TF_"));
        builder.environment()
                .put("TF_CLI_CONFIG_FILE", directory.resolve("terraformrc").toString());
        builder.environment().put("TF_IN_AUTOMATION", "1");
        builder.environment().put("AWS_ACCESS_KEY_ID", Program.ADMINISTRATOR.id());
        builder.environment().put("AWS_SECRET_ACCESS_KEY", Program.ADMINISTRATOR.secret());
        try {
            Process terraform = builder.start();
            return Ended.of(terraform, PATIENCE_SECONDS);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
