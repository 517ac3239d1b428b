package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;

class OidcProviderAccessTest extends CreatedOidcProviders {

    @Test
    void whatIsNotThereCannotBeFoundInTwoTexts() {
        String arn = PROVIDER + "none.example";
        String notFound = "OpenIDConnect Provider not found for arn " + arn;
        assertRefused(() -> get(arn), "NoSuchEntity", notFound);
        assertRefused(
                () -> admin.addClientIDToOpenIDConnectProvider(
                        add -> add.openIDConnectProviderArn(arn).clientID("c")),
                "NoSuchEntity",
                notFound);
        assertRefused(
                () -> admin.deleteOpenIDConnectProvider(delete -> delete.openIDConnectProviderArn(arn)),
                "NoSuchEntity",
                "OpenId connect Provider " + arn + " cannot be found.");

        create("https://none.example");
        admin.deleteOpenIDConnectProvider(delete -> delete.openIDConnectProviderArn(arn));
        assertThat(listed()).isEmpty();
    }

    @Test
    void whatIsNoProvidersArnIsRefusedWhoeverAsks() {
        IamClient nobody = bench.user("nobody").iam();
        assertRefused(
                () -> nobody.getOpenIDConnectProvider(
                        get -> get.openIDConnectProviderArn("arn:aws:iam::123456789012:saml-provider/x")),
                "InvalidInput",
                "ARN arn:aws:iam::123456789012:saml-provider/x is not valid.");
        assertRefused(
                () -> nobody.getOpenIDConnectProvider(
                        get -> get.openIDConnectProviderArn("not-an-arn-but-long-enough")),
                "ValidationError",
                "Invalid ARN:  Could not be parsed!");
        assertRefused(
                () -> get("arn:aws-cn:iam::123456789012:oidc-provider/x"), "ValidationError", "Invalid ARN partition");
    }

    @Test
    void anotherAccountsProviderIsOutOfReach() {
        create("https://issuer.example");
        assertDenied(
                () -> bench.otherAdministrator()
                        .iam()
                        .getOpenIDConnectProvider(get -> get.openIDConnectProviderArn(PROVIDER + "issuer.example")),
                "User: arn:aws:iam::999999999999:user/Administrator is not authorized to perform:"
                        + " iam:GetOpenIDConnectProvider on resource: " + PROVIDER + "issuer.example because no"
                        + " identity-based policy allows the iam:GetOpenIDConnectProvider action");
    }

    @Test
    void rightsCanBeLimitedToAnIssuerAndToTags() {
        create("https://issuer.example/a");
        create("https://issuer.example/b");
        Actor actor = bench.user(
                "clerk",
                Documents.allow("iam:*OpenIDConnectProvider", PROVIDER + "issuer.example/a"),
                Documents.policy(Documents.statement(
                        "Allow",
                        "iam:CreateOpenIDConnectProvider",
                        PROVIDER + "tagged.example",
                        "{'StringEquals':{'aws:RequestTag/k':'v'}}")));
        actor.iam().getOpenIDConnectProvider(get -> get.openIDConnectProviderArn(PROVIDER + "issuer.example/a"));
        assertThat(Refusal.of(() -> actor.iam()
                                .getOpenIDConnectProvider(
                                        get -> get.openIDConnectProviderArn(PROVIDER + "issuer.example/b")))
                        .code())
                .isEqualTo("AccessDenied");
        assertThat(Refusal.of(() -> actor.iam()
                                .createOpenIDConnectProvider(create ->
                                        create.url("https://tagged.example").tags(tag("k", "v"))))
                        .text())
                .contains("iam:TagOpenIDConnectProvider");
    }
}
