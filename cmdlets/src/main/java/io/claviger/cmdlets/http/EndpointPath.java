package io.claviger.cmdlets.http;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * The path that an endpoint's address has. The SDK leaves it out of the calls of IAM and STS (<a
 * href="https://github.com/aws/aws-sdk-java-v2/issues/3387">its issue 3387</a>), so another application at the server's
 * root would get them. Immutable.
 *
 * @param path the path, as it stands in the address
 */
record EndpointPath(String path) implements ExecutionInterceptor {

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        SdkHttpRequest request = context.httpRequest();
        return request.encodedPath().startsWith(path)
                ? request
                : request.toBuilder().encodedPath(path).build();
    }
}
