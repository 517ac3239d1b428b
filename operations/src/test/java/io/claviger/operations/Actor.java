package io.claviger.operations;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Somebody who calls operations, through AWS's own client interfaces. A refused call throws a {@link Refusal}.
 *
 * @param accessKeyId by which the caller signs
 * @param sessionToken comes with a temporary key
 */
record Actor(Workbench bench, String accessKeyId, @Nullable String sessionToken) {

    IamClient iam() {
        return client(IamClient.class);
    }

    StsClient sts() {
        return client(StsClient.class);
    }

    AwsResponse call(AwsRequest request) {
        return bench.call(this, request);
    }

    private <C> C client(Class<C> type) {
        InvocationHandler handler = this::invoke;
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** What takes a request object is a call; what takes its builder, or turns pages, the interface does itself. */
    private @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null
                && arguments[0] instanceof AwsRequest request
                && AwsResponse.class.isAssignableFrom(method.getReturnType())) {
            return call(request);
        }
        return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
}
