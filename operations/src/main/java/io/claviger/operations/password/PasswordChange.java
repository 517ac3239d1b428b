package io.claviger.operations.password;

import io.claviger.access.Principal.IamUser;
import io.claviger.access.password.Claim;
import io.claviger.access.password.NewPasswords;
import io.claviger.access.password.PasswordChecks;
import io.claviger.iam.LoginProfile;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import io.claviger.operations.request.NamedUser;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ChangePasswordRequest;
import software.amazon.awssdk.services.iam.model.ChangePasswordResponse;

/**
 * ChangePassword: users change their own passwords, and have to know the present one. Guessing it is as slow as at signing
 * in, and counts with that.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ChangePassword.html">ChangePassword</a>
 */
public final class PasswordChange {

    private final NewPasswords passwords;
    private final PasswordChecks checks;

    /** Changes passwords after checking the present one. */
    public PasswordChange(NewPasswords passwords, PasswordChecks checks) {
        this.passwords = passwords;
        this.checks = checks;
    }

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(Operation.needing(
                        "iam:ChangePassword", ChangePasswordRequest.class, PasswordChange::checks, this::change)
                .patient());
    }

    private static List<Check> checks(EntityView view, Call call, ChangePasswordRequest request) {
        IamUser self = self(call);
        return List.of(AccountGrant.check("iam:ChangePassword", NamedUser.target(view.self(self), call), view, call));
    }

    private static IamUser self(Call call) {
        if (call.caller().principal() instanceof IamUser user) {
            return user;
        }
        throw new Refused(ErrorCode.INVALID_USER_TYPE, "Only IAM Users can change their own password.");
    }

    private ChangePasswordResponse change(Execution<ChangePasswordRequest> execution) {
        Call call = execution.call();
        ChangePasswordRequest request = execution.request();
        IamUser self = self(call);
        Known known = execution.read(reading -> Known.of(reading, ProfileUser.self(reading, self)));
        LoginProfile present = known.required();
        requireRight(execution, known, request.oldPassword());
        known.requireNoViolation(passwords, request.newPassword());
        LoginProfile changed = present.with(
                passwords.hash(request.newPassword()),
                call.time().truncatedTo(ChronoUnit.SECONDS),
                false,
                NewPasswords.remembered(known.policy()));
        execution.write(writing -> {
            known.requireSame(Known.of(writing, ProfileUser.self(writing, self)));
            writing.update(changed);
            return changed;
        });
        return ChangePasswordResponse.builder().build();
    }

    private void requireRight(Execution<ChangePasswordRequest> execution, Known known, String oldPassword) {
        Call call = execution.call();
        Claim claim = new Claim(call.accountId(), known.user().name(), oldPassword);
        PasswordChecks.Verdict verdict = checks.check(
                claim,
                call.circumstances().sourceIp(),
                () -> execution
                        .read(reading -> reading.passwords().ofUser(known.user().id()))
                        .map(LoginProfile::password));
        switch (verdict) {
            case RIGHT -> {}
            case WRONG -> throw new Refused(ErrorCode.ACCESS_DENIED, "The old password was incorrect.");
            case TRY_LATER -> throw new Refused(ErrorCode.THROTTLING, "Rate exceeded");
        }
    }
}
