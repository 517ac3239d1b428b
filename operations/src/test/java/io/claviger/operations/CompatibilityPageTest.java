package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.wire.OperationModel;
import io.claviger.wire.Service;
import io.claviger.wire.ServiceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/compatibility.md} is written from the catalog. When the catalog has changed, run this test with
 * {@code -Dclaviger.golden=write} and commit the page.
 */
class CompatibilityPageTest extends OnAWorkbench {

    private static final Path PAGE = Path.of("..", "docs", "compatibility.md");

    private static final String HEAD = """
            # Compatibility

            The operations of AWS's IAM (API version 2010-05-08) and STS (2011-06-15), from AWS's own service models, and
            which of them Claviger has. To any other, Claviger answers as AWS answers to one that nobody has:
            `InvalidAction`.

            This page is written from the catalog of operations by `CompatibilityPageTest`.
            """;

    @Test
    void thePageSaysWhatTheCatalogHolds() throws IOException {
        String page = HEAD + section("IAM", Service.IAM) + section("STS", Service.STS);
        if ("write".equals(System.getProperty("claviger.golden"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page);
        assertThat(page.lines().filter(line -> line.endsWith("| yes |"))).hasSameSizeAs(bench.catalog.all());
    }

    private String section(String title, Service service) {
        List<String> names = ServiceModel.of(service).operations().stream()
                .map(OperationModel::name)
                .sorted()
                .toList();
        long supported =
                names.stream().filter(name -> isSupported(service, name)).count();
        StringBuilder section = new StringBuilder("\n## " + title + ": " + supported + " of " + names.size()
                + "\n\n| Operation | Supported |\n| --- | --- |\n");
        names.forEach(
                name -> section.append("| ").append(name).append(isSupported(service, name) ? " | yes |\n" : " | |\n"));
        return section.toString();
    }

    private boolean isSupported(Service service, String name) {
        return bench.catalog.find(service.signingName(), name).isPresent();
    }
}
