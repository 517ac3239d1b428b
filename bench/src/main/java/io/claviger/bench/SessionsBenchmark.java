package io.claviger.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.claviger.bench.SignedCall.By;
import io.claviger.server.http.Answer;
import io.claviger.server.http.Endpoint;
import io.claviger.server.http.IncomingRequest;
import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/**
 * What making a session costs in process, on one thread, from the request to the bytes of its answer. A token's baseline is
 * what cannot be left out: to read it with the library and to check its signature. AssumeRole's is GetCallerIdentity. And
 * what a call with a session's key costs, beside the same call with a user's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SessionsBenchmark {

    private static final URI ENDPOINT = URI.create("http://127.0.0.1:7080");

    private final RSAKey rsa = rsa();
    private final ECKey ec = ec();
    private final String rsaToken = token(JWSAlgorithm.RS256, rsa);
    private final String ecToken = token(JWSAlgorithm.ES256, ec);
    private final JWSVerifier rsaVerifier = verifier(rsa);
    private final JWSVerifier ecVerifier = verifier(ec);
    private final Endpoint road = InProcess.roadWithKeys(keys());
    private final IncomingRequest byRsa = withToken(rsaToken);
    private final IncomingRequest byEc = withToken(ecToken);
    private final IncomingRequest assumeRole = signed(AssumedRole.ASSUME);
    private final IncomingRequest identity = signed(SignedCall.GET_CALLER_IDENTITY);
    private final IncomingRequest identityBySession =
            bySession(body(road.answer(assumeRole)), SignedCall.GET_CALLER_IDENTITY);

    /** The library alone: parse a token and check its RS256. */
    @Benchmark
    public boolean bareRs256() throws ParseException, JOSEException {
        return SignedJWT.parse(rsaToken).verify(rsaVerifier);
    }

    /** The library alone: parse a token and check its ES256. */
    @Benchmark
    public boolean bareEs256() throws ParseException, JOSEException {
        return SignedJWT.parse(ecToken).verify(ecVerifier);
    }

    /** A session for a token under RS256. */
    @Benchmark
    public byte[] sessionByRs256() {
        return body(road.answer(byRsa));
    }

    /** A session for a token under ES256. */
    @Benchmark
    public byte[] sessionByEs256() {
        return body(road.answer(byEc));
    }

    /** A session for a user. */
    @Benchmark
    public byte[] assumeRole() {
        return body(road.answer(assumeRole));
    }

    /** The quickest call that there is. */
    @Benchmark
    public byte[] getCallerIdentity() {
        return body(road.answer(identity));
    }

    /** The same with the key of a session of a role, whose token is signed too. */
    @Benchmark
    public byte[] getCallerIdentityBySession() {
        return body(road.answer(identityBySession));
    }

    private static byte[] body(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private static IncomingRequest signed(String form) {
        return new IncomingRequest(By.sts(InProcess.ALICE, ENDPOINT).call(form).request(), "127.0.0.1", false);
    }

    private static IncomingRequest bySession(byte[] assumed, String form) {
        return new IncomingRequest(AssumedRole.by(assumed, ENDPOINT).call(form).request(), "127.0.0.1", false);
    }

    private static IncomingRequest withToken(String token) {
        String form = "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=bench&RoleArn="
                + AssumedRole.encoded(AssumedRole.ARN) + "&WebIdentityToken=" + token;
        HttpRequest request = new HttpRequest(
                "POST",
                "/",
                "",
                List.of(
                        new Header("Host", ENDPOINT.getAuthority()),
                        new Header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                        new Header("Content-Length", Integer.toString(form.length()))),
                form.getBytes(StandardCharsets.UTF_8));
        return new IncomingRequest(request, "127.0.0.1", false);
    }

    private Path keys() {
        try {
            Path file = Files.createTempFile("keys", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, new JWKSet(List.<JWK>of(rsa, ec)).toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(2048).keyID("rsa").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSVerifier verifier(JWK key) {
        try {
            return key instanceof RSAKey rsaKey ? new RSASSAVerifier(rsaKey) : new ECDSAVerifier(key.toECKey());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(JWSAlgorithm algorithm, JWK key) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(InProcess.ISSUER)
                .subject("system:serviceaccount:app:web")
                .audience("sts.amazonaws.com")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(12))))
                .claim(
                        "kubernetes.io",
                        Map.of("namespace", "app", "serviceaccount", Map.of("name", "web", "uid", "b0c1")))
                .build();
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
            token.sign(key instanceof RSAKey rsaKey ? new RSASSASigner(rsaKey) : new ECDSASigner(key.toECKey()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(Effort effort, Report report) throws RunnerException {
        Map<String, Sample> micros = new HashMap<>();
        for (RunResult result :
                new Runner(Jmh.options(SessionsBenchmark.class, effort).build()).run()) {
            micros.put(result.getPrimaryResult().getLabel(), Jmh.sample(result));
        }
        row("AssumeRoleWithWebIdentity, RS256 / bare check", "sessionByRs256", "bareRs256", micros, report, "<= 1.67");
        row("AssumeRoleWithWebIdentity, ES256 / bare check", "sessionByEs256", "bareEs256", micros, report, "<= 1.67");
        row("AssumeRole / GetCallerIdentity", "assumeRole", "getCallerIdentity", micros, report, "<= 2");
        row(
                "GetCallerIdentity with a session's key / with a user's",
                "getCallerIdentityBySession",
                "getCallerIdentity",
                micros,
                report,
                "<= 1.11");
    }

    private static void row(
            String measure, String label, String baseline, Map<String, Sample> micros, Report report, String target) {
        report.ratio(
                measure,
                Objects.requireNonNull(micros.get(label)),
                Objects.requireNonNull(micros.get(baseline)),
                "us",
                target);
    }
}
