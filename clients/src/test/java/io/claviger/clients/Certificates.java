package io.claviger.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority made for one test, and a server's certificate that it signed, as PEM files.
 *
 * @param authority what clients are told to trust
 * @param certificate the server's, for 127.0.0.1 and localhost
 * @param privateKey the server's, PKCS #8
 */
public record Certificates(Path authority, Path certificate, Path privateKey) {

    private static final String PASSWORD = "changeit";

    /** Makes them with the JDK's keytool in the given directory. */
    public static Certificates in(Path directory) throws Exception {
        Path store = directory.resolve("keys.p12");
        generate(store, "ca", "-dname", "CN=Test CA", "-ext", "bc:c", "-ext", "ku:c=keyCertSign,cRLSign");
        generate(
                store,
                "server",
                "-dname",
                "CN=localhost",
                "-signer",
                "ca",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-ext",
                "ku:c=digitalSignature",
                "-ext",
                "eku=serverAuth");
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Key key = keys.getKey("server", PASSWORD.toCharArray());
        return new Certificates(
                write(directory.resolve("ca.pem"), pem(keys.getCertificate("ca"))),
                write(directory.resolve("server.pem"), pem(keys.getCertificate("server"))),
                write(directory.resolve("server.key"), pem("PRIVATE KEY", key.getEncoded())));
    }

    /** A context for clients in this process that trusts the authority and nobody else. */
    SSLContext trusting() throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trustManagers(), null);
        return context;
    }

    /** The same trust for clients that want only that. */
    TrustManager[] trustManagers() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var in = Files.newInputStream(authority)) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    private static void generate(Path store, String alias, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2"));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        Ended ended = Ended.of(keytool);
        if (ended.status() != 0) {
            throw new IOException("keytool: " + ended.out());
        }
    }

    private static String pem(Certificate certificate) throws CertificateEncodingException {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    private static String pem(String type, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }
}
