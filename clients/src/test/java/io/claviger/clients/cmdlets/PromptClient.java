package io.claviger.clients.cmdlets;

import io.claviger.clients.Answer;
import io.claviger.clients.Answer.Refusal;
import io.claviger.clients.Answer.Result;
import io.claviger.clients.Call;
import io.claviger.clients.Client;
import io.claviger.clients.Key;
import io.claviger.cmdlets.aws.ServiceCmdlets;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cmdlets as a client: an operation is called by its cmdlet, which is typed at a prompt. */
final class PromptClient implements Client {

    private static final String TABLES = "/io/claviger/cmdlets/aws/";

    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> cmdlets =
            rows("operations.tsv").collect(Collectors.toMap(field -> field[1], field -> field[3]));
    private final Map<String, List<String[]>> parameters =
            rows("parameters.tsv").collect(Collectors.groupingBy(field -> field[0]));
    private final Prompt prompt;

    /** A prompt for a server; what it leaves behind is in the directory. */
    PromptClient(URI endpoint, Path home) throws IOException {
        prompt = new Prompt(Map.of("AWS_ENDPOINT_URL", endpoint.toString(), "AWS_REGION", "us-east-1"), home);
    }

    private static Stream<String[]> rows(String table) throws IOException {
        try (InputStream file = ServiceCmdlets.class.getResourceAsStream(TABLES + table)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1));
        }
    }

    @Override
    public Answer call(Call call) {
        String line = line(call);
        Typist.Shown shown = prompt.type(
                "try { " + line
                        + " | ConvertTo-Json -Depth 10 } catch { '!'; $_.Exception.InnerException.ErrorCode; $_.Exception.Message }");
        if (!shown.err().isEmpty()) {
            throw new AssertionError(line + "\n" + shown.out() + shown.err());
        }
        List<String> said = shown.out().lines().toList();
        if (!said.isEmpty() && said.getFirst().equals("!")) {
            return new Refusal(said.get(1), said.size() > 2 ? said.get(2) : "", Optional.empty(), Optional.empty());
        }
        return new Result(json.readTree(shown.out().isBlank() ? "{}" : shown.out()));
    }

    private String line(Call call) {
        String cmdlet = Objects.requireNonNull(cmdlets.get(call.operation()), call.operation());
        StringBuilder line = new StringBuilder(cmdlet).append(" -Select '*'");
        for (Map.Entry<String, ?> member : call.input().entrySet()) {
            append(line, cmdlet, member.getKey(), json.valueToTree(member.getValue()));
        }
        Key key = call.key();
        line.append(" -AccessKey ").append(key.id()).append(" -SecretKey ").append(quoted(key.secret()));
        if (key.token() != null) {
            line.append(" -SessionToken ").append(quoted(key.token()));
        }
        boolean asks = new ServiceCmdlets()
                .find(cmdlet)
                .orElseThrow()
                .description()
                .parameter("Force")
                .isPresent();
        return line.append(asks ? " -Force" : "").toString();
    }

    /** The parameter of a member; the members of a structure have parameters of their own. */
    private void append(StringBuilder line, String cmdlet, String member, JsonNode value) {
        Optional<String> parameter = Objects.requireNonNull(parameters.get(cmdlet), cmdlet).stream()
                .filter(field -> field[7].equalsIgnoreCase(member))
                .map(field -> field[1])
                .findAny();
        if (parameter.isPresent()) {
            line.append(" -").append(parameter.get()).append(' ').append(literal(value));
        } else if (value.isObject()) {
            value.properties().forEach(inner -> append(line, cmdlet, member + "_" + inner.getKey(), inner.getValue()));
        } else {
            throw new AssertionError(cmdlet + " has no parameter for " + member);
        }
    }

    private static String literal(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(PromptClient::literal).collect(Collectors.joining(", "));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(member -> quoted(member.getKey()) + " = " + literal(member.getValue()))
                    .collect(Collectors.joining("; ", "@{ ", " }"));
        }
        return value.isBoolean()
                ? "$" + value.asBoolean()
                : value.isNumber() ? value.toString() : quoted(value.asString());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public List<JsonNode> pages(Call call, int pageSize) {
        throw new UnsupportedOperationException("cmdlets join pages unasked");
    }

    @Override
    public Optional<URI> presign(Call call) {
        return Optional.empty();
    }

    @Override
    public void close() {
        prompt.close();
    }
}
