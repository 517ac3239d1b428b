package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;

/** Every operation that takes the ARN of a managed policy refuses what is none, before it asks who may call it. */
class MalformedArnsTest extends OnAWorkbench {

    private static final Set<String> ARNS = Set.of("PolicyArn", "PermissionsBoundary");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "longpolicynamebutnoarn|ValidationError|Invalid ARN:  Could not be parsed!",
                "AdministratorAccess|ValidationError|Invalid ARN:  Could not be parsed!",
                "arn:aws:iam:aws:policy/AdministratorAccess|ValidationError|Invalid ARN:  Could not be parsed!",
                "nra:aws:iam::aws:policy/AdministratorAccess|ValidationError|Invalid ARN:  Could not be parsed!",
                " arn:aws:iam::aws:policy/AdministratorAccess|ValidationError|Invalid ARN:  Could not be parsed!",
                "arn:aws:iam::aws:policy/AdministratorAccess |ValidationError|Invalid ARN:  Could not be parsed!",
                "arn:aws:iam::123456789012:policy/own\t|ValidationError|Invalid ARN:  Could not be parsed!",
                "arn:aws-cn:iam::aws:policy/AdministratorAccess|ValidationError|Invalid ARN partition",
                "arn::iam::123456789012:policy/own|ValidationError|Invalid ARN partition",
                "arn:aws:s3::123456789012:policy/own|ValidationError|Invalid ARN service",
                "arn:aws:IAM::123456789012:policy/own|ValidationError|Invalid ARN service",
                "arn:aws:iam:us-east-1:123456789012:policy/own|ValidationError|Invalid ARN region",
                "arn:aws:iam::123456789012:own|ValidationError|Invalid ARN resource type",
                "arn:aws:iam::123456789012:polizei/own|ValidationError|Invalid ARN resource type",
                "arn:aws:iam::123456789012:|ValidationError|Invalid ARN resource type",
                "arn:aws:iam::123456789012:user/bob|InvalidInput|ARN %s is not valid.",
                "arn:aws:iam::123456789012:policy/|InvalidInput|ARN %s is not valid.",
                "arn:aws:iam::12345:policy/own-policy|InvalidInput|ARN %s is not valid.",
                "arn:aws:iam::aws:policy/arn:aws:iam::aws:policy/SecurityAudit|InvalidInput|ARN %s is not valid."
            })
    void areRefusedForWhatTheyAreWhoeverAsks(String arn, String code, String text) {
        createUsers(MinimalRequests.USER);
        createGroups(MinimalRequests.GROUP);
        List<AwsRequest> requests = requestsWith(arn);
        Actor nobody = bench.user("nobody");

        assertThat(requests).hasSizeGreaterThan(15);
        for (AwsRequest request : requests) {
            for (Actor actor : List.of(bench.administrator(), bench.root(), nobody)) {
                assertRefused(() -> actor.call(request), code, text.formatted(arn));
            }
        }
    }

    private static List<AwsRequest> requestsWith(String arn) {
        List<AwsRequest> requests = new ArrayList<>();
        for (AwsRequest request : MinimalRequests.byOperation(READ_ONLY, "AKIA").values()) {
            for (SdkField<?> field : request.sdkFields()) {
                if (ARNS.contains(field.locationName())) {
                    AwsRequest.Builder builder = request.toBuilder();
                    field.set(builder, arn);
                    requests.add(builder.build());
                }
            }
        }
        return requests;
    }
}
