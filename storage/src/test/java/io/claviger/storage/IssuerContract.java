package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.NOW;
import static io.claviger.storage.Samples.OTHER_ACCOUNT;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.IssuerKey;
import io.claviger.iam.SealedSecret;
import io.claviger.iam.TokenIssuer;
import io.claviger.iam.store.StoreFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Issuers of tokens and their keys are kept with every field, found, changed and deleted. */
interface IssuerContract extends ContractGround {

    private static IssuerKey issuerKey(String accountId, String id, Duration later) {
        return new IssuerKey(
                accountId, id, "ES384", NOW, NOW.plus(later), "{\"public\": 1}", new SealedSecret(new byte[] {1, 2}));
    }

    @Test
    default void keepsIssuersWithEveryField() {
        TokenIssuer issuer = new TokenIssuer(ACCOUNT, "an-id", true, NOW);
        insert(store(), issuer);
        assertThat(now().issuers().ofAccount(ACCOUNT)).contains(issuer);
        assertThat(now().issuers().byId("an-id")).contains(issuer);
        assertThat(now().issuers().ofAccount(OTHER_ACCOUNT)).isEmpty();
        assertThat(now().issuers().byId("AN-ID")).isEmpty();

        update(store(), issuer.enabled(false));
        assertThat(now().issuers().byId("an-id")).contains(issuer.enabled(false));
        delete(store(), issuer);
        assertThat(now().issuers().byId("an-id")).isEmpty();
    }

    @Test
    default void keepsTheKeysOfIssuersInTheOrderInWhichTheySign() {
        insert(store(), new TokenIssuer(ACCOUNT, "one", true, NOW), new TokenIssuer(OTHER_ACCOUNT, "two", true, NOW));
        IssuerKey later = issuerKey(ACCOUNT, "later", Duration.ofDays(1));
        IssuerKey first = issuerKey(ACCOUNT, "first", Duration.ZERO);
        insert(store(), later, first, issuerKey(OTHER_ACCOUNT, "other", Duration.ZERO));
        assertThat(now().issuers().keys(ACCOUNT)).containsExactly(first, later);
        delete(store(), first);
        assertThat(now().issuers().keys(ACCOUNT)).containsExactly(later);
    }

    @Test
    default void refusesASecondIssuerOfAnAccountAndAKeyOfNone() {
        insert(store(), new TokenIssuer(ACCOUNT, "one", true, NOW));
        assertThatThrownBy(() -> insert(store(), new TokenIssuer(ACCOUNT, "two", true, NOW)))
                .isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> insert(store(), issuerKey(OTHER_ACCOUNT, "key", Duration.ZERO)))
                .isInstanceOf(StoreFailure.class);
    }
}
