package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.OTHER_ACCOUNT;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.AccountProperty;
import org.junit.jupiter.api.Test;

/** Properties of accounts are kept, found by their names to the letter, changed and deleted. */
interface AccountPropertyContract extends ContractGround {

    @Test
    default void keepsThePropertiesOfAccountsApart() {
        AccountProperty property = new AccountProperty(ACCOUNT, "A/b", "one");
        insert(store(), property);
        assertThat(now().accounts().property(ACCOUNT, "A/b")).contains(property);
        assertThat(now().accounts().property(ACCOUNT, "a/b")).isEmpty();
        assertThat(now().accounts().property(OTHER_ACCOUNT, "A/b")).isEmpty();

        AccountProperty changed = new AccountProperty(ACCOUNT, "A/b", "two");
        update(store(), changed);
        assertThat(now().accounts().property(ACCOUNT, "A/b")).contains(changed);
        delete(store(), changed);
        assertThat(now().accounts().property(ACCOUNT, "A/b")).isEmpty();
    }
}
