package io.claviger.bench;

import io.claviger.bench.SignedCall.By;
import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.MapContext;
import io.claviger.policy.request.RequestContext;
import io.claviger.server.http.Answer;
import io.claviger.server.http.IncomingRequest;
import io.claviger.server.road.Road;
import io.claviger.sigv4.HttpRequest;
import io.claviger.sigv4.Lookup;
import io.claviger.sigv4.SigningSecret;
import io.claviger.sigv4.Verification;
import io.claviger.sigv4.Verifier;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
 * What the hot path costs in process, on one thread: the signature of a GetUser as aws-cli sends it, the decision for a
 * user with ten attached AWS managed policies, and the whole road from a request to the bytes of its answer. The
 * baselines are what no signature can do without: one HMAC, and one hash of the body.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionBenchmark {

    private static final String ACTION = "iam:GetUser";
    private static final String RESOURCE = "arn:aws:iam::" + Program.ACCOUNT + ":user/";
    private static final URI ENDPOINT = URI.create("http://127.0.0.1:7080");

    private final HttpRequest getUser =
            By.iam(InProcess.ALICE, ENDPOINT).call(SignedCall.GET_USER).request();
    private final IncomingRequest userArrival = new IncomingRequest(getUser, "127.0.0.1", false);
    private final IncomingRequest identityArrival = new IncomingRequest(
            By.sts(InProcess.ALICE, ENDPOINT)
                    .call(SignedCall.GET_CALLER_IDENTITY)
                    .request(),
            "127.0.0.1",
            false);
    private final SigningSecret secret = SigningSecret.of(InProcess.ALICE.secret());
    private final Verifier<String> verifier =
            new Verifier<>((key, token) -> new Lookup.Found<>("alice", secret), InProcess.rules(), Clock.systemUTC());
    private final PrincipalPolicies policies = PrincipalPolicies.of(
            InProcess.POLICIES.stream().map(DecisionBenchmark::compiled).toList(), null, null);
    private final RequestContext context = MapContext.of(Map.of("aws:username", new ContextValue.Text("alice")));
    private final Road road = InProcess.road();
    private final byte[] block = new byte[64];
    private final Mac mac = mac();
    private final MessageDigest digest = digest();

    /** A baseline. */
    @Benchmark
    public byte[] hmac() {
        return mac.doFinal(block);
    }

    /** A baseline. */
    @Benchmark
    public byte[] hashOfBody() {
        return digest.digest(getUser.body());
    }

    /** The signature alone. */
    @Benchmark
    public Verification<String> signature() {
        return verifier.verify(getUser);
    }

    /** The decision alone. */
    @Benchmark
    public Decision decision() {
        return policies.decide(new AuthorizationRequest(ACTION, RESOURCE + "alice", context));
    }

    /** Both, as every request needs them. */
    @Benchmark
    public Decision signatureAndDecision() {
        return switch (verifier.verify(getUser)) {
            case Verification.Verified<String> verified ->
                policies.decide(new AuthorizationRequest(ACTION, RESOURCE + verified.principal(), context));
            case Verification.Refused<String> refused ->
                throw new IllegalStateException(refused.refusal().message());
        };
    }

    /** The whole road. */
    @Benchmark
    public byte[] roadOfGetUser() {
        return body(road.answer(userArrival));
    }

    /** The whole road. */
    @Benchmark
    public byte[] roadOfGetCallerIdentity() {
        return body(road.answer(identityArrival));
    }

    private static byte[] body(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.body();
    }

    private static CompiledPolicy compiled(String name) {
        String document = AwsManagedPolicies.document(AwsManagedPolicies.find(Arns.AWS_MANAGED_POLICY + name)
                .orElseThrow(() -> new IllegalArgumentException(name)));
        return switch (PolicyParser.parse(document, PolicyType.IDENTITY)) {
            case PolicyDocument parsed -> CompiledPolicy.compile(name, parsed);
            case MalformedPolicy malformed -> throw new IllegalArgumentException(malformed.message());
        };
    }

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(Effort effort, Report report) throws RunnerException {
        var options = Jmh.options(DecisionBenchmark.class, effort).build();
        Map<String, Double> nanos = new HashMap<>();
        for (RunResult result : new Runner(options).run()) {
            nanos.put(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore());
        }
        print(nanos, report);
    }

    private static void print(Map<String, Double> nanos, Report report) {
        double hmac = nanos.getOrDefault("hmac", Double.NaN);
        double hash = nanos.getOrDefault("hashOfBody", Double.NaN);
        double signature = nanos.getOrDefault("signature", Double.NaN);
        report.ratio("signature of GetUser / HMAC-SHA256 of 64 bytes", signature, hmac, "ns", "");
        report.ratio("signature of GetUser / SHA-256 of the body", signature, hash, "ns", "");
        against(hmac, "decision, ten policies", nanos, "decision", report, "");
        against(hmac, "signature and decision", nanos, "signatureAndDecision", report, "< 3000 ns");
        against(hmac, "whole road, GetCallerIdentity", nanos, "roadOfGetCallerIdentity", report, "");
        against(hmac, "whole road, GetUser", nanos, "roadOfGetUser", report, "");
    }

    private static void against(
            double hmac, String measure, Map<String, Double> nanos, String label, Report report, String target) {
        report.ratio(measure + " / HMAC-SHA256 of 64 bytes", nanos.getOrDefault(label, Double.NaN), hmac, "ns", target);
    }
}
