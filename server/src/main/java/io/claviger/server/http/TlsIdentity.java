package io.claviger.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
 * @param files what it was made of
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TlsIdentity(KeyStore keyStore, char[] password, PemFiles files) {

    private static final String PEM_BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String PEM_END = "-----END CERTIFICATE-----";

    /**
     * Reads the files.
     *
     * @param certificate the server's certificate, then those that lead to its root
     * @param key the private key, not encrypted
     * @throws UnusableTls saying what is wrong with which file, and what to do about it
     */
    public static TlsIdentity read(Path certificate, Path key) {
        return of(PemFiles.read(certificate, key));
    }

    /** The same of what was read. */
    static TlsIdentity of(PemFiles files) {
        Certificate[] chain = chain(files.certificate(), files.certificateBytes());
        PrivateKey privateKey = PrivateKeyPem.read(files.key(), files.keyBytes(), chain[0].getPublicKey());
        char[] password = {'-'};
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry("server", privateKey, password, chain);
            return new TlsIdentity(store, password, files);
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableTls(
                    files.certificate() + " cannot be used (" + e.getMessage()
                            + "): it needs the server's certificate first, and then each one that signed the one before",
                    e);
        }
    }

    private static Certificate[] chain(Path file, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (count(text, PEM_BEGIN) != count(text, PEM_END)) {
            throw new UnusableTls(file + " is not whole: a certificate in it begins and does not end", null);
        }
        try {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
            if (certificates.isEmpty()) {
                throw new UnusableTls(file + " holds no certificate", null);
            }
            return certificates.toArray(Certificate[]::new);
        } catch (CertificateException e) {
            throw new UnusableTls(
                    file + " is not a chain of certificates in PEM: it is damaged, or of another form", e);
        }
    }

    private static int count(String text, String mark) {
        return text.split(mark, -1).length;
    }

    /**
     * Whether the last certificate of a file vouches for itself, so that anyone who trusts the file's certificates trusts the
     * server. Those of a public authority end before its root, which every client has.
     *
     * @throws UnusableTls as {@link #read}
     */
    public static boolean endsWithItsRoot(Path certificate) {
        Certificate[] chain = chain(certificate, PemFiles.bytes(certificate));
        return chain[chain.length - 1] instanceof X509Certificate last
                && last.getIssuerX500Principal().equals(last.getSubjectX500Principal());
    }

    /** The files' names only. */
    @Override
    public String toString() {
        return "TlsIdentity[" + files + "]";
    }
}
