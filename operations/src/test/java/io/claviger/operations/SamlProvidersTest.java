package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.federation.saml.IdentityProvider;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.AssertionEncryptionModeType;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.GetSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;
import software.amazon.awssdk.services.iam.model.Tag;

class SamlProvidersTest extends CreatedSamlProviders {

    private static final Tag TAG = Tag.builder().key("team").value("storage").build();

    @Test
    void aNewProviderShowsWhatWasGivenAndIsValidForAHundredYears() {
        CreateSamlProviderResponse created =
                admin.createSAMLProvider(create -> create.name("Corp_idp.v1").samlMetadataDocument(IDP.metadata()));

        assertThat(created.samlProviderArn()).isEqualTo(ARN + "saml-provider/Corp_idp.v1");
        assertThat(created.hasTags()).isFalse();
        GetSamlProviderResponse shown = get(created.samlProviderArn());
        assertThat(shown.samlMetadataDocument()).isEqualTo(IDP.metadata());
        assertThat(shown.samlProviderUUID()).matches("SAMLSP[A-Z2-7]{17}");
        assertThat(shown.createDate()).isEqualTo("2026-11-22T10:00:00.123Z");
        assertThat(shown.validUntil()).isEqualTo("2126-11-22T10:00:00.123Z");
        assertThat(shown.assertionEncryptionMode()).isEqualTo(AssertionEncryptionModeType.ALLOWED);
        assertThat(shown.hasTags()).isTrue();
        assertThat(shown.tags()).isEmpty();
        assertThat(shown.hasPrivateKeyList()).isTrue();
        assertThat(shown.privateKeyList()).isEmpty();
    }

