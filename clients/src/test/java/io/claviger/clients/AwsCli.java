package io.claviger.clients;

import io.claviger.clients.Answer.Refusal;
import io.claviger.clients.Answer.Result;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code aws}, one process a call. It tells neither statuses nor pages, and presigns nothing of STS. */
final class AwsCli implements Client {

    private static final Pattern REFUSED = Pattern.compile(
            "An error occurred \\((\\w+)\\) when calling the \\w+ operation[^:]*: (.*)", Pattern.DOTALL);

    private final JsonMapper json = new JsonMapper();
    private final Program program;
    private final Path home;

    AwsCli(Program program, Path home) {
        this.program = program;
        this.home = home;
    }

    @Override
    public Answer call(Call call) {
        return run(call);
    }

    @Override
    public List<JsonNode> pages(Call call, int pageSize) {
        return switch (run(call, "--page-size", Integer.toString(pageSize))) {
            case Result(JsonNode all) -> List.of(all);
            case Refusal refusal -> throw new AssertionError(refusal);
        };
    }

    @Override
    public Optional<URI> presign(Call call) {
        return Optional.empty();
    }

    @Override
    public void close() {}

    private Answer run(Call call, String... options) {
        try {
            Path input = Files.writeString(home.resolve("input.json"), json.writeValueAsString(call.input()));
            List<String> command = new ArrayList<>(List.of(
                    "aws",
                    call.service(),
                    kebab(call.operation()),
                    "--endpoint-url",
                    program.endpoint().toString(),
                    "--region",
                    "us-east-1",
                    "--output",
                    "json",
                    "--cli-input-json",
                    "file://" + input));
            command.addAll(List.of(options));
            ProcessBuilder builder = Commands.process(program, home, command);
            builder.environment().put("AWS_ACCESS_KEY_ID", call.key().id());
            builder.environment().put("AWS_SECRET_ACCESS_KEY", call.key().secret());
            String token = call.key().token();
            if (token != null) {
                builder.environment().put("AWS_SESSION_TOKEN", token);
            }
            Path said = home.resolve("stderr.txt");
            Process aws = builder.redirectError(said.toFile()).start();
            Ended ended = Ended.of(aws);
            if (ended.status() == 0) {
                return new Result(ended.out().isBlank() ? json.createObjectNode() : json.readTree(ended.out()));
            }
            return refusal(Files.readString(said).strip());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Refusal refusal(String said) {
        Matcher refused = REFUSED.matcher(said);
        if (!refused.find()) {
            throw new AssertionError("aws failed, and not because the service refused: " + said);
        }
        return new Refusal(refused.group(1), refused.group(2), Optional.empty(), Optional.empty());
    }

    /** {@code UploadSSHPublicKey} is {@code upload-ssh-public-key}. */
    private static String kebab(String operation) {
        return operation
                .replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
