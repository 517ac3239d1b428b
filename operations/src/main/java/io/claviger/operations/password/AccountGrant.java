package io.claviger.operations.password;

import io.claviger.access.Principal.IamUser;
import io.claviger.iam.PasswordPolicy;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Target;

/**
 * The rights that an account gives all of its users, if its password policy lets them change their passwords: to do so,
 * and to see the policy. No policy has to allow that, but one may deny it. It is no way around a permissions boundary: a
 * user who has one needs a policy that allows it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html">PasswordPolicy</a>
 */
final class AccountGrant {

    private AccountGrant() {}

    /** A check that the account's grant decides, if no policy does. */
    static Check check(String action, Target target, EntityView view, Call call) {
        boolean isGranted = call.caller().principal() instanceof IamUser self
                && view.self(self).boundaryArn() == null
                && view.ask(reading -> reading.passwords().policy(call.accountId()))
                        .filter(PasswordPolicy::usersMayChange)
                        .isPresent();
        return new Check(action, target, isGranted);
    }
}
