package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.AccountIds;
import io.claviger.iam.Partition;
import io.claviger.iam.PasswordHash;
import io.claviger.operations.organization.NewAccounts;
import io.claviger.operations.organization.NewAccounts.Outcome;
import java.security.SecureRandom;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.Credentials;

/** An organization, and the accounts that are made in it. */
abstract class MemberAccounts extends OnAWorkbench {

    static final String MEMBER = "222222222222";

    final NewAccounts accounts =
            new NewAccounts(Partition.AWS, bench.deployment.uniqueIds(), new AccountIds(new SecureRandom()));

    Outcome make(String email, Optional<String> accountId) {
        return bench.store.write(writing ->
                accounts.make(writing, "Member", email, accountId, new PasswordHash("$argon2id$…"), Workbench.START));
    }

    void makeMember() {
        assertThat(make("member@example.com", Optional.of(MEMBER))).isInstanceOf(Outcome.Made.class);
    }

    Actor actor(Credentials credentials) {
        return new Actor(bench, credentials.accessKeyId(), credentials.sessionToken());
    }

    /** An administrator of the member, by the role that every member has. */
    Actor inMember() {
        return actor(bench.administrator()
                .sts()
                .assumeRole(request -> request.roleArn("arn:aws:iam::" + MEMBER + ":role/" + NewAccounts.ROLE)
                        .roleSessionName("admin"))
                .credentials());
    }
}
