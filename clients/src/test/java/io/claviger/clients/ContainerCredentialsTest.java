package io.claviger.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients as in a pod that knows nothing but the URI of its credentials, and has a token. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerCredentialsTest {

    private static final String URI = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private static final String FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
    private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";

    private final Path directory;
    private final Cluster cluster;

    ContainerCredentialsTest(@TempDir Path directory) throws Exception {
        this.directory = directory;
        cluster = new Cluster(directory, Optional.empty());
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    private static String uri(Cluster cluster, String more) {
        return cluster.program().endpoint() + "/v1/credentials?role=" + Cluster.ROLE + more;
    }

    private SelfReliant.Said said(SelfReliant client, Map<String, String> environment) throws Exception {
        return client.ask(cluster.program(), cluster.home(), environment, "");
    }

    @ParameterizedTest
    @EnumSource
    void findsCredentialsWithTheTokenInAFile(SelfReliant client) throws Exception {
        assertThat(said(
                        client,
                        Map.of(
                                URI,
                                uri(cluster, ""),
                                FILE,
                                cluster.file(cluster.token()).toString())))
                .matches(SelfReliant.Said::succeeded)
                .extracting(SelfReliant.Said::text)
                .asString()
                .contains(Cluster.session("app-web"));
    }

    @ParameterizedTest
    @EnumSource
    void findsCredentialsWithTheTokenInTheEnvironment(SelfReliant client) throws Exception {
        assertThat(said(client, Map.of(URI, uri(cluster, "&session=night&duration=900"), TOKEN, cluster.token())))
                .matches(SelfReliant.Said::succeeded)
                .extracting(SelfReliant.Said::text)
                .asString()
                .contains(Cluster.session("night"));
    }

    /** aws-cli and boto3 show why; the others show that they found nothing. */
    @ParameterizedTest
    @CsvSource({
        "AWS_CLI, Not authorized to perform sts:AssumeRoleWithWebIdentity",
        "BOTO3, Not authorized to perform sts:AssumeRoleWithWebIdentity",
        "JAVASCRIPT, Could not load credentials from any providers",
        "JAVA, ContainerCredentialsProvider(): Failed to load credentials",
        "CMDLETS, answers with status 403"
    })
    void hasNoneIfTheRoleDoesNotTrustTheToken(SelfReliant client, String reason) throws Exception {
        assertThat(said(client, Map.of(URI, uri(cluster, ""), TOKEN, cluster.foreignToken())))
                .matches(said -> !said.succeeded())
                .extracting(SelfReliant.Said::text)
                .asString()
                .contains(reason);
    }

    @Test
    void areGivenOverTlsToAnyHost() throws Exception {
        try (Cluster other =
                new Cluster(Files.createDirectory(directory.resolve("tls")), Optional.of(Certificates.in(directory)))) {
            assertThat(SelfReliant.JAVASCRIPT.ask(
                            other.program(),
                            other.home(),
                            Map.of(
                                    URI,
                                    uri(other, ""),
                                    FILE,
                                    other.file(other.token()).toString()),
                            ""))
                    .matches(SelfReliant.Said::succeeded)
                    .extracting(SelfReliant.Said::text)
                    .asString()
                    .contains(Cluster.session("app-web"));
        }
    }
}
