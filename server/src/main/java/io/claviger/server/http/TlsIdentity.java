package io.claviger.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;

/**
 * The certificate chain and private key that the server shows, from PEM files.
 *
 * @param keyStore holds the one entry
 * @param password of the entry; made up, since the store never leaves memory
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TlsIdentity(KeyStore keyStore, char[] password) {

    /**
     * Reads the files.
     *
     * @param certificate the server's certificate, then those that lead to its root
     * @param key the private key in PKCS#8, not encrypted
     * @throws UnusableTls saying what is wrong with which file, and what to do about it
     */
    public static TlsIdentity read(Path certificate, Path key) {
        Certificate[] chain = chain(certificate);
        PrivateKey privateKey = PrivateKeyPem.read(key, chain[0].getPublicKey());
        char[] password = {'-'};
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry("server", privateKey, password, chain);
            return new TlsIdentity(store, password);
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableTls(certificate + " and " + key + " cannot be used together: " + e.getMessage(), e);
        }
    }

    private static Certificate[] chain(Path file) {
        try {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (certificates.isEmpty()) {
                throw new UnusableTls(file + " holds no certificate", null);
            }
            return certificates.toArray(Certificate[]::new);
        } catch (IOException e) {
            throw new UnusableTls("cannot read " + file + ": " + e.getMessage(), e);
        } catch (CertificateException e) {
            throw new UnusableTls(file + " is not a chain of certificates in PEM: " + e.getMessage(), e);
        }
    }

    /**
     * Whether the last certificate of a file vouches for itself, so that anyone who trusts the file's certificates trusts the
     * server. Those of a public authority end before its root, which every client has.
     *
     * @throws UnusableTls as {@link #read}
     */
    public static boolean endsWithItsRoot(Path certificate) {
        Certificate[] chain = chain(certificate);
        return chain[chain.length - 1] instanceof X509Certificate last
                && last.getIssuerX500Principal().equals(last.getSubjectX500Principal());
    }

    /** The store's type only. */
    @Override
    public String toString() {
        return "TlsIdentity[" + keyStore.getType() + "]";
    }
}
