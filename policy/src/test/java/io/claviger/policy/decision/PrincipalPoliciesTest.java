package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.Decision.Allowed;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.MapContext;
import io.claviger.policy.request.MatchedStatement;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrincipalPoliciesTest {

    private static final AuthorizationRequest REQUEST =
            new AuthorizationRequest("s3:GetObject", "arn:aws:s3:::b/k", MapContext.empty());

    private static CompiledPolicy compiled(String name, String... statements) {
        String text = "{'Version':'2012-10-17','Statement':[%s]}".formatted(String.join(",", statements));
        return CompiledPolicy.compile(name, Policies.parsed(text.replace('\'', '"')));
    }

    @Test
    void namesTheStatementThatAllows() {
        CompiledPolicy policy = compiled(
                "inline:readers",
                "{'Effect':'Allow','Action':'iam:*','Resource':'*'}",
                "{'Sid':'Read','Effect':'Allow','Action':'s3:Get*','Resource':'*'}");
        assertThat(PrincipalPolicies.of(List.of(policy), null, null).decide(REQUEST))
                .isEqualTo(new Allowed(new MatchedStatement("inline:readers", 1, "Read")));
    }

    @Test
    void namesTheStatementThatDeniesAndItsLayer() {
        CompiledPolicy all = compiled("all", "{'Effect':'Allow','Action':'*','Resource':'*'}");
        CompiledPolicy no = compiled("no", "{'Effect':'Deny','Action':'s3:GetObject','Resource':'*'}");
        assertThat(PrincipalPolicies.of(List.of(all), no, null).decide(REQUEST))
                .isEqualTo(new ExplicitlyDenied(new MatchedStatement("no", 0, null), PolicyType.PERMISSIONS_BOUNDARY));
    }

    @Test
    void oneCompiledPolicyMayStandInSeveralLayers() {
        CompiledPolicy all = compiled("all", "{'Effect':'Allow','Action':'*','Resource':'*'}");
        assertThat(PrincipalPolicies.of(List.of(all, all), all, List.of(all)).decide(REQUEST))
                .isInstanceOf(Allowed.class);
    }

    @Test
    void tellsHowManyStatementsNobodySharesWithIt() {
        CompiledPolicy few = compiled("few", "{'Effect':'Allow','Action':'*','Resource':'*'}");
        CompiledPolicy many = compiled(
                "many",
                IntStream.range(0, 12)
                        .mapToObj("{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b%d'}"::formatted)
                        .toArray(String[]::new));
        assertThat(PrincipalPolicies.of(Collections.nCopies(31, few), many, null)
                        .ownStatements())
                .isZero();
        assertThat(PrincipalPolicies.of(List.of(few, many, many, many), null, null)
                        .ownStatements())
                .isZero();
        assertThat(PrincipalPolicies.of(List.of(few, many, many, many, many), null, null)
                        .ownStatements())
                .isEqualTo(1 + 4 * 12);
        assertThat(PrincipalPolicies.of(List.of(few), null, Collections.nCopies(32, few))
                        .ownStatements())
                .isEqualTo(32);
    }

    @Test
    void aContextRefusesKeysThatDifferInCaseOnly() {
        assertThatThrownBy(() ->
                        MapContext.of(Map.of("aws:RequestTag/EC2", new Text("a"), "aws:RequestTag/ec2", new Text("b"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRequestRefusesEndlessResources() {
        String longest = "a".repeat(AuthorizationRequest.MAX_LENGTH);
        assertThat(new AuthorizationRequest("s3:*", longest, MapContext.empty()).resource())
                .hasSize(longest.length());
        assertThatThrownBy(() -> new AuthorizationRequest("s3:*", longest + "a", MapContext.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aUsualDecisionAllocatesNothing() {
        CompiledPolicy some = compiled(
                "some",
                "{'Effect':'Deny','Action':'s3:Put*','Resource':'*'}",
                "{'Effect':'Allow','Action':'iam:*','Resource':'*'}",
                "{'Effect':'Allow','NotAction':'s3:*','Resource':'*'}",
                "{'Effect':'Allow','Action':['s3:Get*'],'Resource':['arn:aws:s3:::c','arn:aws:s3:::b/*'],"
                        + "'Condition':{'StringLike':{'aws:username':['al*','bo?']}}}");
        PrincipalPolicies principal =
                PrincipalPolicies.of(List.of(some, some), some, List.of(some), List.of(List.of(some)));
        AuthorizationRequest request = new AuthorizationRequest(
                "s3:GetObject", "arn:aws:s3:::b/k", MapContext.of(Map.of("aws:username", new Text("bob"))));
        assertThat(principal.decide(request)).isInstanceOf(Allowed.class);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            principal.decide(request);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }
}
