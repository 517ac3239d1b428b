package io.claviger.operations.account;

import io.claviger.iam.Account;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasResponse;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;

/**
 * The account's alias: a name that people can sign in with instead of its ID. An account has one at most, and no two
 * accounts have the same.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/console-account-alias.html">Use an alias for your AWS
 *     account ID</a>
 */
public final class AccountAliases {

    private static final String ACCOUNT_ID = "[0-9]{12}";

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:CreateAccountAlias",
                        CreateAccountAliasRequest.class,
                        Finder.anything(),
                        AccountAliases::create),
                Operation.on(
                        "iam:ListAccountAliases",
                        ListAccountAliasesRequest.class,
                        Finder.anything(),
                        AccountAliases::list),
                Operation.on(
                        "iam:DeleteAccountAlias",
                        DeleteAccountAliasRequest.class,
                        Finder.anything(),
                        AccountAliases::delete));
    }

    /** A new alias takes the place of the one before. */
    private static CreateAccountAliasResponse create(Execution<CreateAccountAliasRequest> execution) {
        String alias = execution.request().accountAlias();
        if (alias.matches(ACCOUNT_ID)) {
            throw Refused.validation("The account alias " + alias + " looks like the ID of an account.");
        }
        execution.write(writing -> {
            if (writing.accounts().byAlias(alias).isPresent()) {
                throw Refused.alreadyExists("The account alias " + alias + " already exists.");
            }
            Account named = writing.accounts()
                    .byId(execution.call().accountId())
                    .orElseThrow()
                    .withAlias(alias);
            writing.update(named);
            return named;
        });
        return CreateAccountAliasResponse.builder().build();
    }

    private static ListAccountAliasesResponse list(Execution<ListAccountAliasesRequest> execution) {
        // A list of one page never gave a marker.
        new Page.Request(
                        "aliases",
                        null,
                        execution.request().marker(),
                        execution.request().maxItems())
                .slice();
        Call call = execution.call();
        Optional<String> alias = execution
                .read(reading -> reading.accounts().byId(call.accountId()))
                .flatMap(account -> Optional.ofNullable(account.alias()));
        return ListAccountAliasesResponse.builder()
                .accountAliases(alias.map(List::of).orElse(List.of()))
                .isTruncated(false)
                .build();
    }

    private static DeleteAccountAliasResponse delete(Execution<DeleteAccountAliasRequest> execution) {
        String alias = execution.request().accountAlias();
        execution.write(writing -> {
            Account unnamed = writing.accounts()
                    .byAlias(alias)
                    .filter(account ->
                            account.accountId().equals(execution.call().accountId()))
                    .orElseThrow(() -> Refused.noSuchEntity("The account alias " + alias + " cannot be found."))
                    .withAlias(null);
            writing.update(unnamed);
            return unnamed;
        });
        return DeleteAccountAliasResponse.builder().build();
    }
}
