package io.claviger.policy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.Condition;
import io.claviger.policy.document.Effect;
import io.claviger.policy.document.LanguageVersion;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Term;
import io.claviger.policy.json.Position;
import io.claviger.policy.reference.Policies;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyParserTest extends ParsedTexts {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "This is no JSON",
                "{'Version':'2012-10-17'}",
                "{'Version':'2012-10-17','Statement':[]}",
                "{'Version':'2012-10-17','Statement':'x'}",
                "{'Version':'2012-10-17','Statement':['x']}",
                "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'*','Resource':'*'}],'More':1}",
                "{'Version':'2013-10-17','Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}",
                "{'Version':20121017,'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}",
                "{'Id':['x'],'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}",
                "{'statement':{'Effect':'Allow','Action':'*','Resource':'*'}}",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}} x",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*'},}",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'\u0100'}}",
                "{'Statement':{'Effect':'Allow','Action':'*','Resource':'\u0001'}}"
            })
    void refusesWhatIsNoPolicy(String text) {
        assertThat(message(text.replace('\'', '"'))).isEqualTo("Syntax errors in policy.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Action':'*','Resource':'*'",
                "'Effect':'Permit','Action':'*','Resource':'*'",
                "'Effect':['Allow'],'Action':'*','Resource':'*'",
                "'Effect':'Allow','Action':'*','Resource':'*','More':''",
                "'Effect':'Allow','action':'*','Resource':'*'",
                "'Effect':'Allow','Action':'*','NotAction':'iam:*','Resource':'*'",
                "'Effect':'Allow','Action':[],'NotAction':'iam:*','Resource':'*'",
                "'Effect':'Allow','Action':'*','Resource':'*','NotResource':[]",
                "'Effect':'Allow','Action':'*','Resource':'*','Principal':'*','NotPrincipal':'*'",
                "'Effect':'Allow','Action':{},'Resource':'*'",
                "'Effect':'Allow','Action':[[]],'Resource':'*'",
                "'Effect':'Allow','Action':7,'Resource':'*'",
                "'Effect':'Allow','Action':null,'Resource':'*'",
                "'Effect':'Allow','Action':'*','Resource':{'a':'*'}",
                "'Effect':'Allow','Action':'*','Resource':['*',{}]",
                "'Sid':{},'Effect':'Allow','Action':'*','Resource':'*'",
                "'Effect':'Allow','Effect':'Allow','Action':'*','Resource':'*'"
            })
    void refusesMalformedStatements(String members) {
        assertThat(message(policy(members))).isEqualTo("Syntax errors in policy.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ":", "@", "[", "`", "{", " ", "\u00e9"})
    void refusesSidsWithOtherCharactersThanLettersAndDigits(String character) {
        assertThat(message(policy("'Sid':'%s','Effect':'Allow','Action':'*','Resource':'*'".formatted(character))))
                .startsWith("Statement IDs (SID) must be alpha-numeric.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "@", "[", "`", "{", "_", ",", "\u00e9"})
    void refusesVendorsWithOtherCharactersThanLettersDigitsHyphensAndPoints(String character) {
        assertThat(message(policy("'Effect':'Allow','Action':'a%s:Get','Resource':'*'".formatted(character))))
                .isEqualTo("Vendor a" + character + " is not valid");
    }

    @Test
    void refusesTwoStatementsWithOneSid() {
        String text =
                "{'Statement':[{'Sid':'a','Effect':'Allow','Action':'*','Resource':'*'},{'Sid':'a','Effect':'Deny'}]}";
        assertThat(message(text.replace('\'', '"')))
                .isEqualTo("Statement IDs (SID) in a single policy must be unique.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'Version':'2008-10-17',"})
    void refusesAnOldVersionWhereANewOneIsNeeded(String version) {
        String text = "{%s'Statement':{'Effect':'allow'}}".formatted(version).replace('\'', '"');
        assertThat(PolicyParser.parse(text, PolicyType.IDENTITY, LanguageVersion.V2012_10_17))
                .isEqualTo(new MalformedPolicy(
                        "Policy document must be version 2012-10-17 or greater.",
                        "Policy document must be version 2012-10-17 or greater.",
                        Position.START));
    }

    @Test
    void refusesTooLongATextBeforeReadingIt() {
        assertThat(message("{".repeat(PolicyParser.MAX_LENGTH + 1)))
                .isEqualTo("The policy is longer than 262144 characters.");
    }

    @Test
    void refusesDeepNesting() {
        assertThat(message("{\"Statement\":" + "[".repeat(100_000))).isEqualTo("Syntax errors in policy.");
    }

    static Stream<String> accepted() {
        return Stream.of(
                policy("'Effect':'Allow','Action':'iam: some name ','Resource':'*'"),
                policy("'Sid':'09AZaz','Effect':'Allow','Action':'09-.AZaz:*','Resource':'*'"),
                policy("'Sid':'','Effect':'Deny','NotAction':['s3-a:*','s3.b:*'],'NotResource':['arn:aws:rds','*']"),
                policy("'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:eu-west-1:1:accesspoint/a/object/*'"),
                policy("'Effect':'Allow','Action':'*','Resource':['arn:aws:iam::*:root','arn:aws:iam::1:*']"),
                policy("'Resource':'arn:*:kms:*:${aws:PrincipalAccount}:key/*','Action':'*','Effect':'Allow'"),
                policy(
                        "'Effect':'Deny','Action':'*','Resource':['arn:aws:sqs:*:1','arn:aws:sqs:us-east-1:1','arn:aws:rds']"),
                policy(
                        "'Effect':'Deny','Action':'*','NotResource':['arn:aws:s3::*:b','arn:aws:s3:*:*:*','arn:aws:s3:*']"),
                policy(
                        "'Effect':'Deny','Action':'*','Resource':['arn:aws:cloudfront:us-east-1:1:x','arn:aws:waf:r:1:x']"),
                policy("'Effect':'Deny','Action':'*','Resource':'arn:aws:organizations:us-east-1:1:x'"),
                withCondition("{'NumericEquals':{'a':['10',10,'10.5','-1','1e3','1E+3','-1.5e-3',1e9]}}"),
                withCondition("{'DateLessThan':{'a':['2026','2026-01','2026-1-1','2026-01-01','2026-01-01T00:00Z']}}"),
                withCondition(
                        "{'DateLessThan':{'a':['2026-01-01T00:00:00','2026-01-01t00:00:00z','01T','2026-01-01T']}}"),
                withCondition("{'DateLessThan':{'a':['2016-12-13t2:00:00.593194+23','2026-01-01T00:00:00+09:00']}}"),
                withCondition(
                        "{'DateLessThan':{'a':['2026-01-01T00:00:00,5-0330','2026-1-1T5','2026-001','2026-w01-7']}}"),
                withCondition("{'BinaryEquals':{'a':['YWJj','YWJjZA==','YWI=','']}}"),
                withCondition(
                        "{'ArnLike':{'a':['*','arn:*:s3:::b','arn:aws:*:*:*:*','arn:aws:iam::1:user/${aws:username}']}}"),
                withCondition("{}"),
                withCondition("{'StringEquals':{}}"),
                withCondition("{'StringEquals':{'a':[]}}"),
                withCondition("{'ForAnyValue:StringLikeIfExists':{'a':['x','y']},'Null':{'a':true}}"),
                withCondition("{'DateLessThan':{'a':-292275054},'NumericEquals':{'a':[1,2.5]}}"),
                "\t\r\n {\"Id\":\"x\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"\\u002a\"}]} ");
    }

    @ParameterizedTest
    @MethodSource
    void accepted(String text) {
        assertThat(PolicyParser.parse(text, PolicyType.IDENTITY)).isInstanceOf(PolicyDocument.class);
    }

    @Test
    void keepsTheTextAndCountsItsSizeWithoutWhiteSpace() {
        String text = policy("'Effect':'Allow','Action':'*','Resource':'*'");
        PolicyDocument document = Policies.parsed(" \t" + text.replace(",", ",\r\n  "));
        assertThat(document.text()).startsWith(" \t{");
        assertThat(document.size()).isEqualTo(text.length());
    }

    @Test
    void whiteSpaceDoesNotCountForAPolicyOfTheGreatestSize() {
        String empty = policy("'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::'");
        String full = empty.replace(":::", ":::" + "b".repeat(6144 - empty.length()));
        assertThat(Policies.parsed(full.replace(",", "," + " ".repeat(4096))).size())
                .isEqualTo(6144);
    }

    @Test
    void keepsEveryElementOfAStatement() {
        PolicyDocument document = Policies.parsed(
                ("{'Version':'2012-10-17','Id':'P','Statement':[{'Sid':'S1','Effect':'Deny','NotAction':['iam:*','s3:*'],"
                                + "'NotResource':'*','Condition':{'NumericEquals':{'a:B':[1,'2']}}}]}")
                        .replace('\'', '"'));
        assertThat(document.id()).isEqualTo("P");
        assertThat(document.version()).isEqualTo(LanguageVersion.V2012_10_17);
        Statement statement = document.statements().getFirst();
        assertThat(statement.sid()).isEqualTo("S1");
        assertThat(statement.effect()).isEqualTo(Effect.DENY);
        assertThat(statement.actions().excluding()).isTrue();
        assertThat(statement.actions().terms()).extracting(Term::text).containsExactly("iam:*", "s3:*");
        assertThat(statement.resources().excluding()).isTrue();
        Condition condition = statement.conditions().getFirst();
        assertThat(condition.operatorName()).isEqualTo("NumericEquals");
        assertThat(condition.key()).isEqualTo("a:B");
        assertThat(condition.values()).extracting(Term::text).containsExactly("1", "2");
        assertThat(document.type()).isEqualTo(PolicyType.IDENTITY);
    }
}
