package io.claviger.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.decision.PrincipalPolicies;
import io.claviger.policy.random.RandomPolicy;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.Decision;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.MapContext;
import io.claviger.policy.request.MatchedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many statements and policies there are, and however they are looked up, the outcome is theirs one by one. */
class IndexesTest {

    private static CompiledPolicy policy(String name, String statements) {
        return CompiledPolicy.compile(
                name, Policies.parsed("{\"Version\":\"2012-10-17\",\"Statement\":[%s]}".formatted(statements)));
    }

    private static PrincipalPolicies principal(List<CompiledPolicy> policies) {
        return PrincipalPolicies.of(policies, null, null);
    }

    /** The outcome of many policies, out of those of each alone. */
    private static String oneByOne(List<CompiledPolicy> policies, AuthorizationRequest request) {
        List<Decision> decisions = policies.stream()
                .map(policy -> principal(List.of(policy)).decide(request))
                .toList();
        if (decisions.stream().anyMatch(ExplicitlyDenied.class::isInstance)) {
            return "Deny:IDENTITY";
        }
        return decisions.stream().anyMatch(Allowed.class::isInstance) ? "Allow" : "Implicit:IDENTITY";
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {31, 32, 40})
    void manyPoliciesDecideAsEachDoes(int count) {
        manyPolicies(count, 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32})
    void aFewTimesManyPoliciesDecideAsEachDoes(int count) {
        manyPolicies(count, 3);
    }

    private static void manyPolicies(int count, int rounds) {
        RandomPolicy world = new RandomPolicy(new SplittableRandom(count));
        for (int round = 0; round < rounds; round++) {
            List<CompiledPolicy> policies = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                // rarely a denial, or everything would be denied
                String text = i % 10 == 0 ? world.policy() : world.policy().replace("\"Deny\"", "\"Allow\"");
                policies.add(CompiledPolicy.compile("p" + i, Policies.parsed(text)));
            }
            PrincipalPolicies all = principal(policies);
            for (int i = 0; i < 5; i++) {
                AuthorizationRequest request =
                        new AuthorizationRequest(world.action(), world.resource(), MapContext.of(world.context()));
                assertThat(Policies.words(all.decide(request))).isEqualTo(oneByOne(policies, request));
            }
        }
    }

    @Tag("long")
    @Test
    void manyStatementsAboutOneActionDecideAsEachDoes() {
        manyStatements(250);
    }

    @Test
    void aFewTimesManyStatementsAboutOneActionDecideAsEachDoes() {
        manyStatements(10);
    }

    private static void manyStatements(int rounds) {
        SplittableRandom random = new SplittableRandom(3);
        List<String> resources = List.of(
                "arn:aws:s3:::a",
                "arn:aws:s3:::a/*",
                "arn:aws:s3:::ab",
                "arn:aws:s3:::a*b",
                "arn:aws:s3:::${a:s}",
                "arn:aws:s3:::b${a:s}*",
                "arn:*:s3:::c",
                "arn:aws:iam::*:user/a",
                "arn:aws:iam::1:user/*",
                "arn:aws:S3:::b/k",
                "arn:aws:x");
        List<String> asked = List.of(
                "arn:aws:s3:::a",
                "arn:aws:s3:::a/x",
                "arn:aws:s3:::ab",
                "arn:aws:s3:::abc",
                "arn:aws:s3:::axb",
                "arn:aws:s3:::c",
                "arn:aws-cn:s3:::c",
                "arn:aws:iam::1:user/a",
                "arn:aws:iam::2:user/b",
                "arn:aws:s3:::bx",
                "arn:aws:s3:::b/k",
                "arn:aws:x:::y",
                "arn",
                "*");
        for (int round = 0; round < rounds; round++) {
            String action = random.nextBoolean() ? "s3:GetObject" : "s3:Get*";
            String elsewhere = random.nextInt(4) == 0 ? "NotResource" : "Resource";
            List<String> statements = IntStream.range(0, 80)
                    .mapToObj(i -> "{\"Effect\":\"%s\",\"Action\":\"%s\",\"%s\":[\"%s\",\"%s\"]}"
                            .formatted(
                                    random.nextInt(30) == 0 ? "Deny" : "Allow",
                                    action,
                                    i == 0 ? elsewhere : "Resource",
                                    resources.get(random.nextInt(resources.size())),
                                    "arn:aws:s3:::only-" + random.nextInt(1000)))
                    .toList();
            CompiledPolicy together = policy("all", String.join(",", statements));
            // so many in each that each would look the resource up, were they not brought together
            List<CompiledPolicy> inFour = IntStream.range(0, 4)
                    .mapToObj(i -> policy("part", String.join(",", statements.subList(20 * i, 20 * i + 20))))
                    .toList();
            List<CompiledPolicy> apart = statements.stream()
                    .map(statement -> policy("one", statement))
                    .toList();
            for (String resource : asked) {
                AuthorizationRequest request = new AuthorizationRequest(
                        "s3:GetObject", resource, MapContext.of(Map.of("a:s", new ContextValue.Text("x"))));
                String expected = oneByOne(apart, request);
                for (List<CompiledPolicy> policies : List.of(List.of(together), inFour)) {
                    assertThat(Policies.words(principal(policies).decide(request)))
                            .as("%s under %s", resource, statements)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void amongAThousandResourcesEveryOneIsFound() {
        String statements = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"Sid\":\"S%d\",\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"%s\"}"
                        .formatted(i, "arn:aws:s3:::bucket-" + i + (i % 2 == 0 ? "/*" : "/k")))
                .collect(Collectors.joining(","));
        PrincipalPolicies principal = principal(List.of(policy("all", statements)));
        for (int i = 0; i < 1000; i++) {
            Decision decision = principal.decide(
                    new AuthorizationRequest("S3:getObject", "arn:aws:s3:::bucket-" + i + "/k", MapContext.empty()));
            assertThat(decision).isEqualTo(new Allowed(new MatchedStatement("all", i, "S" + i)));
        }
        assertThat(principal.decide(
                        new AuthorizationRequest("s3:GetObject", "arn:aws:s3:::bucket-1000/k", MapContext.empty())))
                .isNotInstanceOf(Allowed.class);
    }
}
