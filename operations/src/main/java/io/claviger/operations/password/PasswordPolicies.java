package io.claviger.operations.password;

import io.claviger.iam.PasswordPolicy;
import io.claviger.iam.PasswordPolicy.Classes;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.gate.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyResponse;

/**
 * The account's password policy: set as a whole, looked at, deleted.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html">Set an
 *     account password policy for IAM users</a>
 */
public final class PasswordPolicies {

    private static final int DEFAULT_LENGTH = 6;

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:UpdateAccountPasswordPolicy",
                        UpdateAccountPasswordPolicyRequest.class,
                        Finder.anything(),
                        PasswordPolicies::update),
                Operation.needing(
                        "iam:GetAccountPasswordPolicy",
                        GetAccountPasswordPolicyRequest.class,
                        PasswordPolicies::lookingChecks,
                        PasswordPolicies::get),
                Operation.on(
                        "iam:DeleteAccountPasswordPolicy",
                        DeleteAccountPasswordPolicyRequest.class,
                        Finder.anything(),
                        PasswordPolicies::delete));
    }

    /** What a request does not say is set to AWS's default, whatever it was before. */
    private static UpdateAccountPasswordPolicyResponse update(Execution<UpdateAccountPasswordPolicyRequest> execution) {
        UpdateAccountPasswordPolicyRequest request = execution.request();
        PasswordPolicy policy = new PasswordPolicy(
                execution.call().accountId(),
                orElse(request.minimumPasswordLength(), DEFAULT_LENGTH),
                new Classes(
                        isTrue(request.requireSymbols()),
                        isTrue(request.requireNumbers()),
                        isTrue(request.requireUppercaseCharacters()),
                        isTrue(request.requireLowercaseCharacters())),
                isTrue(request.allowUsersToChangePassword()),
                orElse(request.maxPasswordAge(), 0),
                orElse(request.passwordReusePrevention(), 0),
                request.hardExpiry());
        execution.write(writing -> {
            Optional<PasswordPolicy> present = writing.passwords().policy(policy.accountId());
            if (present.isEmpty()) {
                writing.insert(policy);
            } else if (!present.get().equals(policy)) {
                writing.update(policy);
            }
            return policy;
        });
        return UpdateAccountPasswordPolicyResponse.builder().build();
    }

    private static int orElse(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static List<Check> lookingChecks(EntityView view, Call call, GetAccountPasswordPolicyRequest request) {
        return List.of(AccountGrant.check("iam:GetAccountPasswordPolicy", Target.anything(call), view, call));
    }

    private static GetAccountPasswordPolicyResponse get(Execution<GetAccountPasswordPolicyRequest> execution) {
        String accountId = execution.call().accountId();
        PasswordPolicy policy = execution
                .read(reading -> reading.passwords().policy(accountId))
                .orElseThrow(() -> Refused.noSuchEntity(
                        "The Password Policy with domain name " + accountId + " cannot be found."));
        return GetAccountPasswordPolicyResponse.builder()
                .passwordPolicy(shape(policy))
                .build();
    }

    private static software.amazon.awssdk.services.iam.model.PasswordPolicy shape(PasswordPolicy policy) {
        return software.amazon.awssdk.services.iam.model.PasswordPolicy.builder()
                .minimumPasswordLength(policy.minimumLength())
                .requireSymbols(policy.required().symbols())
                .requireNumbers(policy.required().numbers())
                .requireUppercaseCharacters(policy.required().uppercase())
                .requireLowercaseCharacters(policy.required().lowercase())
                .allowUsersToChangePassword(policy.usersMayChange())
                .expirePasswords(policy.maxAge() > 0)
                .maxPasswordAge(positive(policy.maxAge()))
                .passwordReusePrevention(positive(policy.reusePrevention()))
                .hardExpiry(policy.hardExpiry())
                .build();
    }

    private static @Nullable Integer positive(int number) {
        return number == 0 ? null : number;
    }

    private static DeleteAccountPasswordPolicyResponse delete(Execution<DeleteAccountPasswordPolicyRequest> execution) {
        execution.write(writing -> {
            PasswordPolicy policy = writing.passwords()
                    .policy(execution.call().accountId())
                    .orElseThrow(
                            () -> Refused.noSuchEntity("The account policy with name PasswordPolicy cannot be found."));
            writing.delete(policy);
            return policy;
        });
        return DeleteAccountPasswordPolicyResponse.builder().build();
    }
}
