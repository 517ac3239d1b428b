package io.claviger.policy.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.document.AwsPrincipal;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustPolicyTest {

    private static String trusting(String principals) {
        return "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':%s,'Action':'sts:AssumeRole'}}"
                .formatted(principals)
                .replace('\'', '"');
    }

    @Test
    void asksWhetherEveryPrincipalExistsButEverybodyAndServices() {
        List<AwsPrincipal> asked = new ArrayList<>();
        String text = trusting(
                "{'AWS':['*','1234-5678-9012','arn:aws:iam::123456789012:role/p/R',"
                        + "'arn:aws:sts::123456789012:assumed-role/R/s','AROAJQABLZS4A3QDU576Q'],'Service':'ec2.amazonaws.com'}");
        assertThat(TrustPolicy.parse(text, "aws", asked::add)).isInstanceOf(PolicyDocument.class);
        assertThat(asked)
                .containsExactly(
                        new AwsPrincipal.AccountNumber("123456789012"),
                        new AwsPrincipal.UserOrRole("arn:aws:iam::123456789012:role/p/R"),
                        new AwsPrincipal.SessionNamed("arn:aws:sts::123456789012:assumed-role/R/s"),
                        new AwsPrincipal.UniqueId("AROAJQABLZS4A3QDU576Q"));
    }

    @Test
    void refusesAPrincipalThatDoesNotExist() {
        String text = trusting("{'AWS':['*','arn:aws:iam::123456789012:role/Gone']}");
        String message = "Invalid principal in policy: \"AWS\":\"arn:aws:iam::123456789012:role/Gone\"";
        assertThat(TrustPolicy.parse(text, "aws", _ -> false))
                .isInstanceOfSatisfying(MalformedPolicy.class, malformed -> {
                    assertThat(malformed.message()).isEqualTo(message);
                    assertThat(malformed.at().offset()).isEqualTo(text.indexOf("\"arn:aws:iam"));
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS | arn:aws:iam::123456789012:root",
                "AWS | arn:aws-us-gov:iam::123456789012:role/R",
                "AWS | arn:aws:sts::123456789012:federated-user/alice",
                "Federated | arn:aws:iam::123456789012:saml-provider/company"
            })
    void refusesAPrincipalOfAnotherPartition(String kind, String principal) {
        String text = trusting("{'" + kind + "':'" + principal + "'}");
        assertThat(TrustPolicy.parse(text, "aws-cn", _ -> true))
                .isInstanceOfSatisfying(
                        MalformedPolicy.class,
                        malformed -> assertThat(malformed.message())
                                .isEqualTo("Invalid principal in policy: \"" + kind.toUpperCase(Locale.ROOT) + "\":\""
                                        + principal + "\""));
    }

    @Test
    void refusesWhatTheParserRefusesWithoutAsking() {
        String text = trusting("{'AWS':['123456789012','12345']}");
        List<AwsPrincipal> asked = new ArrayList<>();
        assertThat(TrustPolicy.parse(text, "aws", asked::add))
                .isInstanceOfSatisfying(
                        MalformedPolicy.class,
                        malformed -> assertThat(malformed.message())
                                .isEqualTo("Invalid principal in policy: \"AWS\":\"12345\""));
        assertThat(asked).isEmpty();
    }
}
