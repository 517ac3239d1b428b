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
 * Which version of session tokens the global endpoint of STS gives to an account. In Claviger every token is good in every
 * region, so the version changes nothing. It is kept, and the account's summary shows it.
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