    @Test
    void metadataMayEndEarlier() {
        String arn = admin.createSAMLProvider(create ->
                        create.name("idp").samlMetadataDocument(IDP.metadata("validUntil=\"2027-01-01T00:00:00Z\"")))
                .samlProviderArn();

        assertThat(get(arn).validUntil()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        admin.updateSAMLProvider(update ->
                update.samlProviderArn(arn).samlMetadataDocument(IDP.metadata("validUntil=\"9999-01-01T00:00:00Z\"")));
        assertThat(get(arn).validUntil()).isEqualTo("2126-11-22T10:00:00.123Z");
    }

    @Test
    void namesAreTakenOnceWhateverTheirCase() {
        create("idp");

        assertRefused(() -> create("IDP"), "EntityAlreadyExists", "Provider with name IDP already exists.");
    }

    @Test
    void providersAreListedByName() {
        assertThat(admin.listSAMLProviders().hasSamlProviderList()).isTrue();
        assertThat(admin.listSAMLProviders().samlProviderList()).isEmpty();
        String b = create("b");
        String a = create("A");

        assertThat(admin.listSAMLProviders().samlProviderList())
                .extracting(SAMLProviderListEntry::arn)
                .containsExactly(a, b);
        assertThat(admin.listSAMLProviders().samlProviderList().getFirst().validUntil())
                .isEqualTo("2126-11-22T10:00:00.123Z");
        assertThat(bench.otherAdministrator().iam().listSAMLProviders().samlProviderList())
                .isEmpty();
    }

    @Test
    void theSummaryCountsThem() {
        String arn = create("one");
        create("two");
        assertThat(admin.getAccountSummary().summaryMap()).containsEntry(SummaryKeyType.PROVIDERS, 2);
        admin.deleteSAMLProvider(delete -> delete.samlProviderArn(arn));
        assertThat(admin.getAccountSummary().summaryMap()).containsEntry(SummaryKeyType.PROVIDERS, 1);
    }

    @Test
    void anAccountHasAHundredAtMost() {
        for (int i = 0; i < 100; i++) {
            create("idp-" + i);
        }
        assertRefused(
                () -> create("one-more"), "LimitExceeded", "Cannot exceed quota for SAMLProvidersPerAccount: 100");
    }

    @Test
    void anUpdateReplacesTheMetadataAndNothingElse() {
        String arn = create("idp");
        GetSamlProviderResponse before = get(arn);

        assertThat(admin.updateSAMLProvider(
                                update -> update.samlProviderArn(arn).samlMetadataDocument(OTHER.metadata()))
                        .samlProviderArn())
                .isEqualTo(arn);
        assertThat(get(arn))
                .isEqualTo(before.toBuilder()
                        .samlMetadataDocument(OTHER.metadata())
                        .build());
    }

    @Test
    void anUpdateOfNothingIsRefused() {
        String arn = create("idp");
        assertRefused(
                () -> admin.updateSAMLProvider(update -> update.samlProviderArn(arn)),
                "InvalidInput",
                "Unable to update identity provider. No updates are defined for metadata or encryption assertion.");
    }

    @Test
    void whatDoesNotExistIsCalledByItsArn() {
        String arn = ARN + "saml-provider/none";
        String text = "Manifest not found for arn " + arn;
        assertRefused(() -> get(arn), "NoSuchEntity", text);
        assertRefused(
                () -> admin.updateSAMLProvider(
                        update -> update.samlProviderArn(arn).samlMetadataDocument(IDP.metadata())),
                "NoSuchEntity",
                text);
        assertRefused(() -> admin.deleteSAMLProvider(delete -> delete.samlProviderArn(arn)), "NoSuchEntity", text);
        assertRefused(
                () -> admin.tagSAMLProvider(tag -> tag.samlProviderArn(arn).tags(TAG)), "NoSuchEntity", text);
        assertRefused(
                () -> admin.untagSAMLProvider(
                        untag -> untag.samlProviderArn(arn).tagKeys("k")),
                "NoSuchEntity",
                text);
        assertRefused(() -> admin.listSAMLProviderTags(list -> list.samlProviderArn(arn)), "NoSuchEntity", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:oidc-provider/idp",
                "arn:aws:iam::123456789012:saml-provider/",
                "arn:aws:iam::123456789012:saml-provider/a/b",
                "arn:aws:iam::12345:saml-provider/idp"
            })
    void whatIsNoProvidersArnIsRefusedWhoeverAsks(String arn) {
        for (Actor actor : List.of(bench.administrator(), bench.user("nobody"))) {
            assertRefused(
                    () -> actor.iam().getSAMLProvider(get -> get.samlProviderArn(arn)),
                    "InvalidInput",
                    "ARN " + arn + " is not valid.");
        }
        assertRefused(() -> get("saml-provider-without-arn"), "ValidationError", "Invalid ARN:  Could not be parsed!");
        assertRefused(
                () -> get("arn:aws-cn:iam::123456789012:saml-provider/idp"),
                "ValidationError",
                "Invalid ARN partition");
    }

    @Test
    void anotherAccountsProviderIsOutOfReach() {
        String arn = create("idp");
        assertRefused(
                () -> bench.otherAdministrator().iam().getSAMLProvider(get -> get.samlProviderArn(arn)),
                "AccessDenied",
                "User: arn:aws:iam::999999999999:user/Administrator is not authorized to perform: iam:GetSAMLProvider"
                        + " on resource: " + arn
                        + " because no identity-based policy allows the iam:GetSAMLProvider action");
    }

    @Test
    void tagsAreSetRemovedAndListed() {
        Tag other = Tag.builder().key("stage").value("test").build();
        String arn = admin.createSAMLProvider(create ->
                        create.name("idp").samlMetadataDocument(IDP.metadata()).tags(TAG))
                .samlProviderArn();
        admin.tagSAMLProvider(tag -> tag.samlProviderArn(arn).tags(other));

        assertThat(get(arn).tags()).containsExactly(TAG, other);
        assertThat(admin.listSAMLProviderTags(list -> list.samlProviderArn(arn)).tags())
                .containsExactly(other, TAG);
        admin.untagSAMLProvider(untag -> untag.samlProviderArn(arn).tagKeys("TEAM"));
        assertThat(get(arn).tags()).containsExactly(other);
    }

    @Test
    void creatingWithTagsNeedsTheRightToTag() {
        Actor creator = bench.user("creator", Documents.allow("iam:CreateSAMLProvider", "*"));
        assertRefused(
                () -> creator.iam()
                        .createSAMLProvider(create -> create.name("idp")
                                .samlMetadataDocument(IDP.metadata())
                                .tags(TAG)),
                "AccessDenied",
                "User: " + ARN + "user/creator is not authorized to perform: iam:TagSAMLProvider on resource: " + ARN
                        + "saml-provider/idp because no identity-based policy allows the iam:TagSAMLProvider action");
    }

    @Test
    void metadataThatCannotBeReadAreRefused() {
        String good = IDP.metadata();
        for (String document : List.of(
                "<EntityDescriptor>" + "x".repeat(1000),
                "\uFEFF" + good,
                good.replace("IDPSSODescriptor", "SPSSODescriptor"),
                good.replace("SAML:2.0:protocol", "SAML:1.1:protocol"),
                good.replace("entityID", "entity"),
                good.replace("use=\"signing\"", "use=\"encryption\""),
                good.replaceAll("(?s)(X509Certificate>).*?(</ds:X509Certificate)", "$1AAAA$2"),
                good.replace("<md:EntityDescriptor", "<!DOCTYPE x [<!ENTITY e 'e'>]><md:EntityDescriptor"),
                IdentityProvider.named("https://weak.example", "RSA", 1023).metadata())) {
            assertRefused(
                    () -> admin.createSAMLProvider(create -> create.name("idp").samlMetadataDocument(document)),
                    "InvalidInput",
                    "Could not parse metadata");
        }
    }
}
