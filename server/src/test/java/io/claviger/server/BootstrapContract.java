package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.federation.saml.IdentityProvider;
import io.claviger.server.command.Variables;
import io.claviger.server.composition.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** Starts servers with a declared account. */
abstract class BootstrapContract extends UpkeepGround {

    static final String GIVEN = "AKIAGIVENGIVENGIVEN1";
    static final String SECRET = "given/secret/given/secret/given/secret12";
    static final Map<String, String> ENVIRONMENT = Map.of(
            Variables.ACCOUNT_ID,
            Samples.ACCOUNT,
            Variables.ACCESS_KEY_ID,
            Samples.KEY_ID,
            Variables.SECRET_ACCESS_KEY,
            Samples.SECRET,
            Variables.ROOT_PASSWORD,
            Samples.PASSWORD,
            "DEPLOYERS_SECRET",
            SECRET);
    static final String ALL = """
        account: "123456789012"
        policies:
          - name: deployers
            path: /ci/
            description: What the pipeline may do
            document:
              Version: 2012-10-17
              Statement:
                - {Effect: Allow, Action: ["s3:PutObject"], Resource: "arn:aws:s3:::releases/*"}
            tags: {team: build, number: 12}
          - {name: limits, document: limits.json}
        groups:
          - name: Developers
            path: /eng/
            policies: [ReadOnlyAccess, deployers]
            inline_policies:
              listing: {Version: "2012-10-17", Statement: {Effect: Allow, Action: "s3:List*", Resource: "*"}}
        users:
          - name: alice
            path: /eng/
            boundary: limits
            tags: {claviger:access-keys-end: 90}
            groups: [Developers]
            access_keys:
              - file: alice.credentials
          - name: deployer
            policies: [deployers, "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"]
            inline_policies: {own: limits.json}
            access_keys:
              - {id: AKIAGIVENGIVENGIVEN1, secret_env: DEPLOYERS_SECRET}
        oidc_providers:
          - {url: "https://token.actions.example.com", client_ids: [sts.amazonaws.com],\
             thumbprints: [990f4193972f2becf12ddeda5237f9c952f20d9e], tags: {kind: ci}}
        saml_providers:
          - {name: corp, metadata_file: idp.xml}
        roles:
          - name: release
            description: Makes releases
            trust:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: {AWS: "arn:aws:iam::123456789012:user/deployer"}
                  Action: sts:AssumeRole
            max_session: 7200
            boundary: limits
            policies: [deployers]
            tags: {team: build}
        """;

    Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("bootstrap.yaml"), ALL);
        Files.writeString(
                directory.resolve("limits.json"),
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}");
        Files.writeString(
                directory.resolve("idp.xml"),
                IdentityProvider.named("https://idp.example/metadata").metadata());
    }

    int start(String... more) {
        return start(ENVIRONMENT, more);
    }

    int start(Map<String, String> environment, String... more) {
        return run(
                environment,
                Stream.concat(
                                Stream.of(
                                        "start",
                                        "--port",
                                        "0",
                                        "--data",
                                        data().toString(),
                                        "--bootstrap",
                                        file.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    void change(String from, String to) throws IOException {
        assertThat(Files.readString(file)).contains(from);
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    ApiCaller administrator(RunningServer server) {
        return ApiCaller.administrator(server.endpoint(), () -> Samples.NOW);
    }
}
