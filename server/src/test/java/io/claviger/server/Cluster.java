package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.claviger.federation.oidc.Addresses;
import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.composition.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A cluster whose service accounts have tokens, and a server with a role that trusts them. */
final class Cluster implements AutoCloseable {

    static final String ISSUER = "https://issuer.example/cluster";
    static final String SERVICE_ACCOUNT = "system:serviceaccount:app:web";
    static final String ROLE = "arn:aws:iam::123456789012:role/pod";

    private final Path directory;
    private final RSAKey key;
    private final RunningServer server;

    /**
     * Starts the server.
     *
     * @param condition of the trust policy, as a member of its statement; empty for none
     */
    Cluster(Path directory, String condition) throws Exception {
        this.directory = directory;
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        Path keys = Files.writeString(directory.resolve("keys.json"), new JWKSet(key).toString());
        Settings usual = Samples.settings(new DataLocation.InMemory(), Optional.of(directory.resolve("audit")));
        server = Samples.start(Samples.with(
                usual, new OpenIdConnect.Settings(Addresses.PUBLIC, Map.of(ISSUER, keys)), usual.console()));
        done("Action=CreateOpenIDConnectProvider&Version=2010-05-08&Url=" + Samples.encoded(ISSUER)
                + "&ClientIDList.member.1=sts.amazonaws.com");
        done("Action=CreateRole&Version=2010-05-08&RoleName=pod&AssumeRolePolicyDocument="
                + Samples.encoded("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                        + "\"Action\":\"sts:AssumeRoleWithWebIdentity\",\"Principal\":"
                        + "{\"Federated\":\"arn:aws:iam::123456789012:oidc-provider/issuer.example/cluster\"}"
                        + (condition.isEmpty() ? "" : "," + condition) + "}}"));
    }

    private void done(String body) throws Exception {
        assertThat(signed("iam", body)).startsWith("HTTP/1.1 200 ");
    }

    /** What it answers to the administrator. */
    String signed(String service, String body) throws Exception {
        return Samples.call(server.endpoint(), Samples.NOW, Samples.KEY_ID, Samples.SECRET, service, body);
    }

    RunningServer server() {
        return server;
    }

    /** The token of the service account. */
    String token() throws JOSEException {
        return token(_ -> {});
    }

    /** The same with other claims. */
    String token(Consumer<JWTClaimsSet.Builder> more) throws JOSEException {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(SERVICE_ACCOUNT)
                .audience("sts.amazonaws.com")
                .issueTime(Date.from(Samples.NOW))
                .expirationTime(Date.from(Samples.NOW.plus(Duration.ofMinutes(10))));
        more.accept(claims);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    /** Stops the server and reads what it wrote down of calls of AssumeRoleWithWebIdentity into this directory. */
    List<String> audit(String name) throws IOException {
        close();
        return Samples.audited(directory.resolve(name), "AssumeRoleWithWebIdentity");
    }

    @Override
    public void close() {
        server.close();
    }
}
