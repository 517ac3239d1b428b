package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;

class AccountAliasesTest extends OnAWorkbench {

    @Test
    void anAccountHasNoAliasAndNoPasswordPolicyAtFirst() {
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
        assertThat(admin.listSAMLProviders().hasSamlProviderList()).isTrue();
        assertThat(admin.listSAMLProviders().samlProviderList()).isEmpty();
    }

    @Test
    void anAliasIsMadeListedAndDeleted() {
        admin.createAccountAlias(create -> create.accountAlias("example"));
        assertThat(admin.listAccountAliases().accountAliases()).containsExactly("example");

        admin.deleteAccountAlias(delete -> delete.accountAlias("example"));
        assertThat(admin.listAccountAliases().accountAliases()).isEmpty();
    }

    @Test
    void aNewAliasTakesThePlaceOfTheOneBefore() {
        admin.createAccountAlias(create -> create.accountAlias("before"));
        admin.createAccountAlias(create -> create.accountAlias("after"));

        assertThat(admin.listAccountAliases().accountAliases()).containsExactly("after");
        assertRefused(
                () -> admin.deleteAccountAlias(delete -> delete.accountAlias("before")),
                "NoSuchEntity",
                "The account alias before cannot be found.");
    }

    @Test
    void noTwoAccountsHaveTheSameAlias() {
        IamClient other = bench.otherAdministrator().iam();
        other.createAccountAlias(create -> create.accountAlias("theirs"));
        admin.createAccountAlias(create -> create.accountAlias("ours"));

        for (String taken : new String[] {"theirs", "ours"}) {
            assertRefused(
                    () -> admin.createAccountAlias(create -> create.accountAlias(taken)),
                    "EntityAlreadyExists",
                    "The account alias " + taken + " already exists.");
        }
        assertRefused(
                () -> admin.deleteAccountAlias(delete -> delete.accountAlias("theirs")),
                "NoSuchEntity",
                "The account alias theirs cannot be found.");
        assertThat(other.listAccountAliases().accountAliases()).containsExactly("theirs");
    }

    @Test
    void anAliasDoesNotLookLikeAnId() {
        assertRefused(
                () -> admin.createAccountAlias(create -> create.accountAlias("123456789012")),
                "ValidationError",
                "The account alias 123456789012 looks like the ID of an account.");
    }

    @Test
    void theRightIsOneOnNoResource() {
        assertDenied(
                () -> bench.user("bob").iam().createAccountAlias(create -> create.accountAlias("example")),
                "User: " + ARN + "user/bob is not authorized to perform: iam:CreateAccountAlias on resource: * because"
                        + " no identity-based policy allows the iam:CreateAccountAlias action");
    }
}
