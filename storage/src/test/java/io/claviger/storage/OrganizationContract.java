package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.NOW;
import static io.claviger.storage.Samples.OTHER_ACCOUNT;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.MemberAccount;
import io.claviger.iam.Organization;
import io.claviger.iam.Organization.Feature;
import io.claviger.iam.TokenPreference;
import io.claviger.iam.store.StoreFailure;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The organization, its members and what is kept of each account. */
interface OrganizationContract extends ContractGround {

    private static MemberAccount member(String accountId, String email) {
        return new MemberAccount(accountId, "o-1", "Name", email, NOW);
    }

    @Test
    default void keepsTheOrganizationAndItsFeatures() {
        assertThat(now().organizations().only()).isEmpty();
        Organization organization = new Organization(ACCOUNT, "o-1", Set.of(Feature.ROOT_SESSIONS));
        insert(store(), organization);
        assertThat(now().organizations().only()).contains(organization);
        Organization all = organization.with(EnumSet.allOf(Feature.class));
        update(store(), all);
        assertThat(now().organizations().only()).contains(all);
        Organization none = organization.with(Set.of());
        update(store(), none);
        assertThat(now().organizations().only()).contains(none);
        delete(store(), none);
        assertThat(now().organizations().only()).isEmpty();
    }

    @Test
    default void keepsMembersEachWithAnAddressOfItsOwn() {
        insert(store(), new Organization(ACCOUNT, "o-1", Set.of()));
        MemberAccount member = member(OTHER_ACCOUNT, "One@example.com");
        insert(store(), member);
        assertThat(now().organizations().member(OTHER_ACCOUNT)).contains(member);
        assertThat(now().organizations().member(ACCOUNT)).isEmpty();
        assertThat(now().organizations().members()).containsExactly(member);
        assertThatThrownBy(() -> insert(store(), member(ACCOUNT, "one@EXAMPLE.com")))
                .isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> insert(store(), member("777788889999", "two@example.com")))
                .isInstanceOf(StoreFailure.class);
        delete(store(), member);
        assertThat(now().organizations().members()).isEmpty();
    }

    @Test
    default void keepsTheTokenVersionOfEachAccount() {
        assertThat(now().accounts().tokenVersion(ACCOUNT)).isEqualTo(1);
        update(store(), new TokenPreference(ACCOUNT, 2));
        assertThat(now().accounts().tokenVersion(ACCOUNT)).isEqualTo(2);
        assertThat(now().accounts().tokenVersion(OTHER_ACCOUNT)).isEqualTo(1);
        update(store(), new TokenPreference(ACCOUNT, 1));
        assertThat(now().accounts().tokenVersion(ACCOUNT)).isEqualTo(1);
    }
}
