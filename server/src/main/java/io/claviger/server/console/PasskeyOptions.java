package io.claviger.server.console;

import io.claviger.access.passkey.Challenge.Purpose;
import io.claviger.access.passkey.Passkeys;
import io.claviger.access.passkey.Site;
import io.claviger.iam.FidoDevice;
import io.claviger.operations.mfa.FidoRegistrations.Begun;
import io.claviger.server.signin.SignIn.Result;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * What a page asks a browser for, in the JSON that browsers read. A password was shown before, so that it is enough that
 * somebody is there: no PIN is asked for. No attestation is asked for either, since no maker is trusted more than another.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON">Web Authentication</a>
 */
sealed interface PasskeyOptions extends Json.Writing {

    /** ES256, EdDSA and RS256 by COSE's numbers: one of them is had by every authenticator. */
    List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    /** For a new credential. */
    record ForRegistration(Begun begun, String accountId, Site site) implements PasskeyOptions {

        @Override
        public void to(JsonGenerator json) {
            json.writeStartObject();
            json.writeStringProperty("challenge", begun.challenge());
            json.writeObjectPropertyStart("rp");
            json.writeStringProperty("id", site.host());
            json.writeStringProperty("name", "Claviger");
            json.writeEndObject();
            json.writeObjectPropertyStart("user");
            json.writeStringProperty("id", Passkeys.userHandle(begun.ownerId()));
            json.writeStringProperty("name", begun.name() + "@" + accountId);
            json.writeStringProperty("displayName", begun.name());
            json.writeEndObject();
            json.writeArrayPropertyStart("pubKeyCredParams");
            for (int algorithm : ALGORITHMS) {
                json.writeStartObject();
                json.writeStringProperty("type", "public-key");
                json.writeNumberProperty("alg", algorithm);
                json.writeEndObject();
            }
            json.writeEndArray();
            writeCredentials(json, "excludeCredentials", begun.known());
            json.writeObjectPropertyStart("authenticatorSelection");
            json.writeStringProperty("residentKey", "discouraged");
            json.writeStringProperty("userVerification", "discouraged");
            json.writeEndObject();
            json.writeStringProperty("attestation", "none");
            json.writeNumberProperty("timeout", Passkeys.PATIENCE.toMillis());
            json.writeEndObject();
        }
    }

    /**
     * To sign in.
     *
     * @param allowed the IDs of credentials, one of which is to sign
     */
    record ForSigningIn(String challenge, Site site, List<String> allowed) implements PasskeyOptions {

        /** Copies the list. */
        public ForSigningIn {
            allowed = List.copyOf(allowed);
        }

        @Override
        public void to(JsonGenerator json) {
            json.writeStartObject();
            json.writeStringProperty("challenge", challenge);
            json.writeStringProperty("rpId", site.host());
            writeCredentials(json, "allowCredentials", allowed);
            json.writeStringProperty("userVerification", "discouraged");
            json.writeNumberProperty("timeout", Passkeys.PATIENCE.toMillis());
            json.writeEndObject();
        }
    }

    /** For somebody whose password was right. */
    static ForSigningIn forSigningIn(Passkeys passkeys, Result.FactorNeeded needed, Site site, Instant now) {
        List<String> allowed = needed.passkeys().stream()
                .map(FidoDevice::credential)
                .filter(credential -> credential.relyingParty().equals(site.host()))
                .map(FidoDevice.Credential::id)
                .toList();
        return new ForSigningIn(passkeys.challenge(Purpose.SIGN_IN, needed.ownerId(), now), site, allowed);
    }

    private static void writeCredentials(JsonGenerator json, String name, List<String> ids) {
        json.writeArrayPropertyStart(name);
        for (String id : ids) {
            json.writeStartObject();
            json.writeStringProperty("type", "public-key");
            json.writeStringProperty("id", id);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
