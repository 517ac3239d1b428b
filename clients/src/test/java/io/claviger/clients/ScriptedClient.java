package io.claviger.clients;

import io.claviger.clients.Answer.Refusal;
import io.claviger.clients.Answer.Result;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client in another language: a script that reads one call a line and answers each with one line, both JSON. */
final class ScriptedClient implements Client {

    private static final int PATIENCE_SECONDS = 60;

    private final JsonMapper json = new JsonMapper();
    private final URI endpoint;
    private final Process script;
    private final BufferedWriter calls;
    private final BufferedReader answers;

    /** Starts the script with the given command. */
    ScriptedClient(Program program, Path home, List<String> command) throws IOException {
        endpoint = program.endpoint();
        script = Commands.process(program, home, command)
                .directory(Commands.module().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        calls = script.outputWriter(StandardCharsets.UTF_8);
        answers = script.inputReader(StandardCharsets.UTF_8);
    }

    @Override
    public Answer call(Call call) {
        JsonNode answer = ask("call", call, 0);
        return answer.has("error") ? refusal(answer.get("error")) : new Result(member(answer, "result"));
    }

    @Override
    public List<JsonNode> pages(Call call, int pageSize) {
        return List.copyOf(member(ask("pages", call, pageSize), "pages").values());
    }

    @Override
    public Optional<URI> presign(Call call) {
        return Optional.of(URI.create(member(ask("presign", call, 0), "url").asString()));
    }

    @Override
    public void close() {
        script.destroy();
    }

    private JsonNode ask(String kind, Call call, int pageSize) {
        try {
            calls.write(json.writeValueAsString(Map.of(
                    "kind", kind,
                    "endpoint", endpoint.toString(),
                    "service", call.service(),
                    "operation", call.operation(),
                    "input", call.input(),
                    "credentials", call.key(),
                    "pageSize", pageSize)));
            calls.newLine();
            calls.flush();
            String line = CompletableFuture.supplyAsync(this::readLine).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return json.readTree(line);
        } catch (Exception e) {
            throw new AssertionError("the script did not answer " + call, e);
        }
    }

    private String readLine() {
        try {
            return Optional.ofNullable(answers.readLine()).orElseThrow(() -> new AssertionError("the script ended"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode member(JsonNode answer, String name) {
        return answer.optional(name).orElseThrow(() -> new AssertionError("the client answered " + answer));
    }

    private static Refusal refusal(JsonNode error) {
        return new Refusal(
                error.get("code").asString(),
                error.get("message").asString(),
                Optional.of(error.get("status").asInt()),
                Optional.of(error.get("exception").asString()));
    }
}
