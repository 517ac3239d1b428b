package io.claviger.operations.account;

import io.claviger.iam.TokenPreference;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.SetSecurityTokenServicePreferencesRequest;
import software.amazon.awssdk.services.iam.model.SetSecurityTokenServicePreferencesResponse;

/**
 * Which session tokens an account gets of the global endpoint of STS. Here all tokens are good everywhere, so the
 * preference is kept and shown in the account's summary.
 */
public final class TokenPreferences {

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(Operation.on(
                "iam:SetSecurityTokenServicePreferences",
                SetSecurityTokenServicePreferencesRequest.class,
                Finder.anything(),
                TokenPreferences::set));
    }

    private static SetSecurityTokenServicePreferencesResponse set(
            Execution<SetSecurityTokenServicePreferencesRequest> execution) {
        int version = switch (execution.request().globalEndpointTokenVersion()) {
            case V1_TOKEN -> 1;
            case V2_TOKEN -> 2;
            case UNKNOWN_TO_SDK_VERSION ->
                throw Refused.validation("GlobalEndpointTokenVersion must be v1Token or v2Token.");
        };
        String accountId = execution.call().accountId();
        return execution.write(writing -> {
            writing.update(new TokenPreference(accountId, version));
            return SetSecurityTokenServicePreferencesResponse.builder().build();
        });
    }
}
