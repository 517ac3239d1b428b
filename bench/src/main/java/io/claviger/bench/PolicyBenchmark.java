package io.claviger.bench;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import io.claviger.iam.AwsManagedPolicies;
import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.request.Decision;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Decisions of policies that mean the same in IAM's language and in Cedar's, on one thread. Both engines get their
 * policies parsed beforehand, Cedar's kept in the cache that its library has for them, and the request ready-made.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PolicyBenchmark {

    private static final int ITERATIONS = 5;
    private static final List<String> KINDS = List.of("statements", "statements of one action");
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** Which policies. */
    @Param({
        "photos",
        "tinytodo",
        "ten policies",
        "10 statements",
        "1000 statements",
        "10 statements of one action",
        "1000 statements of one action"
    })
    public String policies = "photos";

    private ComparedPolicies compared = ComparedPolicies.named("photos");
    private PrincipalPolicies iam = PrincipalPolicies.of(List.of(), null, null);
    private PolicySet cedar = new PolicySet();
    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();

    /** Parses the policies, and sees to it that both engines allow. */
    @Setup
    public void prepare() throws Exception {
        compared = ComparedPolicies.named(policies);
        iam = PrincipalPolicies.of(
                compared.iam().stream().map(text -> compiled(policies, text)).toList(), null, null);
        cedar = PolicySet.parsePolicies(compared.cedar());
        cedar.cache();
        if (!(claviger() instanceof Decision.Allowed)) {
            throw new IllegalStateException("Claviger does not allow " + policies + ": " + claviger());
        }
        AuthorizationResponse response = cedar();
        if (!response.success
                .orElseThrow(() -> new IllegalStateException(response.toString()))
                .isAllowed()) {
            throw new IllegalStateException("Cedar does not allow " + policies + ": " + response);
        }
    }

    /** A decision. */
    @Benchmark
    public Decision claviger() {
        return iam.decide(compared.request());
    }

    /** The same decision by Cedar. */
    @Benchmark
    public AuthorizationResponse cedar() throws AuthException {
        return engine.isAuthorized(compared.cedarRequest(), cedar, compared.entities());
    }

    private static CompiledPolicy compiled(String name, String text) {
        return switch (PolicyParser.parse(text, PolicyType.IDENTITY)) {
            case PolicyDocument parsed -> CompiledPolicy.compile(name, parsed);
            case MalformedPolicy malformed -> throw new IllegalArgumentException(malformed.message());
        };
    }

    static void run(Effort effort, Report report) throws RunnerException {
        var options = Jmh.options(PolicyBenchmark.class, effort)
                .addProfiler(GCProfiler.class)
                .build();
        print(new Runner(options).run(), report);
        compilation(report);
    }

    private static void print(Collection<RunResult> results, Report report) {
        Map<String, Double> nanos = new HashMap<>();
        Map<String, Double> bytes = new HashMap<>();
        List<String> sets = new ArrayList<>();
        for (RunResult result : results) {
            String set = result.getParams().getParam("policies");
            String engine = result.getPrimaryResult().getLabel();
            nanos.put(engine + set, result.getPrimaryResult().getStatistics().getPercentile(50));
            var allocated = result.getSecondaryResults().get(ALLOCATED);
            bytes.put(engine + set, allocated == null ? Double.NaN : allocated.getScore());
            if (!sets.contains(set)) {
                sets.add(set);
            }
        }
        for (String set : sets) {
            double ours = nanos.getOrDefault("claviger" + set, Double.NaN);
            double theirs = nanos.getOrDefault("cedar" + set, Double.NaN);
            report.ratio("decision, " + set + " / Cedar", ours, theirs, "ns", "<= 0.1");
            report.value("allocated, " + set, bytes.getOrDefault("claviger" + set, Double.NaN), "bytes", "0 bytes");
        }
        for (String kind : KINDS) {
            double many = nanos.getOrDefault("claviger1000 " + kind, Double.NaN);
            double few = nanos.getOrDefault("claviger10 " + kind, Double.NaN);
            report.ratio("decision, 1000 " + kind + " / 10", many, few, "ns", "<= 3");
        }
    }

    /** What all of AWS's managed policies take to parse and compile, once warm, and the room that they then have. */
    private static void compilation(Report report) {
        List<String> texts = AwsManagedPolicies.all().stream()
                .map(AwsManagedPolicies::document)
                .toList();
        List<CompiledPolicy> kept = new ArrayList<>();
        double micros = Double.NaN;
        double room = Double.NaN;
        for (int round = 0; round < ITERATIONS; round++) {
            kept.clear();
            long before = used();
            long start = System.nanoTime();
            for (String text : texts) {
                kept.add(compiled("policy", text));
            }
            micros = (System.nanoTime() - start) / 1e3 / texts.size();
            room = (double) (used() - before) / kept.size();
        }
        report.value("parse and compile, mean of AWS's " + texts.size() + " policies", micros, "us", "");
        report.value("room of a compiled policy, mean of the same", room, "bytes", "");
    }

    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
