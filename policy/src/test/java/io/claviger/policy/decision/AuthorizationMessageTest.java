package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.compile.CompiledPolicy;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.request.AuthorizationRequest;
import io.claviger.policy.request.ContextValue;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.ContextValue.Texts;
import io.claviger.policy.request.MapContext;
import io.claviger.policy.request.Requester;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthorizationMessageTest {

    private static final String ARN = "arn:aws:iam::111111111111:user/bob";
    private static final String ID = "AIDABBBBBBBBBBBBBBBBB";
    private static final String RESOURCE = "arn:aws:ec2:us-east-1:111111111111:instance/i-1";
    private static final Map<String, ContextValue> KEYS =
            Map.of("ec2:InstanceType", new Text("t2.micro"), "aws:TagKeys", new Texts(List.of("x", "y")));

    private static CompiledPolicy policy(PolicyType type, String... statements) {
        String text = "{'Version':'2012-10-17','Statement':[%s]}".formatted(String.join(",", statements));
        return CompiledPolicy.compile("P", Policies.parsed(text.replace('\'', '"'), type));
    }

    private static String message(@Nullable ResourcePolicies resource, String... statements) {
        Explanation explanation = Evaluation.explain(
                new Requester.User("111111111111", ARN, ID),
                PrincipalPolicies.of(List.of(policy(PolicyType.IDENTITY, statements)), null, null),
                resource,
                new AuthorizationRequest("ec2:StopInstances", RESOURCE, MapContext.of(KEYS)));
        return new AuthorizationMessage(explanation, ID, ARN, "ec2:StopInstances", RESOURCE, KEYS)
                .json()
                .replace('"', '\'');
    }

    private static final String CONTEXT =
            "'failures':{'items':[]},'context':{'principal':{'id':'" + ID + "','arn':'" + ARN
                    + "'},'action':'ec2:StopInstances','resource':'" + RESOURCE
                    + "','conditions':{'items':[{'key':'aws:TagKeys','values':{'items':[{'value':'x'},{'value':'y'}]}},"
                    + "{'key':'ec2:InstanceType','values':{'items':[{'value':'t2.micro'}]}}]}}}";

    @Test
    void anExplicitDenialShowsTheStatementsThatDeny() {
        assertThat(message(
                        null,
                        "{'Effect':'Allow','Action':'*','Resource':'*'}",
                        "{'Sid':'VisualEditor0','Effect':'Deny','Action':['ec2:Stop*','ec2:Run*'],'NotResource':'arn:aws:s3:::b',"
                                + "'Condition':{'StringLike':{'ec2:InstanceType':['t2.*','m?']}}}",
                        "{'Effect':'Deny','Action':'s3:*','Resource':'*'}"))
                .isEqualTo(
                        "{'allowed':false,'explicitDeny':true,'matchedStatements':{'items':[{'statementId':'VisualEditor0',"
                                + "'effect':'DENY','principals':{'items':[{'value':'" + ID
                                + "'}]},'principalGroups':{'items':[]},"
                                + "'actions':{'items':[{'value':'ec2:Stop*'},{'value':'ec2:Run*'}]},"
                                + "'notResources':{'items':[{'value':'arn:aws:s3:::b'}]},'conditions':{'items':[{'key':'ec2:InstanceType',"
                                + "'values':{'items':[{'value':'t2.*'},{'value':'m?'}]}}]}}]}," + CONTEXT);
    }

    @Test
    void anImplicitDenialShowsNoStatement() {
        assertThat(message(null, "{'Effect':'Allow','Action':'s3:*','Resource':'*'}"))
                .isEqualTo("{'allowed':false,'explicitDeny':false,'matchedStatements':{'items':[]}," + CONTEXT);
    }

    @Test
    void aResourcesPolicyNamesItsPrincipals() {
        ResourcePolicies resource = ResourcePolicies.of(
                "111111111111",
                policy(
                        PolicyType.RESOURCE,
                        "{'Effect':'Deny','NotPrincipal':{'AWS':'111111111111'},'Action':'*','Resource':'*'}",
                        "{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*'}"),
                List.of(),
                false);
        assertThat(message(resource, "{'Effect':'Allow','NotAction':'s3:*','Resource':'*'}"))
                .startsWith("{'allowed':false,'explicitDeny':true,'matchedStatements':{'items':[")
                .contains("'principals':{'items':[{'value':'*'}]}")
                .contains("{'statementId':'','effect':'DENY',");
    }

    @Test
    void whatIsAllowedShowsWhatGrants() {
        assertThat(message(null, "{'Sid':'A','Effect':'Allow','NotAction':'s3:*','Resource':'*'}"))
                .startsWith(
                        "{'allowed':true,'explicitDeny':false,'matchedStatements':{'items':[{'statementId':'A','effect':'ALLOW',")
                .contains("'notActions':{'items':[{'value':'s3:*'}]}");
    }
}
