package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountSettingsTest extends OnAWorkbench {

    @Test
    void anAccountHasNoAliasAndNoPasswordPolicy() {
        assertThat(admin.listAccountAliases().hasAccountAliases()).isTrue();
        assertThat(admin.listAccountAliases().accountAliases()).isEmpty();
        assertThat(admin.listAccountAliases().isTruncated()).isFalse();
        assertRefused(
                admin::getAccountPasswordPolicy,
                "NoSuchEntity",
                "The Password Policy with domain name " + ACCOUNT + " cannot be found.");
    }

    @Test
    void anAccountHasNoIdentityProviders() {
        assertThat(admin.listOpenIDConnectProviders().hasOpenIDConnectProviderList())
                .isTrue();
        assertThat(admin.listOpenIDConnectProviders().openIDConnectProviderList())
                .isEmpty();
    }
}
