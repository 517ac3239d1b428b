package io.claviger.operations;

import io.claviger.operations.gate.LongContent;
import java.io.InputStream;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;

/** Responses as clients get them. */
final class Sent {

    private Sent() {}

    /** The response with its long content, if it has one, in its place. */
    static AwsResponse whole(AwsResponse response) {
        InputStream content = LongContent.of(response).orElse(null);
        if (content == null) {
            return response;
        }
        GetCredentialReportResponse.Builder whole = ((GetCredentialReportResponse) response).toBuilder();
        whole.content(SdkBytes.fromInputStream(content)).sdkHttpResponse(null);
        return whole.build();
    }
}
