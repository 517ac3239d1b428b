package io.claviger.cmdlets.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.endpoints.IamEndpointProvider;

class ClientsTest {

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, aws-global, https://iam.amazonaws.com",
        "us-east-1, aws-global, https://iam.amazonaws.com",
        "cn-northwest-1, aws-cn-global, https://iam.cn-north-1.amazonaws.com.cn",
        "us-gov-east-1, aws-us-gov-global, https://iam.us-gov.amazonaws.com",
        "us-iso-east-1, aws-iso-global, https://iam.us-iso-east-1.c2s.ic.gov",
        "us-isob-east-1, aws-iso-b-global, https://iam.us-isob-east-1.sc2s.sgov.gov"
    })
    void iamIsWhereTheRegionsPartitionHasIt(String region, String global, String url) {
        Region found = Clients.global(Region.of(region));
        assertThat(found.id()).isEqualTo(global);
        assertThat(IamEndpointProvider.defaultProvider()
                        .resolveEndpoint(builder ->
                                builder.region(found).useDualStack(false).useFips(false))
                        .join()
                        .endpointUrl()
                        .toUri())
                .isEqualTo(URI.create(url));
    }
}
