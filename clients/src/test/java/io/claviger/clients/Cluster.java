package io.claviger.clients;

import static io.claviger.clients.Program.ACCOUNT;
import static io.claviger.clients.Program.ADMINISTRATOR;

import io.claviger.federation.oidc.TestIssuer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A program, an identity provider whose keys it has in a file, and a role that trusts the provider's tokens. */
final class Cluster implements AutoCloseable {

    /** The role. */
    static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/pod";

    private final Path directory;
    private final TestIssuer issuer;
    private final Program program;
    private final Client administrator;

    Cluster(Path directory, Optional<Certificates> tls) throws Exception {
        this.directory = directory;
        issuer = TestIssuer.start();
        Path keys = Files.writeString(directory.resolve("keys.json"), issuer.jwks());
        program = Program.start(directory, tls, "--oidc-keys", issuer.url() + "=" + keys);
        administrator = new JavaSdk(program);
        done("CreateOpenIDConnectProvider", Map.of("Url", issuer.url(), "ClientIDList", List.of(TestIssuer.CLIENT)));
        done("CreateRole", Map.of("RoleName", "pod", "AssumeRolePolicyDocument", """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity",\
                "Principal":{"Federated":"arn:aws:iam::%1$s:oidc-provider/%2$s"},\
                "Condition":{"StringEquals":{"%2$s:sub":"system:serviceaccount:app:web"}}}]}""".formatted(
                        ACCOUNT, issuer.name())));
    }

    Program program() {
        return program;
    }

    /** What the administrator's call of IAM answers. */
    JsonNode done(String operation, Map<String, Object> input) {
        return switch (administrator.call(Call.iam(ADMINISTRATOR, operation, input))) {
            case Answer.Result(JsonNode result) -> result;
            case Answer.Refusal refusal -> throw new AssertionError(refusal);
        };
    }

    /** A session of the role by this name. */
    static String session(String name) {
        return "arn:aws:sts::" + ACCOUNT + ":assumed-role/pod/" + name;
    }

    /** A new token of the service account. */
    String token() {
        return issuer.token(Instant.now());
    }

    /** The same of another service account, which the role does not trust. */
    String foreignToken() {
        return issuer.token(Instant.now(), claims -> claims.subject("system:serviceaccount:app:other"));
    }

    /** The same in a file, as the platform writes it. */
    Path file(String token) throws Exception {
        return Files.writeString(Files.createTempFile(directory, "token", ""), token);
    }

    /** A directory for a client's own files. */
    Path home() throws Exception {
        return Files.createTempDirectory(directory, "home");
    }

    @Override
    public void close() {
        try (issuer;
                administrator) {
            program.close();
        }
    }
}
