package io.claviger.access.passkey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.exception.Base64UrlException;
import io.claviger.iam.FidoDevice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One person's credentials, as the library asks for them. The person's unique ID is the name and the handle alike. */
record KnownCredentials(String ownerId, List<FidoDevice> devices) implements CredentialRepository {

    static ByteArray handle(String ownerId) {
        return new ByteArray(ownerId.getBytes(US_ASCII));
    }

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String name) {
        return devices.stream()
                .map(device -> PublicKeyCredentialDescriptor.builder()
                        .id(bytes(device.credential().id()))
                        .build())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String name) {
        return name.equals(ownerId) ? Optional.of(handle(ownerId)) : Optional.empty();
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
        return userHandle.equals(handle(ownerId)) ? Optional.of(ownerId) : Optional.empty();
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
        return userHandle.equals(handle(ownerId))
                ? lookupAll(credentialId).stream().findFirst()
                : Optional.empty();
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
        return devices.stream()
                .filter(device -> bytes(device.credential().id()).equals(credentialId))
                .map(this::registered)
                .collect(Collectors.toUnmodifiableSet());
    }

    private RegisteredCredential registered(FidoDevice device) {
        return RegisteredCredential.builder()
                .credentialId(bytes(device.credential().id()))
                .userHandle(handle(ownerId))
                .publicKeyCose(bytes(device.credential().publicKey()))
                .signatureCount(device.credential().signatures())
                .build();
    }

    private static ByteArray bytes(String base64) {
        try {
            return ByteArray.fromBase64Url(base64);
        } catch (Base64UrlException e) {
            throw new IllegalStateException("a credential in the database is damaged", e);
        }
    }
}
