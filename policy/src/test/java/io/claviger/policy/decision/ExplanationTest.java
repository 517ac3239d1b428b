package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.compile.Reach;
import io.claviger.policy.decision.Mismatch.OfAction;
import io.claviger.policy.decision.Mismatch.OfCondition;
import io.claviger.policy.decision.Mismatch.OfResource;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.json.Position;
import io.claviger.policy.json.Span;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.ContextValue.Texts;
import io.claviger.policy.request.Decision.ExplicitlyDenied;
import io.claviger.policy.request.MatchedStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest extends ExplainedDecisions {

    private static @Nullable Mismatch mismatch(String statement) {
        PrincipalPolicies principal = PrincipalPolicies.of(List.of(policy(PolicyType.IDENTITY, statement)), null, null);
        return explain(principal, null).statements().getFirst().mismatch();
    }

    @Test
    void aStatementThatMatchesIsNamedWithItsPlace() {
        String statement = "{'Sid':'S','Effect':'Deny','Action':'s3:Get*','Resource':'arn:aws:s3:::b/*'}";
        CompiledPolicy policy =
                policy(PolicyType.IDENTITY, "{'Effect':'Allow','Action':'a:b','Resource':'*'}", statement);
        Explanation explanation = explain(PrincipalPolicies.of(List.of(policy), null, null), null);
        MatchedStatement matched = new MatchedStatement("P", 1, "S");
        assertThat(explanation.decision()).isEqualTo(new ExplicitlyDenied(matched, PolicyType.IDENTITY));
        int offset = "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'a:b','Resource':'*'},".length();
        assertThat(explanation.matched()).hasSize(1);
        ExplainedStatement explained = explanation.matched().getFirst();
        assertThat(explained.statement()).isEqualTo(matched);
        assertThat(explained.type()).isEqualTo(PolicyType.IDENTITY);
        assertThat(explained.effect()).isEqualTo(Effect.DENY);
        assertThat(explained.reach()).isEqualTo(Reach.DIRECT);
        assertThat(explained.source().sid()).isEqualTo("S");
        assertThat(explained.span())
                .isEqualTo(new Span(
                        new Position(1, offset + 1, offset),
                        new Position(1, offset + 1 + statement.length(), offset + statement.length())));
        assertThat(explanation.statements()).hasSize(2);
    }

    @Test
    void conditionsThatHoldSinceTheirKeyIsAbsentAreNamed() {
        String statement = "{'Effect':'Deny','Action':'*','Resource':'*','Condition':{"
                + "'StringNotEquals':{'aws:RequestedRegion':'eu-central-1','aws:username':'eve'},"
                + "'BoolIfExists':{'aws:SecureTransport':'false'},'ForAllValues:StringLike':{'a:none':'x'},"
                + "'Null':{'a:null':'true'},'ForAnyValue:StringLike':{'aws:TagKeys':'x'}}}";
        CompiledPolicy policy = policy(PolicyType.IDENTITY, statement);
        ExplainedStatement matched = explain(PrincipalPolicies.of(List.of(policy), null, null), null)
                .matched()
                .getFirst();
        assertThat(matched.heldByAbsence())
                .extracting(condition -> condition.operatorName() + ' ' + condition.key())
                .containsExactly(
                        "StringNotEquals aws:RequestedRegion",
                        "BoolIfExists aws:SecureTransport",
                        "ForAllValues:StringLike a:none");
        String other = statement.replace("'x'", "'z'");
        ExplainedStatement failed = explain(
                        PrincipalPolicies.of(List.of(policy(PolicyType.IDENTITY, other)), null, null), null)
                .statements()
                .getFirst();
        assertThat(failed.matched()).isFalse();
        assertThat(failed.heldByAbsence()).isEmpty();
    }

    @Test
    void theFirstPartThatDoesNotMatchIsTold() {
        assertThat(mismatch("{'Effect':'Allow','Action':['iam:*','s3:PutObject'],'Resource':'arn:aws:s3:::c'}"))
                .isEqualTo(new OfAction(false, List.of("iam:*", "s3:PutObject"), "s3:GetObject"));
        assertThat(mismatch("{'Effect':'Allow','NotAction':'s3:*','Resource':'*'}"))
                .isEqualTo(new OfAction(true, List.of("s3:*"), "s3:GetObject"));
        assertThat(mismatch("{'Effect':'Allow','Action':'*','Resource':['arn:aws:s3:::${a:b}','arn:aws:s3:::c']}"))
                .isEqualTo(new OfResource(
                        false, List.of("arn:aws:s3:::${a:b}", "arn:aws:s3:::c"), "arn:aws:s3:::b/k", List.of("a:b")));
        assertThat(mismatch("{'Effect':'Allow','Action':'*','NotResource':'arn:aws:s3:::b/*'}"))
                .isEqualTo(new OfResource(true, List.of("arn:aws:s3:::b/*"), "arn:aws:s3:::b/k", List.of()));
        assertThat(mismatch("{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringEquals':{"
                        + "'aws:username':'bob','AWS:UserName':'x'}}}".replace("'aws:username':'bob',", "")))
                .isEqualTo(new OfCondition("StringEquals", "AWS:UserName", List.of("x"), new Text("bob"), List.of()));
        assertThat(mismatch("{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringEquals':{"
                        + "'aws:username':'bob'},'ForAllValues:StringLike':{'aws:TagKeys':['x','${a:b}']}}}"))
                .isEqualTo(new OfCondition(
                        "ForAllValues:StringLike",
                        "aws:TagKeys",
                        List.of("x", "${a:b}"),
                        new Texts(List.of("x", "y")),
                        List.of("a:b")));
        assertThat(mismatch("{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Bool':{'a:c':true}}}"))
                .isEqualTo(new OfCondition("Bool", "a:c", List.of("true"), null, List.of()));
        assertThat(mismatch("{'Effect':'Allow','Action':'*','Resource':'*'}")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'Action':'iam:*','Resource':'*' | Action [iam:*] does not match s3:GetObject",
                "'NotAction':'s3:*','Resource':'*' | NotAction [s3:*] lists s3:GetObject",
                "'Action':'*','Resource':'arn:aws:s3:::c' | Resource [arn:aws:s3:::c] does not match arn:aws:s3:::b/k",
                "'Action':'*','NotResource':'arn:aws:s3:::b/k' | NotResource [arn:aws:s3:::b/k] lists arn:aws:s3:::b/k",
                "'Action':'*','NotResource':'arn:aws:s3:::${a:b}' | NotResource [arn:aws:s3:::${a:b}] does not match"
                        + " arn:aws:s3:::b/k, and there is no value for [a:b]",
                "'Action':'*','Resource':'*','Condition':{'Bool':{'a:c':true}} | Bool [true] does not hold: a:c is absent",
                "'Action':'*','Resource':'*','Condition':{'StringLike':{'aws:username':'x'}} | StringLike [x] does not hold:"
                        + " aws:username is bob",
                "'Action':'*','Resource':'*','Condition':{'StringLike':{'aws:TagKeys':'x'}} | StringLike [x] does not hold:"
                        + " aws:TagKeys is [x, y]"
            })
    void aMismatchIsToldInOneSentence(String members, String sentence) {
        Mismatch mismatch = mismatch("{'Effect':'Allow'," + members + "}");
        assertThat(mismatch).isNotNull();
        assertThat(mismatch.sentence()).isEqualTo(sentence);
    }
}
