package io.claviger.operations.gate;

import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * What is in the one blob of a response, if it may be too long for memory. The blob itself is empty then, and what belongs
 * into it is the content of the response's HTTP response, which is read while the answer is sent.
 */
public final class LongContent {

    private LongContent() {}

    /** Leaves a response's blob to be read from a stream. */
    public static void follow(AwsResponse.Builder response, InputStream content) {
        response.sdkHttpResponse(SdkHttpFullResponse.builder()
                .content(AbortableInputStream.create(content))
                .build());
    }

    /** What belongs into a response's blob; empty if the response has all that it needs. */
    public static Optional<InputStream> of(AwsResponse response) {
        return response.sdkHttpResponse() instanceof SdkHttpFullResponse http
                ? http.content().map(InputStream.class::cast)
                : Optional.empty();
    }
}
