package io.claviger.federation.oidc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Looks which certificates an issuer shows, and trusts none of them: nothing is sent to it, and nothing read. */
final class ShownCertificates {

    private static final int HTTPS = 443;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private ShownCertificates() {}

    /**
     * The thumbprint of the last certificate that the issuer shows, which is the one closest to the root.
     *
     * @throws IOException when it shows none, or has an address that is not allowed
     */
    static String topThumbprint(String issuerUrl, Addresses allowed) throws IOException {
        URI uri = URI.create(issuerUrl);
        int port = uri.getPort() < 0 ? HTTPS : uri.getPort();
        InetAddress address = InetAddress.getByName(uri.getHost());
        if (!allowed.allow(address)) {
            throw new IOException(uri.getHost() + " is at " + address.getHostAddress()
                    + ", which is not a public address: start with --oidc-addresses any to allow it");
        }
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), (int) LONGEST.toMillis());
            plain.setSoTimeout((int) LONGEST.toMillis());
            try (SSLSocket socket =
                    (SSLSocket) looking().getSocketFactory().createSocket(plain, uri.getHost(), port, true)) {
                socket.startHandshake();
                Certificate[] chain = socket.getSession().getPeerCertificates();
                return CertificateTrust.thumbprint((X509Certificate) chain[chain.length - 1]);
            }
        }
    }

    private static SSLContext looking() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Looking()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot be had", e);
        }
    }

    /** Lets the handshake go on whatever is shown. */
    private static final class Looking extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
