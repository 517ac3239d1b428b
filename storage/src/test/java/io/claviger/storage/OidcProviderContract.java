package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.NOW;
import static io.claviger.storage.Samples.OTHER_ACCOUNT;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.OidcProvider;
import io.claviger.iam.Tag;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.StoreFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OIDC providers are kept with every field, found by their issuers to the letter, changed and deleted. */
interface OidcProviderContract extends ContractGround {

    private static OidcProvider provider(String account, String url) {
        return new OidcProvider(account, "OIDC" + account + url, url, NOW, List.of(), List.of(), List.of());
    }

    @Test
    default void keepsOidcProvidersWithEveryField() {
        OidcProvider full = new OidcProvider(
                ACCOUNT,
                "OIDCFULL",
                "issuer.example/Path",
                NOW,
                List.of("a", "\"b\\\n", "é→𝄞"),
                List.of("a".repeat(40)),
                List.of(new Tag("k", "v")));
        OidcProvider other = provider(ACCOUNT, "issuer.example");
        insert(store(), full, other, provider(OTHER_ACCOUNT, "issuer.example/Path"));
        assertThat(now().oidcProviders().of(ACCOUNT, "issuer.example/Path")).contains(full);
        assertThat(now().oidcProviders().of(ACCOUNT, "issuer.example/path")).isEmpty();
        assertThat(now().oidcProviders().of(ACCOUNT, "issuer.example/")).isEmpty();
        assertThat(now().oidcProviders().all(ACCOUNT)).containsExactly(other, full);
        assertThat(now().accounts().count(ACCOUNT, Counted.OIDC_PROVIDERS)).isEqualTo(2);

        OidcProvider changed = full.serving(List.of("c")).vouchedFor(List.of()).tagged(List.of());
        update(store(), changed);
        assertThat(now().oidcProviders().of(ACCOUNT, "issuer.example/Path")).contains(changed);
        delete(store(), changed);
        assertThat(now().oidcProviders().all(ACCOUNT)).containsExactly(other);
        assertThat(now().accounts().count(ACCOUNT, Counted.OIDC_PROVIDERS)).isEqualTo(1);
    }

    @Test
    default void anIssuerIsTakenOnceInAnAccount() {
        insert(store(), provider(ACCOUNT, "issuer.example"));
        OidcProvider again = new OidcProvider(ACCOUNT, "OIDC2", "issuer.example", NOW, List.of(), List.of(), List.of());
        assertThatThrownBy(() -> insert(store(), again)).isInstanceOf(StoreFailure.class);
    }
}
