package io.claviger.bench;

import io.claviger.iam.Arns;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.policy.AuthorizationRequest;
import io.claviger.policy.CompiledPolicy;
import io.claviger.policy.ContextValue;
import io.claviger.policy.Decision;
import io.claviger.policy.MapContext;
import io.claviger.policy.PolicyDocument;
import io.claviger.policy.PolicyParser;
import io.claviger.policy.PolicyType;
import io.claviger.policy.PrincipalPolicies;
import io.claviger.policy.RequestContext;
import io.claviger.sigv4.CredentialSource;
import io.claviger.sigv4.HttpRequest;
import io.claviger.sigv4.Lookup;
import io.claviger.sigv4.Regions;
import io.claviger.sigv4.ServiceRules;
import io.claviger.sigv4.SigningSecret;
import io.claviger.sigv4.Verification;
import io.claviger.sigv4.Verifier;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What the hot path costs in process: the signature of a GetUser as aws-cli sends it, and the decision for a user with ten
 * attached AWS managed policies. The baseline is a SHA-256 of 64 bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class DecisionBenchmark {

    private static final List<String> ATTACHED = List.of(
            "IAMUserChangePassword",
            "AmazonS3ReadOnlyAccess",
            "AmazonEC2ReadOnlyAccess",
            "AmazonSQSFullAccess",
            "AmazonSNSFullAccess",
            "AmazonDynamoDBReadOnlyAccess",
            "CloudWatchReadOnlyAccess",
            "AmazonRoute53ReadOnlyAccess",
            "AmazonRDSReadOnlyAccess",
            "IAMReadOnlyAccess");

    private final HttpRequest request =
            SignedCall.user(URI.create("http://127.0.0.1:7080")).request();
    private final SigningSecret secret = SigningSecret.of(Program.Administrator.SECRET);
    private final CredentialSource<String> source = (key, token) -> new Lookup.Found<>("alice", secret);
    private final Verifier<String> verifier = new Verifier<>(
            source,
            ServiceRules.queryService(Map.of("iam", Regions.of("us-east-1"), "sts", Regions.of("us-east-1"))),
            Clock.systemUTC());
    private final PrincipalPolicies policies = PrincipalPolicies.of(
            ATTACHED.stream().map(DecisionBenchmark::compiled).toList(), null, null);
    private final RequestContext context = MapContext.of(Map.of("aws:username", new ContextValue.Text("alice")));
    private final byte[] block = new byte[64];

    /** The baseline. */
    @Benchmark
    public byte[] sha256() throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(block);
    }

    /** The signature alone. */
    @Benchmark
    public Verification<String> signature() {
        return verifier.verify(request);
    }

    /** The decision alone. */
    @Benchmark
    public Decision decision() {
        return policies.decide(
                new AuthorizationRequest("iam:GetUser", "arn:aws:iam::111122223333:user/alice", context));
    }

    /** Both, as every request needs them. */
    @Benchmark
    public Decision signatureAndDecision() {
        return switch (verifier.verify(request)) {
            case Verification.Verified<String> verified ->
                policies.decide(new AuthorizationRequest(
                        "iam:GetUser", "arn:aws:iam::111122223333:user/" + verified.principal(), context));
            case Verification.Refused<String> refused ->
                throw new IllegalStateException(refused.refusal().message());
        };
    }

    private static CompiledPolicy compiled(String name) {
        String document = AwsManagedPolicies.document(AwsManagedPolicies.find(Arns.AWS_MANAGED_POLICY + name)
                .orElseThrow(() -> new IllegalArgumentException(name)));
        return switch (PolicyParser.parse(document, PolicyType.IDENTITY)) {
            case PolicyDocument parsed -> CompiledPolicy.compile(name, parsed);
            case io.claviger.policy.MalformedPolicy malformed ->
                throw new IllegalArgumentException(malformed.message());
        };
    }

    static void run(Report report) throws RunnerException {
        var options = new OptionsBuilder()
                .include(DecisionBenchmark.class.getName() + ".*")
                .verbosity(VerboseMode.SILENT)
                .build();
        Map<String, Double> nanos = new java.util.HashMap<>();
        for (RunResult result : new Runner(options).run()) {
            nanos.put(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore());
        }
        double baseline = nanos.getOrDefault("sha256", Double.NaN);
        report.ratio(
                "signature / SHA-256 of 64 bytes", nanos.getOrDefault("signature", Double.NaN), baseline, "ns", "");
        report.ratio("decision, ten policies", nanos.getOrDefault("decision", Double.NaN), baseline, "ns", "");
        report.ratio(
                "signature and decision",
                nanos.getOrDefault("signatureAndDecision", Double.NaN),
                baseline,
                "ns",
                "< 3000 ns");
    }
}
