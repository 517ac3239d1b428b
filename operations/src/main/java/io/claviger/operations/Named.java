package io.claviger.operations;

import io.claviger.iam.Arns;
import io.claviger.iam.Group;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.User;
import io.claviger.iam.store.Reading;
import java.util.Optional;

/** Finds what a request names, or refuses as AWS does. */
final class Named {

    private Named() {}

    /** The user of this name in the caller's account. */
    static User user(Reading reading, Call call, String name) {
        return reading.users().named(call.accountId(), name).orElseThrow(() -> noSuchUser(name));
    }

    static Refused noSuchUser(String name) {
        return Refused.noSuchEntity("The user with name " + name + " cannot be found.");
    }

    /** The group of this name in the caller's account. */
    static Group group(Reading reading, Call call, String name) {
        return reading.groups()
                .named(call.accountId(), name)
                .orElseThrow(() -> Refused.noSuchEntity("The group with name " + name + " cannot be found."));
    }

    /** The customer managed policy of this ARN, if the caller's account has it. */
    static Optional<ManagedPolicy> customerManaged(Reading reading, Call call, String arn) {
        return reading.policies()
                .named(call.accountId(), Arns.nameIn(arn))
                .filter(policy -> policy.arn().equals(arn));
    }

    /** The customer managed policy of this ARN in the caller's account. */
    static ManagedPolicy policy(Reading reading, Call call, String arn) {
        return customerManaged(reading, call, arn).orElseThrow(() -> noSuchPolicy(arn));
    }

    static Refused noSuchPolicy(String arn) {
        return Refused.noSuchEntity("Policy " + arn + " was not found.");
    }
}
