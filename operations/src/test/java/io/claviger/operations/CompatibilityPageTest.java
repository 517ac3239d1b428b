package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.operations.gate.Operation;
import io.claviger.wire.OperationModel;
import io.claviger.wire.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamRequest;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsRequest;

/**
 * {@code docs/compatibility.md} and {@code docs/compatibility.json} are written from the catalog, from AWS's models and from
 * the lists of what differs, and the README's counts are the catalog's. When one of them has changed, run this test with
 * {@code -Dclaviger.golden=write}, commit the pages, and correct the README.
 */
class CompatibilityPageTest extends OnAWorkbench {

    private static final Path PAGE = Path.of("..", "docs", "compatibility.md");
    private static final Path DATA = Path.of("..", "docs", "compatibility.json");
    private static final Path README = Path.of("..", "README.md");

    /** GetScopedCredentials of STS, which AWS's other SDKs have, and the SDK for Java does not have yet. */
    private static final int NOT_IN_THE_SDK = 1;

    private final Compatibility compatibility = new Compatibility(bench.catalog);

    @Test
    void thePageSaysWhatTheCatalogHolds() throws IOException {
        String page = compatibility.page();
        assertIsWritten(PAGE, page);

        assertThat(page.lines().filter(line -> line.matches("\\| [A-Za-z]+ \\| yes \\|.*")))
                .hasSameSizeAs(bench.catalog.all());
    }

    @Test
    void theDataSayTheSame() throws IOException {
        String data = compatibility.data();
        assertIsWritten(DATA, data);

        assertThat(data.lines().filter(line -> line.contains("\"supported\": true")))
                .hasSameSizeAs(bench.catalog.all());
    }

    private static void assertIsWritten(Path file, String content) throws IOException {
        if ("write".equals(System.getProperty("claviger.golden"))) {
            Files.writeString(file, content);
        }

        assertThat(file).as("-Dclaviger.golden=write writes it").hasContent(content);
    }

    @Test
    void theReadmeCountsWhatTheCatalogHolds() throws IOException {
        String counts = Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("Claviger has "))
                .findFirst()
                .orElse("");
        assertThat(counts)
                .startsWith("Claviger has " + compatibility.count(Service.IAM) + " IAM operations and "
                        + compatibility.count(Service.STS) + " STS operations");
    }

    @Test
    void notesAreAboutOperationsThatThereAre() {
        assertThat(Stream.of(Service.IAM, Service.STS)
                        .flatMap(Compatibility::models)
                        .map(OperationModel::name))
                .containsAll(compatibility.notes().keySet());
    }

    @Test
    void noOperationOfTheSdkIsMissingInTheModels() {
        assertThat(Compatibility.models(Service.IAM))
                .hasSameSizeAs(requests(IamClient.class, IamRequest.class).toList());
        assertThat(Compatibility.models(Service.STS))
                .hasSize((int) requests(StsClient.class, StsRequest.class).count() + NOT_IN_THE_SDK);
    }

    @Test
    void everyOperationOfTheSdkIsInTheCatalog() {
        Set<Class<?>> there =
                bench.catalog.all().stream().map(Operation::requestClass).collect(Collectors.toSet());

        assertThat(there)
                .containsAll(requests(IamClient.class, IamRequest.class).toList())
                .containsAll(requests(StsClient.class, StsRequest.class).toList());
    }

    /** What a client of the SDK can send. */
    private static Stream<Class<?>> requests(Class<?> client, Class<?> request) {
        return Arrays.stream(client.getMethods())
                .<Class<?>>flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .filter(request::isAssignableFrom)
                .distinct();
    }
}
