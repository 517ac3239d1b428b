package io.claviger.clients;

import static io.claviger.clients.Program.ACCOUNT;
import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.Answer.Refusal;
import io.claviger.clients.Answer.Result;
import io.claviger.federation.saml.IdentityProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * A call of every operation, with any client. The calls are lines of {@code every-operation.tsv}; each has what it needs
 * from those before it.
 */
public final class EveryOperation {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9]+)(?:\\.([A-Za-z0-9]+))?}");
    private static final String ALLOW = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private static final String TRUST = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"%s"}}}""".formatted(ACCOUNT);

    private static final int MOST_QUESTIONS = 300;

    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> services = services();
    private final Client client;
    private final Map<String, JsonNode> variables = new HashMap<>();

    /**
     * Calls by a client.
     *
     * @param who what the entities are called that are made
     * @param directory where certificates can be made
     */
    public EveryOperation(Client client, String who, Path directory) throws Exception {
        this.client = client;
        Certificates certificates = Certificates.in(Files.createDirectories(directory));
        set("who", who);
        set("account", ACCOUNT);
        set("allow", ALLOW);
        set("trust", TRUST);
        set("certificate", Files.readString(certificates.certificate()));
        set("privateKey", Files.readString(certificates.privateKey()));
        set("metadata", IdentityProvider.named("https://idp.example/metadata").metadata());
        set("ssh", sshPublicKey());
    }

    private static String sshPublicKey() throws GeneralSecurityException {
        byte[] key = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                + "\n-----END PUBLIC KEY-----\n";
    }

    private void set(String name, String value) {
        variables.put(name, StringNode.valueOf(value));
    }

    /**
     * A line of the table.
     *
     * @param who the variable with the caller's credentials; empty for the administrator
     * @param outcome what is kept of the answer, as {@code name=/pointer}; or {@code !Code: the reason for this refusal}
     */
    public record Step(String who, String operation, String input, String outcome) {}

    /** All lines. */
    public static List<Step> steps() throws IOException {
        return rows("every-operation.tsv")
                .map(field -> new Step(field[0], field[1], field[2], field.length > 3 ? field[3] : ""))
                .toList();
    }

    /** All operations of AWS's models, with their services. */
    public static Map<String, String> services() throws IOException {
        return rows("/io/claviger/wire/operations.tsv")
                .skip(1)
                .collect(Collectors.toMap(field -> field[1], field -> field[0]));
    }

    private static Stream<String[]> rows(String file) throws IOException {
        try (InputStream table = EveryOperation.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1));
        }
    }

    /** Makes a call, and compares its answer with the line. */
    public void take(Step step) throws Exception {
        if (variables.containsKey("device")) {
            codes();
        }
        Key key = step.who().isEmpty() ? ADMINISTRATOR : Key.from(Objects.requireNonNull(variables.get(step.who())));
        Map<String, Object> input = json.readValue(filled(step.input()), new TypeReference<>() {});
        Answer answer =
                answer(new Call(key, Objects.requireNonNull(services.get(step.operation())), step.operation(), input));
        switch (answer) {
            case Refusal refusal ->
                assertThat("!" + refusal.code())
                        .as("%s: %s", step.operation(), refusal.message())
                        .isEqualTo(step.outcome().replaceAll(":.*", ""));
            case Result result -> {
                assertThat(step.outcome()).as(step.operation()).doesNotStartWith("!");
                keep(step.outcome(), result.members());
            }
        }
    }

    /** A credential report is made in the background, so anyone who wants it asks again. */
    private Answer answer(Call call) throws InterruptedException {
        Answer answer = client.call(call);
        for (int i = 0; i < MOST_QUESTIONS && isInProgress(answer); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            answer = client.call(call);
        }
        return answer;
    }

    private static boolean isInProgress(Answer answer) {
        return answer instanceof Refusal refusal && refusal.code().equals("ReportInProgress");
    }

    private void keep(String outcome, JsonNode members) {
        if (!outcome.isEmpty()) {
            String[] kept = outcome.split("=", 2);
            JsonNode value = members.at(kept[1]);
            assertThat(value.isMissingNode()).as(outcome).isFalse();
            variables.put(kept[0], value);
        }
    }

    /** The text with its variables' values, as they stand within JSON's quotation marks. */
    private String filled(String text) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            JsonNode variable = Objects.requireNonNull(variables.get(found.group(1)), found.group());
            String value = (found.group(2) == null ? variable : variable.path(found.group(2))).asString();
            String quoted = json.writeValueAsString(value);
            return Matcher.quoteReplacement(quoted.substring(1, quoted.length() - 1));
        });
    }

    /** What the device that was made shows now, and half a minute ago. */
    private void codes() throws GeneralSecurityException {
        byte[] shown = Base64.getDecoder()
                .decode(Objects.requireNonNull(variables.get("device"))
                        .path("Base32StringSeed")
                        .asString());
        OneTimeCodes codes = new OneTimeCodes(new String(shown, StandardCharsets.US_ASCII));
        set("code1", codes.at(Instant.now().minusSeconds(30)));
        set("code2", codes.at(Instant.now()));
    }
}
