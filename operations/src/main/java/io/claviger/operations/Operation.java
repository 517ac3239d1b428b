package io.claviger.operations;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * A row of the catalog: an operation of AWS's API, what it needs and what does it. Only the gate can have it done, see
 * {@link Permit}.
 *
 * @param <Q> the request's class in AWS's SDK
 */
public final class Operation<Q extends AwsRequest> {

    private static final String REQUEST = "Request";

    /** The words that AWS writes in capitals and the SDK does not: of ListMFADevices it makes ListMfaDevices. */
    private static final Pattern CAPITAL_WORDS = Pattern.compile("(?:Mfa|Saml|Ssh|(?<=Client|Open)Id)(?=[A-Z]|$)");

    private final Class<Q> requestClass;
    private final String service;
    private final String name;
    private final Need<Q> need;
    private final BiFunction<Call, Q, ? extends AwsResponse> execution;

    private Operation(Class<Q> requestClass, Need<Q> need, BiFunction<Call, Q, ? extends AwsResponse> execution) {
        this.requestClass = requestClass;
        this.service = serviceOf(requestClass);
        this.name = nameOf(requestClass);
        this.need = need;
        this.execution = execution;
    }

    /** How the one target of an operation is found. */
    @FunctionalInterface
    interface Finder<Q> {

        /** The target of this request. */
        Target find(Targets targets, Call call, Q request);
    }

    /** An operation whose one check is of its own action on the target that the finder finds. */
    static <Q extends AwsRequest> Operation<Q> on(
            Class<Q> requestClass, Finder<Q> finder, BiFunction<Call, Q, ? extends AwsResponse> execution) {
        String action = actionOf(requestClass);
        Need.Permission<Q> need =
                (targets, call, request) -> List.of(new Check(action, finder.find(targets, call, request)));
        return new Operation<>(requestClass, need, execution);
    }

    /** An operation with checks of its own. */
    static <Q extends AwsRequest> Operation<Q> needing(
            Class<Q> requestClass, Need.Permission<Q> need, BiFunction<Call, Q, ? extends AwsResponse> execution) {
        return new Operation<>(requestClass, need, execution);
    }

    /** An operation that AWS lets every authenticated caller do. */
    static <Q extends AwsRequest> Operation<Q> unrestricted(
            Class<Q> requestClass, String reason, BiFunction<Call, Q, ? extends AwsResponse> execution) {
        return new Operation<>(requestClass, new Need.SignatureOnly<>(reason), execution);
    }

    /** The class of its requests. */
    public Class<Q> requestClass() {
        return requestClass;
    }

    /** The signing name of its service: {@code iam} or {@code sts}. */
    public String service() {
        return service;
    }

    /** Its name, such as {@code CreateUser}. */
    public String name() {
        return name;
    }

    Need<Q> need() {
        return need;
    }

    AwsResponse execute(Call call, Q request) {
        return execution.apply(call, request);
    }

    private static String actionOf(Class<? extends AwsRequest> requestClass) {
        return serviceOf(requestClass) + ":" + nameOf(requestClass);
    }

    /** The SDK keeps the classes of a service in a package of the service's name. */
    private static String serviceOf(Class<? extends AwsRequest> requestClass) {
        String modelPackage = requestClass.getPackageName();
        String servicePackage = modelPackage.substring(0, modelPackage.lastIndexOf('.'));
        return servicePackage.substring(servicePackage.lastIndexOf('.') + 1);
    }

    /** AWS's name of the operation of these requests. */
    static String nameOf(Class<? extends AwsRequest> requestClass) {
        String name = requestClass.getSimpleName();
        return CAPITAL_WORDS
                .matcher(name.substring(0, name.length() - REQUEST.length()))
                .replaceAll(word -> word.group().toUpperCase(Locale.ROOT));
    }
}
