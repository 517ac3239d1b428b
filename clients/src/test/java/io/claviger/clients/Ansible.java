package io.claviger.clients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The command {@code ansible-playbook}, with the playbooks in {@code clients/ansible} and nothing of the user's own. */
final class Ansible {

    /** Works if Ansible is here with the collections that have IAM's modules. */
    static final List<String> COLLECTIONS =
            List.of("ansible-doc", "-t", "module", "amazon.aws.iam_user", "community.aws.iam_role");

    /** Works if the Python that runs the modules has what they need. */
    static final List<String> LIBRARY = List.of("/usr/bin/python3", "-c", "import boto3");

    private static final Pattern RECAP =
            Pattern.compile("(?m)^\\w+ +: ok=(\\d+) +changed=(\\d+) +unreachable=0 +failed=0 ");
    private static final int PATIENCE_SECONDS = 400;

    private final Program program;
    private final Path directory;
    private final Path playbooks = Commands.module().resolve("ansible");
    private final List<String> variables;

    Ansible(Program program, Path directory, Certificates certificates) {
        this.program = program;
        this.directory = directory;
        this.variables = List.of(
                "number=" + Program.ACCOUNT,
                "certificate=" + certificates.certificate(),
                "private_key=" + certificates.privateKey());
    }

    /**
     * What a playbook did.
     *
     * @param ok how many tasks it ran
     * @param changed how many of them changed something
     * @param said all that it printed
     */
    record Done(int ok, int changed, String said) {}

    /** Plays a playbook, and insists that no task fails. */
    Done play(String playbook, String... more) {
        List<String> command = new ArrayList<>(List.of(
                "ansible-playbook",
                "-i",
                playbooks.resolve("hosts").toString(),
                playbooks.resolve(playbook).toString()));
        variables.forEach(variable -> command.addAll(List.of("-e", variable)));
        List.of(more).forEach(variable -> command.addAll(List.of("-e", variable)));
        ProcessBuilder builder = Commands.process(program, directory, command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ANSIBLE_"));
        builder.environment().putAll(surroundings());
        try {
            Ended ended = Ended.of(builder.start(), PATIENCE_SECONDS);
            if (ended.status() != 0) {
                throw new AssertionError(playbook + " fails:\n" + ended.out());
            }
            List<MatchResult> recap = RECAP.matcher(ended.out()).results().toList();
            return new Done(sum(recap, 1), sum(recap, 2), ended.out());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int sum(List<MatchResult> recap, int group) {
        return recap.stream()
                .mapToInt(host -> Integer.parseInt(host.group(group)))
                .sum();
    }

    private Map<String, String> surroundings() {
        return Map.of(
                "AWS_URL", program.endpoint().toString(),
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", Program.ADMINISTRATOR.id(),
                "AWS_SECRET_ACCESS_KEY", Program.ADMINISTRATOR.secret(),
                "ANSIBLE_CONFIG", directory.resolve("no-ansible.cfg").toString(),
                "ANSIBLE_HOME", directory.resolve("ansible").toString(),
                "ANSIBLE_LOCAL_TEMP", directory.resolve("ansible-tmp").toString(),
                "ANSIBLE_REMOTE_TEMP", directory.resolve("ansible-tmp").toString(),
                "ANSIBLE_PIPELINING", "True",
                "ANSIBLE_NOCOLOR", "1");
    }
}
