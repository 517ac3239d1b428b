package io.claviger.clients;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Clients that find credentials by themselves, along their default chains, and print whose they are: each is a process that
 * sees nothing of AWS but the environment that it is given.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are List.of's
enum SelfReliant {
    AWS_CLI("aws-cli", List.of(List.of("aws", "--version")), "sts", "get-caller-identity"),
    BOTO3(
            "boto3",
            List.of(
                    List.of("python3", "python/identity.py", "--version"),
                    List.of("/usr/bin/python3", "python/identity.py", "--version")),
            "python/identity.py"),
    JAVASCRIPT(
            "the AWS SDK for JavaScript", List.of(List.of("node", "js/identity.mjs", "--version")), "js/identity.mjs"),
    JAVA(
            "the AWS SDK for Java",
            List.of(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            JavaIdentity.class.getName()),
    CMDLETS("the cmdlets", List.of(List.of(Program.launcher().toString(), "--version")), "(Get-STSCallerIdentity).Arn");

    private static final int PATIENCE_SECONDS = 60;

    private final String client;
    private final List<List<String>> probes;
    private final List<String> arguments;

    SelfReliant(String client, List<List<String>> probes, String... arguments) {
        this.client = client;
        this.probes = probes;
        this.arguments = List.of(arguments);
    }

    /** What it said, on both of its outputs. */
    record Said(int status, String text) {

        boolean succeeded() {
            return status == 0;
        }
    }

    /**
     * Asks for its identity.
     *
     * @param program that it asks; named in {@code AWS_ENDPOINT_URL}
     * @param home an empty directory of its own, since aws-cli keeps sessions there
     * @param environment what it is to find; may name the files {@code AWS_CONFIG_FILE} and so on
     * @param typed what it may read from standard input, as there is no terminal
     */
    Said ask(Program program, Path home, Map<String, String> environment, String typed) throws Exception {
        Optional<List<String>> works = Commands.firstThatWorks(probes);
        if (works.isEmpty()) {
            Commands.skip(Commands.notTested(client));
        }
        // A session of its own has no terminal, so that a code is read from standard input.
        List<String> command =
                new ArrayList<>(List.of("setsid", "--wait", works.orElseThrow().getFirst()));
        command.addAll(arguments);
        Path in = Files.writeString(Files.createTempFile(home, "typed", ""), typed);
        Path out = Files.createTempFile(home, "said", "");
        ProcessBuilder builder = Commands.process(program, home, command)
                .directory(Commands.module().toFile())
                .redirectErrorStream(true)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("AWS_ENDPOINT_URL", program.endpoint().toString());
        builder.environment().put("AWS_REGION", "us-east-1");
        builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError(client + " does not end; it said:\n" + Files.readString(out));
        }
        return new Said(process.exitValue(), Files.readString(out));
    }
}
