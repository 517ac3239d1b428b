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
import java.util.Objects;
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
    /** It is all that Cedar's library for Java offers. */
    private static final String CEDAR = " / Cedar, through JNI and JSON";

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

    /** Claviger's decision of the request. */
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
        Map<String, Sample> nanos = new HashMap<>();
        Map<String, Double> bytes = new HashMap<>();
        List<String> sets = new ArrayList<>();
        for (RunResult result : results) {
            String set = result.getParams().getParam("policies");
            String engine = result.getPrimaryResult().getLabel();
            nanos.put(engine + set, Jmh.sample(result));
            var allocated = result.getSecondaryResults().get(ALLOCATED);
            bytes.put(engine + set, allocated == null ? Double.NaN : allocated.getScore());
            if (!sets.contains(set)) {
                sets.add(set);
            }
        }
        for (String set : sets) {
            Sample ours = Objects.requireNonNull(nanos.get("claviger" + set));
            Sample theirs = Objects.requireNonNull(nanos.get("cedar" + set));
            report.ratio("decision, " + set + CEDAR, ours, theirs, "ns", "<= 0.1");
            double allocated = bytes.getOrDefault("claviger" + set, Double.NaN);
            report.value("allocated, " + set, Sample.of(allocated), "bytes", "0 bytes");
        }
        for (String kind : KINDS) {
            Sample many = Objects.requireNonNull(nanos.get("claviger1000 " + kind));
            Sample few = Objects.requireNonNull(nanos.get("claviger10 " + kind));
            report.ratio("decision, 1000 " + kind + " / 10", many, few, "ns", "<= 3");
        }
    }

    /** What all of AWS's managed policies take to parse and compile, once warm, and the room that they then have. */
    private static void compilation(Report report) {
        List<String> texts = AwsManagedPolicies.all().stream()
                .map(AwsManagedPolicies::document)
                .toList();
        List<CompiledPolicy> kept = new ArrayList<>();
        double[] micros = new double[ITERATIONS];
        double[] room = new double[ITERATIONS];
        for (int round = -ITERATIONS; round < ITERATIONS; round++) {
            kept.clear();
            long before = used();
            long start = System.nanoTime();
            for (String text : texts) {
                kept.add(compiled("policy", text));
            }
            double took = (System.nanoTime() - start) / 1e3 / texts.size();
            double used = (double) (used() - before) / kept.size();
            if (round >= 0) {
                micros[round] = took;
                room[round] = used;
            }
        }
        report.value("parse and compile, mean of AWS's " + texts.size() + " policies", Sample.of(micros), "us", "");
        report.value("room of a compiled policy, mean of the same", Sample.of(room), "bytes", "");
    }

    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
