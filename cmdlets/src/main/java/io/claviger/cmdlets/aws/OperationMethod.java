package io.claviger.cmdlets.aws;

import io.claviger.model.sts.GetScopedCredentialsRequest;
import io.claviger.model.sts.GetScopedCredentialsResponse;
import io.claviger.model.sts.ScopedCredentialsClient;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The SDK's method for an operation, found by name when it is first needed. So a command loads only the classes of its
 * own operation.
 */
record OperationMethod(MethodHandle method, MethodHandle requestBuilder, MethodHandle responseBuilder) {

    private static final Map<String, OperationMethod> KNOWN = new ConcurrentHashMap<>();

    /** The method for an operation. */
    static OperationMethod of(ServiceOperation operation) {
        return KNOWN.computeIfAbsent(operation.service() + operation.name(), _ -> find(operation));
    }

    private static OperationMethod find(ServiceOperation operation) {
        String name = operation.name();
        if (name.equals("GetScopedCredentials")) {
            return scopedCredentials();
        }
        try {
            String java = operation.service().javaPackage() + operation.javaName();
            Class<?> request = Class.forName(java + "Request");
            Class<?> response = Class.forName(java + "Response");
            Class<?> client = switch (operation.service()) {
                case IAM -> IamClient.class;
                case STS -> StsClient.class;
            };
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            return new OperationMethod(
                    lookup.findVirtual(
                                    client,
                                    name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
                                    MethodType.methodType(response, request))
                            .asType(MethodType.methodType(AwsResponse.class, AwsClient.class, SdkRequest.class)),
                    builder(lookup, request),
                    builder(lookup, response));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** GetScopedCredentials, for which the SDK's client has no method yet. */
    private static OperationMethod scopedCredentials() {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            return new OperationMethod(
                    lookup.findStatic(
                                    OperationMethod.class,
                                    "call",
                                    MethodType.methodType(
                                            AwsResponse.class, StsClient.class, GetScopedCredentialsRequest.class))
                            .asType(MethodType.methodType(AwsResponse.class, AwsClient.class, SdkRequest.class)),
                    builder(lookup, GetScopedCredentialsRequest.class),
                    builder(lookup, GetScopedCredentialsResponse.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("UnusedMethod") // found by its name
    private static AwsResponse call(StsClient client, GetScopedCredentialsRequest request) {
        return ScopedCredentialsClient.of(client).getScopedCredentials(request);
    }

    private static MethodHandle builder(MethodHandles.Lookup lookup, Class<?> model)
            throws ReflectiveOperationException {
        Class<?> builder = Class.forName(model.getName() + "$Builder");
        return lookup.findStatic(model, "builder", MethodType.methodType(builder))
                .asType(MethodType.methodType(SdkPojo.class));
    }

    /** An empty request, to be filled and built. */
    SdkPojo request() {
        return made(requestBuilder);
    }

    /** An empty response, whose members can be looked at. */
    SdkPojo response() {
        return made(responseBuilder);
    }

    private static SdkPojo made(MethodHandle builder) {
        try {
            return (SdkPojo) builder.invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Calls the service.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException when it fails
     */
    AwsResponse call(AwsClient client, SdkRequest request) {
        try {
            return (AwsResponse) method.invokeExact(client, request);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
