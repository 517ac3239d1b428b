package io.claviger.wire;

import io.claviger.model.sts.GetScopedCredentialsRequest;
import io.claviger.model.sts.ScopedCredentialsClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The AWS SDK's own clients, their requests caught and their answers ours. For one thread. */
final class OtherEnd implements SdkHttpClient {

    private final IamClient iam = IamClient.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(this)
            .overrideConfiguration(configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    private final StsClient sts = StsClient.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(this)
            .overrideConfiguration(configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();

    private byte[] answer = new byte[0];
    private int status = 200;
    private byte[] caught = new byte[0];

    SdkClient client(Service service) {
        return service == Service.IAM ? iam : sts;
    }

    /** Every method of the service's client that sends a request of a class of its own. */
    static Stream<Method> calls(Service service) {
        Class<?> client = service == Service.IAM ? IamClient.class : StsClient.class;
        return Arrays.stream(client.getMethods())
                .filter(method -> method.getParameterCount() == 1
                        && AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && AwsResponse.class.isAssignableFrom(method.getReturnType()));
    }

    /** The form that the client sends for the request. */
    byte[] marshal(OperationModel operation, AwsRequest request) {
        answer(
                200,
                ResponseWriter.response(
                        AnswerFormat.XML, operation.service(), operation, emptyResponse(operation), "id"));
        send(operation, request);
        return caught;
    }

    /** What the client makes of the answer. */
    AwsResponse unmarshal(OperationModel operation, AwsRequest request, byte[] xml) {
        answer(200, xml);
        return send(operation, request);
    }

    void answer(int status, byte[] xml) {
        this.status = status;
        this.answer = xml;
    }

    AwsResponse send(OperationModel operation, AwsRequest request) {
        if (request instanceof GetScopedCredentialsRequest notOfTheSdk) {
            return ScopedCredentialsClient.of(sts).getScopedCredentials(notOfTheSdk);
        }
        Method call = calls(operation.service())
                .filter(method -> method.getParameterTypes()[0] == request.getClass())
                .findFirst()
                .orElseThrow();
        try {
            return (AwsResponse) call.invoke(client(operation.service()), request);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(refused);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static AwsResponse emptyResponse(OperationModel operation) {
        return ((AwsResponse.Builder) ModelClasses.newBuilder(operation.output().responseClass())).build();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                caught = request.contentStreamProvider()
                        .map(provider -> bytes(provider.newStream()))
                        .orElseGet(() -> request.httpRequest()
                                .encodedQueryParameters()
                                .orElse("")
                                .getBytes(StandardCharsets.US_ASCII));
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder().statusCode(status).build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
                        .build();
            }

            @Override
            public void abort() {}
        };
    }

    private static byte[] bytes(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {}
}
