package io.claviger.federation.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A certificate for a name of this machine, issued by an authority that nobody knows; made by the JDK's keytool.
 *
 * @param server its key, and the chain up to the authority
 * @param authority the authority's own certificate
 */
public record TestCertificates(KeyStore server, X509Certificate authority) {

    private static final String PASSWORD = "changeit";

    /** For {@code localhost}: the same for all tests of a process, since making one takes a while. */
    public static synchronized TestCertificates ofLocalhost() throws Exception {
        TestCertificates made = ofLocalhost;
        if (made == null) {
            Path directory = Files.createTempDirectory("certificates");
            made = in(directory, "dns:localhost");
            Files.delete(directory);
            ofLocalhost = made;
        }
        return made;
    }

    private static @Nullable TestCertificates ofLocalhost;

    /** For this subject alternative name, as keytool writes it. */
    public static TestCertificates in(Path directory, String name) throws Exception {
        Path store = directory.resolve("keys.p12");
        keytool(store, "-alias", "ca", "-dname", "CN=Test CA", "-ext", "bc:c");
        keytool(store, "-alias", "server", "-dname", "CN=Server", "-signer", "ca", "-ext", "san=" + name);
        KeyStore keys = load(store);
        Files.delete(store);
        return new TestCertificates(keys, (X509Certificate) keys.getCertificate("ca"));
    }

    /** The thumbprint of the authority. */
    public String thumbprint() {
        return CertificateTrust.thumbprint(authority);
    }

    /** The thumbprint of the server's own certificate. */
    public String leafThumbprint() throws Exception {
        return CertificateTrust.thumbprint((X509Certificate) server.getCertificate("server"));
    }

    /** TLS of a server that shows this certificate. */
    public SSLContext context() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(server, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore load(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static void keytool(Path store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString()));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
