package io.claviger.operations.account;

import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.Page;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;

/**
 * What an account can be given at AWS and that no operation gives it here: an alias, a password policy. So it has none.
 * Clients ask for both in passing.
 */
public final class AccountSettings {

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:ListAccountAliases",
                        ListAccountAliasesRequest.class,
                        Finder.anything(),
                        AccountSettings::aliases),
                Operation.on(
                        "iam:GetAccountPasswordPolicy",
                        GetAccountPasswordPolicyRequest.class,
                        Finder.anything(),
                        AccountSettings::passwordPolicy));
    }

    private static ListAccountAliasesResponse aliases(Execution<ListAccountAliasesRequest> execution) {
        // A list of one page never gave a marker.
        new Page.Request("aliases", null, execution.request().marker(), null).slice();
        return ListAccountAliasesResponse.builder()
                .accountAliases(List.of())
                .isTruncated(false)
                .build();
    }

    private static GetAccountPasswordPolicyResponse passwordPolicy(
            Execution<GetAccountPasswordPolicyRequest> execution) {
        throw Refused.noSuchEntity(
                "The Password Policy with domain name " + execution.call().accountId() + " cannot be found.");
    }
}
