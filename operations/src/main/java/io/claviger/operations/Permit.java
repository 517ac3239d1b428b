package io.claviger.operations;

import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;

/** The right to execute one request once admitted. Only the {@link Gate} makes one. */
public final class Permit implements Admission {

    private final Supplier<AwsResponse> execution;

    Permit(Supplier<AwsResponse> execution) {
        this.execution = execution;
    }

    /**
     * Executes the request that was admitted.
     *
     * @throws Refused when the operation cannot be done; nothing was changed then
     * @throws io.claviger.iam.store.StoreFailure when the database fails; nothing was changed then
     */
    public AwsResponse execute() {
        return execution.get();
    }
}
