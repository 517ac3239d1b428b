package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;

/** Every operation that takes the ARN of an identity provider refuses what is none, before it asks who may call it. */
class ProviderArnsTest extends OnAWorkbench {

    private static final Set<String> ARNS = Set.of("SAMLProviderArn", "OpenIDConnectProviderArn");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "longprovidernamebutnoarn|ValidationError|Invalid ARN:  Could not be parsed!",
                " arn:aws:iam::123456789012:saml-provider/x|ValidationError|Invalid ARN:  Could not be parsed!",
                "arn:aws-cn:iam::123456789012:saml-provider/x|ValidationError|Invalid ARN partition",
                "arn:aws:sts::123456789012:oidc-provider/x|ValidationError|Invalid ARN service",
                "arn:aws:iam:us-east-1:123456789012:oidc-provider/x|ValidationError|Invalid ARN region",
                "arn:aws:iam::123456789012:provider/x|ValidationError|Invalid ARN resource type",
                "arn:aws:iam::123456789012:policy/x|InvalidInput|ARN %s is not valid.",
                "arn:aws:iam::12345:saml-provider/x|InvalidInput|ARN %s is not valid.",
                "arn:aws:iam::123456789012:saml-provider/|InvalidInput|ARN %s is not valid.",
                "arn:aws:iam::12345:oidc-provider/x|InvalidInput|ARN %s is not valid.",
                "arn:aws:iam::123456789012:oidc-provider/|InvalidInput|ARN %s is not valid."
            })
    void areRefusedForWhatTheyAreWhoeverAsks(String arn, String code, String text) {
        List<AwsRequest> requests = requestsWith(arn);
        Actor nobody = bench.user("nobody");

        assertThat(requests).hasSizeGreaterThan(12);
        for (AwsRequest request : requests) {
            for (Actor actor : List.of(bench.administrator(), nobody)) {
                assertRefused(() -> actor.call(request), code, text.formatted(arn));
            }
        }
    }

    private static List<AwsRequest> requestsWith(String arn) {
        return MinimalRequests.byOperation(READ_ONLY, "AKIA").values().stream()
                .flatMap(request -> with(request, arn))
                .toList();
    }

    private static Stream<AwsRequest> with(AwsRequest request, String arn) {
        AwsRequest.Builder builder = request.toBuilder();
        for (SdkField<?> field : request.sdkFields()) {
            if (ARNS.contains(field.locationName())) {
                field.set(builder, arn);
                return Stream.of(builder.build());
            }
        }
        return Stream.empty();
    }
}
