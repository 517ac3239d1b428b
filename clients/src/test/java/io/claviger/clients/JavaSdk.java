package io.claviger.clients;

import io.claviger.clients.Answer.Refusal;
import io.claviger.clients.Answer.Result;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The AWS SDK for Java, in this process. Methods and classes are found by the operation's name. */
final class JavaSdk implements Client {

    private final JsonMapper json = new JsonMapper();
    private final URI endpoint;
    private final SdkHttpClient http;

    JavaSdk(Program program) throws Exception {
        endpoint = program.endpoint();
        Apache5HttpClient.Builder builder = Apache5HttpClient.builder();
        if (program.tls().isPresent()) {
            var trusted = program.tls().get().trustManagers();
            builder.tlsTrustManagersProvider(() -> trusted);
        }
        http = builder.build();
    }

    @Override
    public Answer call(Call call) {
        try {
            return new Result(SdkJson.of((SdkPojo) invoke(call, "", call.input())));
        } catch (AwsServiceException refused) {
            return new Refusal(
                    refused.awsErrorDetails().errorCode(),
                    refused.awsErrorDetails().errorMessage(),
                    Optional.of(refused.statusCode()),
                    Optional.of(refused.getClass().getSimpleName()));
        }
    }

    @Override
    public List<JsonNode> pages(Call call, int pageSize) {
        Map<String, Object> input = new HashMap<>(call.input());
        input.put("MaxItems", pageSize);
        List<JsonNode> pages = new ArrayList<>();
        ((Iterable<?>) invoke(call, "Paginator", input)).forEach(page -> pages.add(SdkJson.of((SdkPojo) page)));
        return pages;
    }

    @Override
    public Optional<URI> presign(Call call) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(endpoint)
                .encodedPath("/")
                .putRawQueryParameter("Action", call.operation())
                .putRawQueryParameter("Version", "2011-06-15")
                .build();
        return Optional.of(AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(credentials(call.key()))
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, call.service())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(1)))
                .request()
                .getUri());
    }

    @Override
    public void close() {
        http.close();
    }

    private Object invoke(Call call, String suffix, Map<String, ?> input) {
        try {
            boolean iam = call.service().equals("iam");
            Method method = method(iam ? IamClient.class : StsClient.class, call.operation() + suffix);
            SdkPojo builder =
                    (SdkPojo) method.getParameterTypes()[0].getMethod("builder").invoke(null);
            SdkJson.fill(builder, json.valueToTree(input));
            return method.invoke(
                    iam ? client(IamClient.builder(), call.key()) : client(StsClient.builder(), call.key()),
                    ((Buildable) builder).build());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof AwsServiceException refused) {
                throw refused;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the SDK has no " + call.operation() + suffix, e);
        }
    }

    /** The method for an operation, whose request's class may be spelled otherwise, such as {@code Ssh} for SSH. */
    private static Method method(Class<?> client, String operation) throws NoSuchMethodException {
        String name = operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
        return Stream.of(client.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
                .filter(method -> AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .findAny()
                .orElseThrow(() -> new NoSuchMethodException(name));
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, Key key) {
        return builder.httpClient(http)
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials(key)))
                .build();
    }

    private static AwsCredentials credentials(Key key) {
        String token = key.token();
        return token != null
                ? AwsSessionCredentials.create(key.id(), key.secret(), token)
                : AwsBasicCredentials.create(key.id(), key.secret());
    }
}
