package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;

/** Every operation of IAM that takes an ARN refuses what is none, before it asks who may call it. */
class RequestedArnsTest extends OnAWorkbench {

    private static final Set<String> ARNS =
            Set.of("SAMLProviderArn", "OpenIDConnectProviderArn", "TemplateArn", "EntityArn", "Arn");
    private static final Set<String> OF_PROVIDERS = Set.of("SAMLProviderArn", "OpenIDConnectProviderArn");

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
                "arn:aws:iam::123456789012:provider/x|ValidationError|Invalid ARN resource type"
            })
    void areRefusedForWhatTheyAreWhoeverAsks(String arn, String code, String text) {
        assertThat(requestsWith(ARNS, arn)).hasSizeGreaterThan(17);
        assertAllRefused(ARNS, arn, code, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:policy/x",
                "arn:aws:iam::12345:saml-provider/x",
                "arn:aws:iam::123456789012:saml-provider/",
                "arn:aws:iam::12345:oidc-provider/x",
                "arn:aws:iam::123456789012:oidc-provider/"
            })
    void ofProvidersMustBeOfProviders(String arn) {
        assertAllRefused(OF_PROVIDERS, arn, "InvalidInput", "ARN " + arn + " is not valid.");
    }

    private void assertAllRefused(Set<String> parameters, String arn, String code, String text) {
        Actor nobody = bench.user("nobody");
        for (AwsRequest request : requestsWith(parameters, arn)) {
            for (Actor actor : List.of(bench.administrator(), nobody)) {
                assertRefused(() -> actor.call(request), code, text);
            }
        }
    }

    private static List<AwsRequest> requestsWith(Set<String> parameters, String arn) {
        return MinimalRequests.byOperation(READ_ONLY, "AKIA").values().stream()
                .flatMap(request -> with(request, parameters, arn))
                .toList();
    }

    private static Stream<AwsRequest> with(AwsRequest request, Set<String> parameters, String arn) {
        AwsRequest.Builder builder = request.toBuilder();
        for (SdkField<?> field : request.sdkFields()) {
            if (parameters.contains(field.locationName())) {
                field.set(builder, arn);
                return Stream.of(builder.build());
            }
        }
        return Stream.empty();
    }
}
