package io.claviger.bench;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.MapContext;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Policies as long as IAM lets them be, of wildcards made to be slow, against a resource of 300 characters which almost
 * matches all of them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WorstPoliciesBenchmark {

    private static final int LONGEST = 6_144;
    private static final String BEGINNING = "arn:aws:s3:::";

    /** What the resources' patterns repeat. */
    @Param({"*aaaa...ab*", "*a?a?...b*", "*?a?c?*", "*aab*", "*a*a*a...*b*"})
    public String patterns = "*aab*";

    private PrincipalPolicies principal = PrincipalPolicies.none();
    private final AuthorizationRequest request = new AuthorizationRequest(
            "s3:GetObject", BEGINNING + "a".repeat(300 - BEGINNING.length()), MapContext.empty());

    /** Makes the policy. */
    @Setup
    public void prepare() {
        String text = longest(
                switch (patterns) {
                    case "*aaaa...ab*" -> i -> "*" + "a".repeat(130) + "b" + i + "*";
                    case "*a?a?...b*" -> i -> "*" + "a?".repeat(65) + "b" + i + "*";
                    case "*?a?c?*" -> i -> "*?a?c" + i + "?*";
                    case "*aab*" -> i -> "*aab" + i + "*";
                    case "*a*a*a...*b*" -> i -> "*" + "a*".repeat(70) + "b" + i + "*";
                    default -> throw new IllegalArgumentException(patterns);
                });
        PolicyDocument document = (PolicyDocument) PolicyParser.parse(text, PolicyType.IDENTITY);
        principal = PrincipalPolicies.of(List.of(CompiledPolicy.compile("worst", document)), null, null);
        if (decide() instanceof Decision.Allowed) {
            throw new IllegalStateException("allowed by " + text);
        }
    }

    private static String longest(IntFunction<String> pattern) {
        return IntStream.iterate(1, count -> count + 1)
                .mapToObj(count -> policy(count, pattern))
                .takeWhile(text -> text.length() <= LONGEST)
                .reduce((shorter, longer) -> longer)
                .orElseThrow();
    }

    private static String policy(int count, IntFunction<String> pattern) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + BEGINNING + pattern.apply(i) + "\"")
                .collect(Collectors.joining(
                        ",",
                        "{\"Version\":\"2012-10-17\",\"Statement\":"
                                + "[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":[",
                        "]}]}"));
    }

    /** Decides the request, which the policy's patterns nearly match. */
    @Benchmark
    public Decision decide() {
        return principal.decide(request);
    }

    static void run(Effort effort, Report report) throws RunnerException {
        var options = Jmh.options(WorstPoliciesBenchmark.class, effort).build();
        for (RunResult result : new Runner(options).run()) {
            report.value(
                    "decision, " + LONGEST + " characters of "
                            + result.getParams().getParam("patterns"),
                    Jmh.sample(result),
                    "us",
                    "< 20 us");
        }
    }
}
