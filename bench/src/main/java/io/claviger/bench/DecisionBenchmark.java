package io.claviger.bench;

import io.claviger.bench.SignedCall.By;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.iam.Partition;
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
import io.claviger.server.http.Endpoint;
import io.claviger.server.http.IncomingRequest;
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
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
    private static final String HMAC = "HMAC-SHA256 of 64 bytes";
    private static final int REQUESTS = 48;
    private static final URI ENDPOINT = URI.create("http://127.0.0.1:7080");

    private final HttpRequest getUser =
            By.iam(InProcess.ALICE, ENDPOINT).call(SignedCall.GET_USER).request();
    private final HttpRequest[] requests = requests();
    private int next;
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
    private final Endpoint road = InProcess.road();
    private final byte[] block = new byte[64];
    private final Mac mac = mac();
    private final MessageDigest digest = digest();

    /** The baseline of all rows: one HMAC-SHA256 of 64 bytes, under a key that is ready. */
    @Benchmark
    public byte[] hmac() {
        return mac.doFinal(block);
    }

    /** The signature's other baseline: one SHA-256 of the request's body. */
    @Benchmark
    public byte[] hashOfBody() {
        return digest.digest(getUser.body());
    }

    /** Verifies one signature, of another request each time. */
    @Benchmark
    public Verification<String> signature() {
        return verifier.verify(nextRequest());
    }

    /** Decides one request. */
    @Benchmark
    public Decision decision() {
        return policies.decide(new AuthorizationRequest(ACTION, RESOURCE + "alice", context));
    }

    /** Verifies a signature and decides the request, as every request needs it. */
    @Benchmark
    public Decision signatureAndDecision() {
        return switch (verifier.verify(nextRequest())) {
            case Verification.Verified<String> verified ->
                policies.decide(new AuthorizationRequest(ACTION, RESOURCE + verified.principal(), context));
            case Verification.Refused<String> refused ->
                throw new IllegalStateException(refused.refusal().message());
        };
    }

    /** Answers a GetUser: from the request as the listener hands it over to the bytes of the answer. */
    @Benchmark
    public byte[] roadOfGetUser() {
        return body(road.answer(userArrival));
    }

    /** Answers a GetCallerIdentity, likewise. */
    @Benchmark
    public byte[] roadOfGetCallerIdentity() {
        return body(road.answer(identityArrival));
    }

    /** Requests in rotation: of a single one, the processor would soon predict every branch. */
    private HttpRequest nextRequest() {
        next = (next + 1) % requests.length;
        return requests[next];
    }

    /** GetUser of users with names of one length, so that each body takes one block of SHA-256. */
    private static HttpRequest[] requests() {
        By alice = By.iam(InProcess.ALICE, ENDPOINT);
        return IntStream.range(100, 100 + REQUESTS)
                .mapToObj(number -> alice.call(SignedCall.GET_USER + "&UserName=user" + number))
                .map(SignedCall::request)
                .toArray(HttpRequest[]::new);
    }

    private static byte[] body(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.body();
    }

    private static CompiledPolicy compiled(String name) {
        String document = AwsManagedPolicies.document(AwsManagedPolicies.find(Partition.AWS.awsManagedPolicies() + name)
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
        Map<String, Sample> nanos = new HashMap<>();
        for (RunResult result : new Runner(options).run()) {
            nanos.put(result.getPrimaryResult().getLabel(), Jmh.sample(result));
        }
        print(nanos, report);
    }

    private static void print(Map<String, Sample> nanos, Report report) {
        String hmac = "hmac";
        row("signature of GetUser / " + HMAC, "signature", hmac, nanos, report, "");
        row("signature of GetUser / SHA-256 of the body", "signature", "hashOfBody", nanos, report, "");
        row("decision, ten policies / " + HMAC, "decision", hmac, nanos, report, "");
        row("signature and decision / " + HMAC, "signatureAndDecision", hmac, nanos, report, "< 3000 ns");
        row("whole road, GetCallerIdentity / " + HMAC, "roadOfGetCallerIdentity", hmac, nanos, report, "");
        row("whole road, GetUser / " + HMAC, "roadOfGetUser", hmac, nanos, report, "");
    }

    private static void row(
            String measure, String label, String baseline, Map<String, Sample> nanos, Report report, String target) {
        report.ratio(
                measure,
                Objects.requireNonNull(nanos.get(label)),
                Objects.requireNonNull(nanos.get(baseline)),
                "ns",
                target);
    }
}
