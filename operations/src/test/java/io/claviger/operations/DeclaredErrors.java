package io.claviger.operations;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** What AWS's service models say of their operations, as the SDK's clients declare it. */
final class DeclaredErrors {

    /** Errors that every operation may answer with, and that no model lists. */
    private static final Set<String> COMMON = Set.of("AccessDenied", "InvalidClientTokenId", "ValidationError");

    private static final String EXCEPTION = "Exception";

    private DeclaredErrors() {}

    /** The method of the SDK's client for each operation of a service. */
    static Stream<Method> operationsOf(Class<?> client) {
        return Arrays.stream(client.getMethods())
                .filter(method -> method.getParameterCount() == 1)
                .filter(method -> AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .filter(method -> method.getReturnType().getSimpleName().endsWith("Response"));
    }

    /** Whether an operation may answer with an error. */
    static boolean allow(Class<? extends AwsRequest> request, ErrorCode code) {
        return COMMON.contains(code.wireName()) || of(request).contains(code.wireName());
    }

    private static Set<String> of(Class<? extends AwsRequest> request) {
        return Stream.concat(operationsOf(IamClient.class), operationsOf(StsClient.class))
                .filter(method -> method.getParameterTypes()[0] == request)
                .flatMap(method -> Arrays.stream(method.getExceptionTypes()))
                .map(Class::getSimpleName)
                .map(name -> name.substring(0, name.length() - EXCEPTION.length()))
                .collect(Collectors.toSet());
    }
}
