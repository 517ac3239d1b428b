package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.federation.saml.IdentityProvider;
import io.claviger.iam.SamlPrivateKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AssertionEncryptionModeType;
import software.amazon.awssdk.services.iam.model.SAMLPrivateKey;

class SamlProviderKeysTest extends CreatedSamlProviders {

    private List<String> keysOf(String arn) {
        return get(arn).privateKeyList().stream().map(SAMLPrivateKey::keyId).toList();
    }

    @Test
    void twoPrivateKeysAreKeptSealedAndShownByIdAlone() {
        String arn = admin.createSAMLProvider(create -> create.name("idp")
                        .samlMetadataDocument(IDP.metadata())
                        .assertionEncryptionMode(AssertionEncryptionModeType.REQUIRED)
                        .addPrivateKey(IDP.privateKeyPem()))
                .samlProviderArn();
        String first = keysOf(arn).getFirst();
        admin.updateSAMLProvider(update -> update.samlProviderArn(arn).addPrivateKey(OTHER.privateKeyPem()));

        assertThat(get(arn).assertionEncryptionMode()).isEqualTo(AssertionEncryptionModeType.REQUIRED);
        assertThat(keysOf(arn))
                .hasSize(2)
                .allMatch(id -> id.matches("SAMLPK[A-Z2-7]{17}"))
                .contains(first);
        assertThat(get(arn).privateKeyList().getFirst().timestamp()).isEqualTo("2026-11-22T10:00:00.123Z");
        List<SamlPrivateKey> stored = bench.store.read(reading -> reading.samlProviders()
                .keysOf(reading.samlProviders()
                        .named(ACCOUNT, "idp")
                        .orElseThrow()
                        .id()));
        assertThat(stored)
                .allSatisfy(key -> assertThat(new String(key.key().bytes(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("PRIVATE KEY"));
        assertRefused(
                () -> admin.updateSAMLProvider(
                        update -> update.samlProviderArn(arn).addPrivateKey(OTHER.privateKeyPem())),
                "LimitExceeded",
                "Private key limit of 2 is reached.");

        admin.updateSAMLProvider(update -> update.samlProviderArn(arn).removePrivateKey(first));
        assertThat(keysOf(arn)).hasSize(1).doesNotContain(first);
        assertRefused(
                () -> admin.updateSAMLProvider(update ->
                        update.samlProviderArn(arn).removePrivateKey(keysOf(arn).getFirst())),
                "InvalidInput",
                "Failed to remove private key.");
        admin.updateSAMLProvider(update -> update.samlProviderArn(arn)
                .assertionEncryptionMode(AssertionEncryptionModeType.ALLOWED)
                .removePrivateKey(keysOf(arn).getFirst()));
        assertThat(keysOf(arn)).isEmpty();
    }

    @Test
    void keysThatCannotBeUsedAreRefused() {
        String arn = create("idp");
        String ec = IdentityProvider.named("https://other.example", "EC", 256).privateKeyPem();
        for (String pem : List.of("no key", ec, IdentityProvider.pem("RSA PRIVATE KEY", new byte[] {1, 2, 3}))) {
            assertRefused(
                    () -> admin.updateSAMLProvider(
                            update -> update.samlProviderArn(arn).addPrivateKey(pem)),
                    "InvalidInput",
                    "Invalid private key.");
        }
        assertRefused(
                () -> admin.updateSAMLProvider(
                        update -> update.samlProviderArn(arn).removePrivateKey("SAMLPKAAAAAAAAAAAAAAAAA")),
                "InvalidInput",
                "Failed to remove private key because the Key ID does not match a private key.");
        assertRefused(
                () -> admin.updateSAMLProvider(update -> update.samlProviderArn(arn)
                        .addPrivateKey(IDP.privateKeyPem())
                        .removePrivateKey("SAMLPKAAAAAAAAAAAAAAAAA")),
                "InvalidInput",
                "Unable to add and remove private keys in the same request. Set a value for only one of the two"
                        + " parameters.");
    }

    @Test
    void encryptionIsRequiredOnlyWithAKey() {
        String text = "Unable to set assertion encryption mode to Required because no private key is provided.";
        String arn = create("idp");
        assertRefused(
                () -> admin.updateSAMLProvider(update ->
                        update.samlProviderArn(arn).assertionEncryptionMode(AssertionEncryptionModeType.REQUIRED)),
                "InvalidInput",
                text);
        assertRefused(
                () -> admin.createSAMLProvider(create -> create.name("other")
                        .samlMetadataDocument(IDP.metadata())
                        .assertionEncryptionMode(AssertionEncryptionModeType.REQUIRED)),
                "InvalidInput",
                text);
        assertThat(admin.listSAMLProviders().samlProviderList()).hasSize(1);
    }

    @Test
    void aProviderIsDeletedWithItsKeys() {
        String arn = create("idp");
        admin.updateSAMLProvider(update -> update.samlProviderArn(arn).addPrivateKey(IDP.privateKeyPem()));
        admin.deleteSAMLProvider(delete -> delete.samlProviderArn(arn));

        assertThat(admin.listSAMLProviders().samlProviderList()).isEmpty();
        create("idp");
        assertThat(keysOf(arn)).isEmpty();
    }
}
