package io.claviger.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.reference.Policies;
import org.junit.jupiter.api.Test;

class ContextKeysTest {

    private static final String STATEMENTS = "'Statement':[{'Effect':'Allow','Action':'dynamodb:*','Resource':"
            + "['arn:aws:dynamodb:us-west-2:123456789012:table/${aws:username}/${a:B, \\\"x\\\"}','*'],'Condition':"
            + "{'DateGreaterThan':{'aws:CurrentTime':'2015-08-16T12:00:00Z'},"
            + "'StringLike':{'s3:prefix':['${aws:PrincipalTag/team}/*','${*}']}}},"
            + "{'Effect':'Deny','Action':'*','NotResource':'arn:aws:s3:::${A:b}','Condition':"
            + "{'Null':{'AWS:CURRENTTIME':'true','x:y':'true'}}}]}";

    private static PolicyDocument policy(String version) {
        return Policies.parsed(
                (version + STATEMENTS).replace("\\\"", "~").replace('\'', '"').replace('~', '\''));
    }

    @Test
    void areListedOnceAsFirstWrittenInTheOrderOfTheText() {
        assertThat(ContextKeys.of(policy("{'Version':'2012-10-17',")))
                .containsExactly("aws:username", "a:B", "aws:CurrentTime", "s3:prefix", "aws:PrincipalTag/team", "x:y");
    }

    @Test
    void theOldVersionHasNoVariables() {
        assertThat(ContextKeys.of(policy("{"))).containsExactly("aws:CurrentTime", "s3:prefix", "x:y");
    }
}
