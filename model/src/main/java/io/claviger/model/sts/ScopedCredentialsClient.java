package io.claviger.model.sts;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkProtocolMetadata;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.client.config.SdkClientConfiguration;
import software.amazon.awssdk.core.client.handler.ClientExecutionParams;
import software.amazon.awssdk.core.client.handler.SyncClientHandler;
import software.amazon.awssdk.core.http.HttpResponseHandler;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;
import software.amazon.awssdk.protocols.core.OperationInfo;
import software.amazon.awssdk.protocols.query.AwsQueryProtocolFactory;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Calls GetScopedCredentials through a client of the SDK, which has no method for it yet. It does what the SDK's own methods
 * do, with the parts of that client, which the SDK keeps private. So it works with the version of the SDK that the project
 * pins, and says so with any other. Thread-safe.
 */
public final class ScopedCredentialsClient {

    private static final String NAME = "GetScopedCredentials";
    private static final OperationInfo OPERATION = OperationInfo.builder()
            .requestUri("/")
            .httpMethod(SdkHttpMethod.POST)
            .hasExplicitPayloadMember(false)
            .hasPayloadMembers(true)
            .operationIdentifier(NAME)
            .apiVersion("2011-06-15")
            .build();

    private final StsClient client;

    private ScopedCredentialsClient(StsClient client) {
        this.client = client;
    }

    /** Calls as this client does: with its credentials, its region and its settings. */
    public static ScopedCredentialsClient of(StsClient client) {
        return new ScopedCredentialsClient(client);
    }

    /**
     * Calls the service.
     *
     * @throws AwsServiceException when the service refuses
     * @throws software.amazon.awssdk.core.exception.SdkClientException when the service cannot be reached
     * @throws IllegalStateException when the client is not made as those of the pinned version of the SDK are
     */
    public GetScopedCredentialsResponse getScopedCredentials(GetScopedCredentialsRequest request) {
        AwsQueryProtocolFactory protocol = part("protocolFactory", AwsQueryProtocolFactory.class);
        HttpResponseHandler<GetScopedCredentialsResponse> answers =
                protocol.createResponseHandler(GetScopedCredentialsResponse::builder);
        HttpResponseHandler<AwsServiceException> refusals = protocol.createErrorResponseHandler();
        Method authSchemes = method("resolveAuthSchemeOptions");
        Method endpoint = method("resolveEndpoint");
        return part("clientHandler", SyncClientHandler.class)
                .execute(new ClientExecutionParams<GetScopedCredentialsRequest, GetScopedCredentialsResponse>()
                        .withOperationName(NAME)
                        .withProtocolMetadata(part("protocolMetadata", SdkProtocolMetadata.class))
                        .withResponseHandler(answers)
                        .withErrorResponseHandler(refusals)
                        .withRequestConfiguration(part("clientConfiguration", SdkClientConfiguration.class))
                        .withInput(request)
                        .withAuthSchemeOptionsResolver((asked, attributes) -> options(authSchemes, asked, attributes))
                        .withEndpointResolver((asked, attributes) -> (Endpoint) call(endpoint, asked, attributes))
                        .withMarshaller(asked ->
                                protocol.createProtocolMarshaller(OPERATION).marshall(asked)));
    }

    private <T> T part(String name, Class<T> type) {
        try {
            Field field = client.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return type.cast(field.get(client));
        } catch (ReflectiveOperationException | ClassCastException other) {
            throw otherVersion(other);
        }
    }

    private Method method(String name) {
        try {
            Method method = client.getClass().getDeclaredMethod(name, SdkRequest.class, ExecutionAttributes.class);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException other) {
            throw otherVersion(other);
        }
    }

    @SuppressWarnings("unchecked") // what that method gives
    private List<AuthSchemeOption> options(Method method, SdkRequest request, ExecutionAttributes attributes) {
        return (List<AuthSchemeOption>) call(method, request, attributes);
    }

    private Object call(Method method, SdkRequest request, ExecutionAttributes attributes) {
        try {
            return method.invoke(client, request, attributes);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw otherVersion(failed);
        } catch (IllegalAccessException other) {
            throw otherVersion(other);
        }
    }

    private IllegalStateException otherVersion(Exception cause) {
        return new IllegalStateException(
                NAME + " cannot be called through " + client.getClass().getName() + " of this version of the SDK",
                cause);
    }
}
