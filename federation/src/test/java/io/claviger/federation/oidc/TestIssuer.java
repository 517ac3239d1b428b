package io.claviger.federation.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An issuer of OpenID Connect on this machine: it makes tokens, and shows its keys over TLS. */
public final class TestIssuer implements AutoCloseable {

    public static final String CLIENT = "sts.amazonaws.com";

    /** How often its keys were asked for. */
    public final AtomicInteger asked = new AtomicInteger();

    private final TestCertificates certificates;
    private final HttpsServer server;
    private final String path;
    private volatile RSAKey rsa = rsa("rsa-1");
    private volatile Answer discovery;
    private volatile Answer keys;

    /** What it answers. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private TestIssuer(TestCertificates certificates, HttpsServer server, String path) {
        this.certificates = certificates;
        this.server = server;
        this.path = path;
        this.discovery = exchange -> json(exchange, 200, discoveryDocument());
        this.keys = exchange -> json(exchange, 200, jwks());
    }

    /** An issuer at {@code https://localhost:PORT/realm}. */
    public static TestIssuer start() throws Exception {
        return start(TestCertificates.ofLocalhost(), "/realm");
    }

    public static TestIssuer start(TestCertificates certificates, String path) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.context()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        TestIssuer issuer = new TestIssuer(certificates, server, path);
        String base = path.endsWith("/") ? path : path + "/";
        server.createContext(base + ".well-known/openid-configuration", exchange -> issuer.discovery.to(exchange));
        server.createContext(base + "keys", exchange -> {
            issuer.asked.incrementAndGet();
            issuer.keys.to(exchange);
        });
        server.start();
        return issuer;
    }

    /** Its URL: what stands in {@code iss}. */
    public String url() {
        return "https://localhost:" + server.getAddress().getPort() + path;
    }

    /** The same without {@code https://}, as ARNs and condition keys have it. */
    public String name() {
        return url().substring("https://".length());
    }

    /** The issuer as the verifier is told of it, trusted by its authority's thumbprint. */
    public Issuer trusted() {
        return new Issuer(url(), List.of(certificates.thumbprint()));
    }

    public TestCertificates certificates() {
        return certificates;
    }

    /** Its RSA key. */
    public RSAKey rsaKey() {
        return rsa;
    }

    /** From now on it signs with another key, and shows that one alone. */
    public void rotate(String keyId) {
        rsa = rsa(keyId);
    }

    /** From now on its discovery document is asked for in vain, or otherwise. */
    public void discovers(Answer answer) {
        discovery = answer;
    }

    /** From now on its keys are shown otherwise. */
    public void shows(Answer answer) {
        keys = answer;
    }

    /** From now on it answers at a path of its own. */
    public void serves(String name, Answer answer) {
        server.createContext((path.endsWith("/") ? path : path + "/") + name, answer::to);
    }

    public String discoveryDocument() {
        return "{\"issuer\":\"" + url() + "\",\"jwks_uri\":\"" + url() + (path.endsWith("/") ? "" : "/")
                + "keys\",\"response_types_supported\":"
                + "[\"id_token\"],\"subject_types_supported\":[\"public\"],"
                + "\"id_token_signing_alg_values_supported\":[\"RS256\"]}";
    }

    /** Its keys, as a document. */
    public String jwks() {
        return new JWKSet(List.<JWK>of(rsa, EC_256, EC_384)).toString();
    }

    public static final ECKey EC_256 = ec(Curve.P_256, "ec-256");
    public static final ECKey EC_384 = ec(Curve.P_384, "ec-384");

    /** What a usual token says at this time. */
    public JWTClaimsSet.Builder claims(Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .subject("system:serviceaccount:app:web")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))));
    }

    /** A usual token. */
    public String token(Instant now) {
        return token(now, _ -> {});
    }

    /** A usual token with other claims. */
    public String token(Instant now, Consumer<JWTClaimsSet.Builder> more) {
        JWTClaimsSet.Builder claims = claims(now);
        more.accept(claims);
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(rsa.getKeyID()).build(), claims.build(), rsa);
    }

    /** A token under this header, signed by this key. */
    public static String signed(JWSHeader header, JWTClaimsSet claims, JWK key) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(key instanceof RSAKey rsaKey ? new RSASSASigner(rsaKey) : new ECDSASigner(key.toECKey()));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static RSAKey rsa(String keyId) {
        try {
            return new RSAKeyGenerator(2048).keyID(keyId).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec(Curve curve, String keyId) {
        try {
            return new ECKeyGenerator(curve).keyID(keyId).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers with a document. */
    public static void json(HttpExchange exchange, int status, String document) throws IOException {
        byte[] body = document.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
