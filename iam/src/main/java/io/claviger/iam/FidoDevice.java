package io.claviger.iam;

import java.time.Instant;
import java.util.List;

/**
 * A passkey or security key: an authenticator that signs challenges with a key pair, of which the public key is kept here.
 * It is somebody's from the beginning to the end.
 *
 * @param path {@code /user/NAME/} of the user for whom it was registered, which later names of the user do not change, or
 *     {@code /root/}
 * @param name what its owner calls it, with an ID that nobody chose
 * @param ownerId a user's unique ID, or the account's for its root user
 * @param since when it was registered
 * @param credential what the authenticator made
 * @see <a href="https://www.w3.org/TR/webauthn-3/">Web Authentication</a>
 */
public record FidoDevice(
        String accountId, String path, String name, String ownerId, Instant since, Credential credential)
        implements MfaDevice {

    /**
     * A credential of Web Authentication.
     *
     * @param relyingParty the host name that it is good for: browsers use it for no other
     * @param id in base 64 for URLs, without padding; unique in the deployment
     * @param publicKey a COSE key, in base 64 for URLs, without padding
     * @param signatures the authenticator's counter of signatures, as it was last seen; 0 if it has none
     * @param model the AAGUID, as a UUID is written; zeros if the authenticator does not say
     */
    public record Credential(String relyingParty, String id, String publicKey, long signatures, String model) {

        /** The same credential after a signature that came with this count. */
        public Credential signed(long count) {
            return new Credential(relyingParty, id, publicKey, count, model);
        }
    }

    /** The path of a user's devices. */
    public static String pathOfUser(String userName) {
        return "/user/" + userName + "/";
    }

    /** The path of the root user's devices. */
    public static final String PATH_OF_ROOT = "/root/";

    @Override
    public String id() {
        return accountId + ":u2f" + path + name;
    }

    /** {@code arn:aws:iam::123456789012:u2f/user/alice/laptop-NSSQURFMVVHQLMHYNZQJFH4EHM}. */
    @Override
    public String serialNumber(Partition partition) {
        return Arns.fidoDevice(partition, accountId, path, name);
    }

    @Override
    public boolean isOf(String owner) {
        return ownerId.equals(owner);
    }

    /** The same device after a signature that came with this count. */
    public FidoDevice signed(long count) {
        return new FidoDevice(accountId, path, name, ownerId, since, credential.signed(count));
    }

    @Override
    public List<String> touches() {
        return List.of(id());
    }
}
