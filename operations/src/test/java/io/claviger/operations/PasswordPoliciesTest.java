package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;

class PasswordPoliciesTest extends OnAWorkbench {

    private static final PasswordPolicy DEFAULTS = PasswordPolicy.builder()
            .minimumPasswordLength(6)
            .requireSymbols(false)
            .requireNumbers(false)
            .requireUppercaseCharacters(false)
            .requireLowercaseCharacters(false)
            .allowUsersToChangePassword(false)
            .expirePasswords(false)
            .build();

    @Test
    void whatIsNotSaidIsAwssDefault() {
        admin.updateAccountPasswordPolicy(update -> {});

        assertThat(admin.getAccountPasswordPolicy().passwordPolicy()).isEqualTo(DEFAULTS);
    }

    @Test
    void everySettingIsShownAndIsGoneWithTheNextUpdate() {
        admin.updateAccountPasswordPolicy(update -> update.minimumPasswordLength(10)
                .requireSymbols(true)
                .requireNumbers(true)
                .requireUppercaseCharacters(true)
                .requireLowercaseCharacters(true)
                .allowUsersToChangePassword(true)
                .maxPasswordAge(60)
                .passwordReusePrevention(3)
                .hardExpiry(true));

        assertThat(admin.getAccountPasswordPolicy().passwordPolicy())
                .isEqualTo(PasswordPolicy.builder()
                        .minimumPasswordLength(10)
                        .requireSymbols(true)
                        .requireNumbers(true)
                        .requireUppercaseCharacters(true)
                        .requireLowercaseCharacters(true)
                        .allowUsersToChangePassword(true)
                        .expirePasswords(true)
                        .maxPasswordAge(60)
                        .passwordReusePrevention(3)
                        .hardExpiry(true)
                        .build());
        admin.updateAccountPasswordPolicy(update -> update.hardExpiry(false));
        assertThat(admin.getAccountPasswordPolicy().passwordPolicy())
                .isEqualTo(DEFAULTS.toBuilder().hardExpiry(false).build());
    }

    @Test
    void aPolicyThatIsDeletedIsNotThereAnyMore() {
        admin.updateAccountPasswordPolicy(update -> {});
        admin.deleteAccountPasswordPolicy();

        assertRefused(
                admin::getAccountPasswordPolicy,
                "NoSuchEntity",
                "The Password Policy with domain name " + ACCOUNT + " cannot be found.");
        assertRefused(
                admin::deleteAccountPasswordPolicy,
                "NoSuchEntity",
                "The account policy with name PasswordPolicy cannot be found.");
    }

    @Test
    void theSamePolicyAgainChangesNothing() {
        admin.updateAccountPasswordPolicy(update -> update.minimumPasswordLength(9));
        long before = bench.store.changes().latest();

        admin.updateAccountPasswordPolicy(update -> update.minimumPasswordLength(9));

        assertThat(bench.store.changes().latest()).isEqualTo(before);
    }

    /** A password that lacks the one thing, and one that has it and nothing else. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "length aA1+aA1+a aA1+aA1+aA",
                "symbols aA1aA1a~ aaaaaa'",
                "numbers aA+aA+a aaaaaa1",
                "uppercase a1+a1+a \u00e4aaaaaA",
                "lowercase A1+A1+\u00e4 AAAAAAa"
            })
    void eachDemandIsMade(String demand, String without, String with) {
        createUsers("bob", "eve");
        Consumer<UpdateAccountPasswordPolicyRequest.Builder> policy = update -> {
            switch (demand) {
                case "length" -> update.minimumPasswordLength(10);
                case "symbols" -> update.requireSymbols(true);
                case "numbers" -> update.requireNumbers(true);
                case "uppercase" -> update.requireUppercaseCharacters(true);
                default -> update.requireLowercaseCharacters(true);
            }
        };
        admin.updateAccountPasswordPolicy(policy);

        assertRefused(
                () -> admin.createLoginProfile(create -> create.userName("bob").password(without)),
                "PasswordPolicyViolation",
                "Password does not conform to the account password policy.");
        admin.createLoginProfile(create -> create.userName("eve").password(with));
    }

    @Test
    void ofAnotherAccountThereIsAnotherPolicy() {
        admin.updateAccountPasswordPolicy(update -> update.minimumPasswordLength(20));
        var other = bench.otherAdministrator().iam();

        assertRefused(
                other::getAccountPasswordPolicy,
                "NoSuchEntity",
                "The Password Policy with domain name " + Workbench.OTHER_ACCOUNT + " cannot be found.");
        other.createLoginProfile(create -> create.password("Correct+h0rse"));
    }
}
