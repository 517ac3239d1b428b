package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.wire.OperationModel;
import io.claviger.wire.Service;
import io.claviger.wire.ServiceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamRequest;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsRequest;

/**
 * {@code docs/compatibility.md} is written from the catalog, and the README's counts are the catalog's. When the catalog
 * has changed, run this test with {@code -Dclaviger.golden=write}, commit the page, and correct the README.
 */
class CompatibilityPageTest extends OnAWorkbench {

    private static final Path PAGE = Path.of("..", "docs", "compatibility.md");
    private static final Path README = Path.of("..", "README.md");

    /** GetScopedCredentials of STS, which AWS's other SDKs have, and the SDK for Java does not have yet. */
    private static final int NOT_IN_THE_SDK = 1;

    private static final String HEAD = """
        # Compatibility

        This page lists the operations of AWS's IAM (API version 2010-05-08) and STS (2011-06-15), from AWS's own service
        models, and says which of them Claviger has. To all others Claviger answers `InvalidAction`, as AWS answers to an
        operation that does not exist.

        `CompatibilityPageTest` writes this page from the catalog of operations.
        """;

    @Test
    void thePageSaysWhatTheCatalogHolds() throws IOException {
        String page = HEAD + section("IAM", Service.IAM) + section("STS", Service.STS);
        if ("write".equals(System.getProperty("claviger.golden"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("-Dclaviger.golden=write writes it").hasContent(page);
        assertThat(page.lines().filter(line -> line.endsWith("| yes |"))).hasSameSizeAs(bench.catalog.all());
    }

    @Test
    void theReadmeCountsWhatTheCatalogHolds() throws IOException {
        String counts = Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("Claviger has "))
                .findFirst()
                .orElse("");
        assertThat(counts)
                .startsWith("Claviger has " + count(Service.IAM) + " IAM operations and " + count(Service.STS)
                        + " STS operations");
    }

    @Test
    void noOperationOfTheSdkIsMissing() {
        assertThat(names(Service.IAM)).hasSize(requests(IamClient.class, IamRequest.class));
        assertThat(names(Service.STS)).hasSize(requests(StsClient.class, StsRequest.class) + NOT_IN_THE_SDK);
    }

    private static int requests(Class<?> client, Class<?> request) {
        return (int) Arrays.stream(client.getMethods())
                .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .filter(request::isAssignableFrom)
                .distinct()
                .count();
    }

    private static List<String> names(Service service) {
        return ServiceModel.of(service).operations().stream()
                .map(OperationModel::name)
                .sorted()
                .toList();
    }

    private String count(Service service) {
        List<String> names = names(service);
        long supported =
                names.stream().filter(name -> isSupported(service, name)).count();
        return supported + " of " + names.size();
    }

    private String section(String title, Service service) {
        List<String> names = names(service);
        StringBuilder section = new StringBuilder(
                "\n## " + title + ": " + count(service) + "\n\n| Operation | Supported |\n| --- | --- |\n");
        names.forEach(
                name -> section.append("| ").append(name).append(isSupported(service, name) ? " | yes |\n" : " | |\n"));
        return section.toString();
    }

    private boolean isSupported(Service service, String name) {
        return bench.catalog.find(service.signingName(), name).isPresent();
    }
}
