package io.claviger.access.passkey;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AuthenticatorAssertionResponse;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.ClientAssertionExtensionOutputs;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.CollectedClientData;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import io.claviger.iam.FidoDevice;
import io.claviger.iam.FidoDevice.Credential;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Yubico's library, asked for this deployment. It is loaded when the first passkey is used, and by nothing else: the server's
 * start does without it.
 *
 * @see <a href="https://developers.yubico.com/java-webauthn-server/">java-webauthn-server</a>
 */
final class WebAuthn {

    private static final UserVerificationRequirement ASKED = UserVerificationRequirement.DISCOURAGED;

    /** No attestation is asked for. What is left of one then is the authenticator's own signature, or nothing. */
    private static final Set<String> FORMATS = Set.of("none", "packed");

    private WebAuthn() {}

    /** The challenge that a browser says was answered. */
    static byte[] challenge(String clientData) throws PasskeyRefused {
        return judged(
                () -> new CollectedClientData(bytes(clientData)).getChallenge().getBytes());
    }

    /** The credential that was made for somebody. */
    static Credential registered(Attestation attestation, String ownerId) throws PasskeyRefused {
        return judged(() -> {
            var response = AuthenticatorAttestationResponse.builder()
                    .attestationObject(bytes(attestation.object()))
                    .clientDataJSON(bytes(attestation.clientData()))
                    .build();
            if (!FORMATS.contains(response.getAttestation().getFormat())) {
                throw new IllegalArgumentException("an attestation that was not asked for");
            }
            var made =
                    PublicKeyCredential.<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs>builder()
                            .id(bytes(attestation.id()))
                            .response(response)
                            .clientExtensionResults(
                                    ClientRegistrationExtensionOutputs.builder().build())
                            .build();
            RelyingParty party = party(attestation.site(), new KnownCredentials(ownerId, List.of()));
            var asked = PublicKeyCredentialCreationOptions.builder()
                    .rp(party.getIdentity())
                    .user(UserIdentity.builder()
                            .name(ownerId)
                            .displayName(ownerId)
                            .id(KnownCredentials.handle(ownerId))
                            .build())
                    .challenge(response.getClientData().getChallenge())
                    .pubKeyCredParams(party.getPreferredPubkeyParams())
                    .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                            .userVerification(ASKED)
                            .build())
                    .build();
            RegistrationResult result = party.finishRegistration(FinishRegistrationOptions.builder()
                    .request(asked)
                    .response(made)
                    .build());
            return new Credential(
                    attestation.site().host(),
                    result.getKeyId().getId().getBase64Url(),
                    result.getPublicKeyCose().getBase64Url(),
                    result.getSignatureCount(),
                    uuid(result.getAaguid()));
        });
    }

    /** The counter of signatures that came with an assertion of a device. */
    static long signatures(Assertion assertion, FidoDevice device) throws PasskeyRefused {
        return judged(() -> {
            var response = AuthenticatorAssertionResponse.builder()
                    .authenticatorData(bytes(assertion.authenticatorData()))
                    .clientDataJSON(bytes(assertion.clientData()))
                    .signature(bytes(assertion.signature()))
                    .build();
            var shown = PublicKeyCredential.<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs>builder()
                    .id(bytes(assertion.id()))
                    .response(response)
                    .clientExtensionResults(
                            ClientAssertionExtensionOutputs.builder().build())
                    .build();
            var options = PublicKeyCredentialRequestOptions.builder()
                    .challenge(response.getClientData().getChallenge())
                    .rpId(device.credential().relyingParty())
                    .allowCredentials(List.of(PublicKeyCredentialDescriptor.builder()
                            .id(bytes(device.credential().id()))
                            .build()))
                    .userVerification(ASKED)
                    .build();
            Site site = new Site(
                    device.credential().relyingParty(), assertion.site().origins());
            AssertionResult result = party(site, new KnownCredentials(device.ownerId(), List.of(device)))
                    .finishAssertion(FinishAssertionOptions.builder()
                            .request(AssertionRequest.builder()
                                    .publicKeyCredentialRequestOptions(options)
                                    .username(device.ownerId())
                                    .build())
                            .response(shown)
                            .build());
            if (!result.isSuccess()) {
                throw new IllegalArgumentException("no success");
            }
            return result.getSignatureCount();
        });
    }

    private static RelyingParty party(Site site, KnownCredentials known) {
        return RelyingParty.builder()
                .identity(RelyingPartyIdentity.builder()
                        .id(site.host())
                        .name("Claviger")
                        .build())
                .credentialRepository(known)
                .origins(site.origins())
                .validateSignatureCounter(true)
                .build();
    }

    private static ByteArray bytes(String base64) throws Base64UrlException {
        return ByteArray.fromBase64Url(base64);
    }

    private static String uuid(ByteArray aaguid) {
        ByteBuffer bytes = ByteBuffer.wrap(aaguid.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    /** Something that the library looks at, and says to be wrong by exceptions of many kinds. */
    private interface Judged<T> {
        T get() throws IOException, Base64UrlException, RegistrationFailedException, AssertionFailedException;
    }

    private static <T> T judged(Judged<T> judged) throws PasskeyRefused {
        try {
            return judged.get();
        } catch (RegistrationFailedException | AssertionFailedException e) {
            throw new PasskeyRefused("The authenticator's answer is not valid: " + e.getMessage(), e);
        } catch (IOException | Base64UrlException | RuntimeException e) {
            throw new PasskeyRefused("The authenticator's answer cannot be read", e);
        }
    }
}
