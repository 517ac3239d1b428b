package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.NOW;
import static io.claviger.storage.Samples.OTHER_ACCOUNT;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.RedeemedAssertion;
import io.claviger.iam.SamlPrivateKey;
import io.claviger.iam.SamlProvider;
import io.claviger.iam.SamlProvider.Encryption;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.Tag;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.StoreFailure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SAML providers, their keys and what they vouched for are kept with every field, found, changed and deleted. */
interface SamlProviderContract extends ContractGround {

    private static SamlProvider provider(String name) {
        return new SamlProvider(
                ACCOUNT,
                "SAMLSP" + name.toUpperCase(java.util.Locale.ROOT),
                name,
                "<a/>",
                NOW,
                NOW.plusSeconds(9),
                Encryption.ALLOWED,
                List.of(new Tag("k", "v")));
    }

    private static SamlPrivateKey key(String id, Instant time) {
        return new SamlPrivateKey(ACCOUNT, id, "SAMLSPIDP", time, new SealedSecret(new byte[] {1, 2}));
    }

    private static RedeemedAssertion redeemed(String id, String role, Instant now, Instant until) {
        return new RedeemedAssertion(ACCOUNT, "SAMLSPIDP", id, role, now, until);
    }

    @Test
    default void keepsSamlProvidersWithEveryFieldAndFindsThemWithoutCase() {
        insert(store(), provider("Idp"), provider("a"));

        assertThat(now().samlProviders().named(ACCOUNT, "iDP")).contains(provider("Idp"));
        assertThat(now().samlProviders().named(OTHER_ACCOUNT, "Idp")).isEmpty();
        assertThat(now().samlProviders().list(ACCOUNT)).containsExactly(provider("a"), provider("Idp"));
        assertThat(now().accounts().count(ACCOUNT, Counted.SAML_PROVIDERS)).isEqualTo(2);

        SamlProvider changed = provider("Idp")
                .describedBy("<b/>", NOW.plusSeconds(5))
                .asking(Encryption.REQUIRED)
                .tagged(List.of());
        update(store(), changed);
        assertThat(now().samlProviders().named(ACCOUNT, "Idp")).contains(changed);
        delete(store(), changed);
        assertThat(now().samlProviders().list(ACCOUNT)).containsExactly(provider("a"));
        assertThat(now().accounts().count(ACCOUNT, Counted.SAML_PROVIDERS)).isEqualTo(1);
    }

    @Test
    default void keepsPrivateKeysOfSamlProvidersByAge() {
        insert(store(), provider("idp"), key("SAMLPKA", NOW.plusSeconds(1)), key("SAMLPKB", NOW));

        assertThat(now().samlProviders().keysOf("SAMLSPIDP"))
                .containsExactly(key("SAMLPKB", NOW), key("SAMLPKA", NOW.plusSeconds(1)));
        assertThatThrownBy(() -> delete(store(), provider("idp"))).isInstanceOf(StoreFailure.class);
        delete(store(), key("SAMLPKB", NOW));
        assertThat(now().samlProviders().keysOf("SAMLSPIDP")).hasSize(1);
    }

    @Test
    default void keepsAssertionsUntilTheyEndAndNoneTwiceForARole() {
        insert(store(), redeemed("_1", "AROAA", NOW, NOW.plusSeconds(10)));
        insert(store(), redeemed("_1", "AROAB", NOW, NOW.plusSeconds(10)));

        assertThat(now().samlProviders().hasRedeemed("SAMLSPIDP", "_1", "AROAA"))
                .isTrue();
        assertThat(now().samlProviders().hasRedeemed("SAMLSPIDP", "_1", "AROAC"))
                .isFalse();
        assertThat(now().samlProviders().hasRedeemed("SAMLSPIDP", "_2", "AROAA"))
                .isFalse();
        assertThat(now().samlProviders().hasRedeemed("SAMLSPOTHER", "_1", "AROAA"))
                .isFalse();
        assertThatThrownBy(() -> insert(store(), redeemed("_1", "AROAA", NOW, NOW.plusSeconds(10))))
                .isInstanceOf(StoreFailure.class);

        insert(store(), redeemed("_2", "AROAA", NOW.plusSeconds(9), NOW.plusSeconds(20)));
        assertThat(now().samlProviders().hasRedeemed("SAMLSPIDP", "_1", "AROAA"))
                .isTrue();
        insert(store(), redeemed("_3", "AROAA", NOW.plusSeconds(10), NOW.plusSeconds(20)));
        assertThat(now().samlProviders().hasRedeemed("SAMLSPIDP", "_1", "AROAA"))
                .isFalse();
        assertThat(now().samlProviders().hasRedeemed("SAMLSPIDP", "_2", "AROAA"))
                .isTrue();
    }
}
