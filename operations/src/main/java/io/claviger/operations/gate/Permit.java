package io.claviger.operations.gate;

import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;

/** The right to execute one request once admitted. Only the {@link Gate} makes one. */
public final class Permit implements Admission {

    private final Supplier<AwsResponse> execution;

    Permit(Supplier<AwsResponse> execution) {
        this.execution = execution;
    }

    /**
     * Executes the request that was admitted, on what it was admitted for.
     *
     * @throws Refused when the operation cannot be done, or something else is there by now than was judged and the caller
     *     has no right on that; nothing was changed then
     * @throws io.claviger.iam.store.StoreFailure when the database fails; nothing was changed then
     */
    public AwsResponse execute() {
        return execution.get();
    }
}
