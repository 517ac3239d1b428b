package io.claviger.cmdlets.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.powershell.operator.ExceptionTypes;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Scripts catch every exception of the services by its name. */
class ServiceExceptionTypesTest {

    /** The exceptions among the classes of a service's model in AWS's SDK, but the one that all others extend. */
    private static Set<String> ofSdk(Class<?> client, String every) throws IOException, URISyntaxException {
        URI jar = client.getProtectionDomain().getCodeSource().getLocation().toURI();
        String folder = client.getPackageName().replace('.', '/') + "/model";
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar), Map.of());
                Stream<Path> classes = Files.list(files.getPath(folder))) {
            return classes.map(one -> one.getFileName().toString())
                    .filter(name -> name.endsWith("Exception.class") && !name.equals(every + ".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @CsvSource({"IdentityManagement, IamException", "SecurityToken, StsException"})
    void everyExceptionOfTheServicesIsCaughtByItsName(String service, String every)
            throws IOException, URISyntaxException {
        Set<String> all = ofSdk(every.startsWith("Iam") ? IamClient.class : StsClient.class, every);
        assertThat(all).hasSizeGreaterThan(8);
        assertThat(new AwsTypes().exceptions().keySet())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .containsAll(all.stream()
                        .map(name -> "amazon." + service.toLowerCase(Locale.ROOT) + ".model." + name)
                        .toList());
        assertThat(all)
                .allSatisfy(name -> assertThat(ExceptionTypes.find("amazon." + service + ".Model." + name))
                        .hasValueSatisfying(found -> assertThat(ExceptionTypes.withBases(found))
                                .hasSize(4)
                                .endsWith("Amazon.Runtime.AmazonServiceException", "System.Exception")));
    }
}
