package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.NOW;
import static io.claviger.storage.Samples.OTHER_ACCOUNT;
import static io.claviger.storage.Samples.account;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.update;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.LoginProfile;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.PasswordPolicy;
import io.claviger.iam.PasswordPolicy.Classes;
import io.claviger.iam.User;
import io.claviger.iam.store.StoreFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passwords, what accounts demand of them, and what is remembered of their use are kept with every field. */
interface PasswordContract extends ContractGround {

    @Test
    default void keepsLoginProfilesWithEveryField() {
        User owner = user("bob");
        LoginProfile profile = new LoginProfile(
                ACCOUNT,
                owner.id(),
                NOW,
                new PasswordHash("$argon2id$3"),
                NOW.plusSeconds(1),
                true,
                List.of(new PasswordHash("$argon2id$2"), new PasswordHash("$argon2id$1")));
        insert(store(), owner, profile);
        assertThat(now().passwords().ofUser(owner.id())).contains(profile);
        assertThat(now().passwords().ofUser("AIDANOBODY")).isEmpty();

        LoginProfile changed = profile.with(new PasswordHash("$argon2id$4"), NOW.plusSeconds(2), false, 2);
        assertThat(changed.earlier()).extracting(PasswordHash::encoded).containsExactly("$argon2id$3", "$argon2id$2");
        update(store(), changed);
        assertThat(now().passwords().ofUser(owner.id())).contains(changed);
        update(store(), changed.with(new PasswordHash("$argon2id$5"), NOW, true, 0));
        assertThat(now().passwords().ofUser(owner.id()).orElseThrow().earlier()).isEmpty();

        assertThatThrownBy(() -> delete(store(), owner)).isInstanceOf(StoreFailure.class);
        delete(store(), changed);
        assertThat(now().passwords().ofUser(owner.id())).isEmpty();
        delete(store(), owner);
    }

    @Test
    default void keepsPasswordPoliciesWithEveryField() {
        PasswordPolicy bare =
                new PasswordPolicy(ACCOUNT, 6, new Classes(false, false, false, false), false, 0, 0, null);
        List<PasswordPolicy> others = List.of(
                new PasswordPolicy(ACCOUNT, 7, new Classes(true, false, false, false), false, 0, 0, true),
                new PasswordPolicy(ACCOUNT, 8, new Classes(false, true, false, false), false, 0, 3, false),
                new PasswordPolicy(ACCOUNT, 9, new Classes(false, false, true, false), false, 90, 0, null),
                new PasswordPolicy(ACCOUNT, 10, new Classes(false, false, false, true), true, 0, 0, null));
        insert(store(), bare);
        assertThat(now().passwords().policy(ACCOUNT)).contains(bare);
        assertThat(now().passwords().policy(OTHER_ACCOUNT)).isEmpty();
        for (PasswordPolicy other : others) {
            update(store(), other);
            assertThat(now().passwords().policy(ACCOUNT)).contains(other);
        }
        delete(store(), bare);
        assertThat(now().passwords().policy(ACCOUNT)).isEmpty();
    }

    @Test
    default void keepsWhenPasswordsWereLastUsedAndTheAccountsAlias() {
        User owner = user("bob");
        insert(store(), owner);
        update(store(), owner.signedIn(NOW.plusSeconds(1)));
        assertThat(now().users().byId(owner.id()).orElseThrow().passwordLastUsed())
                .isEqualTo(NOW.plusSeconds(1));
        insert(store(), user("eve").signedIn(NOW));
        assertThat(now().users().named(ACCOUNT, "eve").orElseThrow().passwordLastUsed())
                .isEqualTo(NOW);

        update(store(), account(ACCOUNT).withAlias("example").signedIn(NOW));
        assertThat(now().accounts().byAlias("example"))
                .contains(account(ACCOUNT).withAlias("example").signedIn(NOW));
        assertThat(now().accounts().byAlias("other")).isEmpty();
        assertThatThrownBy(() -> update(store(), account(OTHER_ACCOUNT).withAlias("example")))
                .isInstanceOf(StoreFailure.class);
        update(store(), account(ACCOUNT));
        update(store(), account(OTHER_ACCOUNT).withAlias("example"));
        assertThat(now().accounts().byAlias("example").orElseThrow().accountId())
                .isEqualTo(OTHER_ACCOUNT);
    }
}
