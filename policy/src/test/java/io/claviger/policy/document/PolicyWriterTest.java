package io.claviger.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.corpus.DecisionCorpus;
import io.claviger.policy.random.RandomPolicy;
import io.claviger.policy.reference.Engine;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.reference.Situation;
import io.claviger.policy.reference.Situation.Owner;
import io.claviger.policy.reference.Situations;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyWriterTest {

    private static final int POLICIES = 2_000;

    /** What a policy says, without the places where it says it. */
    private static String meaning(PolicyDocument document) {
        String said = document.version() + " " + document.id() + " " + document.statements();
        return said.replaceAll("Position\\[[^]]*]", "");
    }

    private static void returns(PolicyDocument document) {
        for (String text : new String[] {PolicyWriter.compact(document), PolicyWriter.indented(document)}) {
            assertThat(meaning(Policies.parsed(text, document.type())))
                    .as(document.text())
                    .isEqualTo(meaning(document));
        }
    }

    private static PolicyDocument rewritten(PolicyDocument document) {
        return Policies.parsed(PolicyWriter.compact(document), document.type());
    }

    private static @Nullable PolicyDocument rewrittenIfThere(@Nullable PolicyDocument document) {
        return document == null ? null : rewritten(document);
    }

    private static List<PolicyDocument> rewritten(List<PolicyDocument> documents) {
        return documents.stream().map(PolicyWriterTest::rewritten).toList();
    }

    private static List<List<PolicyDocument>> levels(List<List<PolicyDocument>> levels) {
        return levels.stream().map(PolicyWriterTest::rewritten).toList();
    }

    private static Situation rewritten(Situation asked) {
        Owner owner = asked.owner();
        List<PolicyDocument> session = asked.session();
        return new Situation(
                asked.requester(),
                rewritten(asked.identity()),
                rewrittenIfThere(asked.boundary()),
                session == null ? null : rewritten(session),
                levels(asked.serviceControls()),
                owner == null
                        ? null
                        : new Owner(
                                owner.accountId(),
                                rewrittenIfThere(owner.policy()),
                                levels(owner.controls()),
                                owner.explicitTrust()),
                asked.action(),
                asked.resource(),
                asked.context());
    }

    static List<String> files() {
        return DecisionCorpus.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsWrittenDecidesTheSame(String file) {
        DecisionCorpus.in(file).forEach(recorded -> {
            Situation asked = Situations.situation(recorded);
            Situation again = rewritten(asked);
            assertThat(Engine.of(again).decide(again, recorded.context()))
                    .as("%s", recorded)
                    .isEqualTo(Engine.of(asked).decide(asked, recorded.context()));
        });
    }

    @Test
    void writesTheElementsInTheOrderOfTheGrammar() {
        PolicyDocument document = Policies.parsed("""
                {"Statement": {
                  "Condition": {"NumericLessThan": {"s3:max-keys": 10, "a:b": [1, 2.50]}, "Bool": {"aws:SecureTransport": [true]}},
                  "Action": ["s3:GetObject"], "Principal": {"Service": "ec2.amazonaws.com", "AWS": ["*", "111111111111"]},
                  "NotResource": ["arn:aws:s3:::a", "arn:aws:s3:::\\u20ac\\"\\\\\\t"], "Effect": "Deny", "Sid": "One"},
                 "Id": "x"}""", PolicyType.RESOURCE);
        assertThat(PolicyWriter.indented(document)).isEqualTo("""
                        {
                            "Version": "2008-10-17",
                            "Id": "x",
                            "Statement": [
                                {
                                    "Sid": "One",
                                    "Effect": "Deny",
                                    "Principal": {
                                        "Service": "ec2.amazonaws.com",
                                        "AWS": [
                                            "*",
                                            "111111111111"
                                        ]
                                    },
                                    "Action": "s3:GetObject",
                                    "NotResource": [
                                        "arn:aws:s3:::a",
                                        "arn:aws:s3:::\\u20ac\\"\\\\\\u0009"
                                    ],
                                    "Condition": {
                                        "NumericLessThan": {
                                            "s3:max-keys": "10",
                                            "a:b": [
                                                "1",
                                                "2.50"
                                            ]
                                        },
                                        "Bool": {
                                            "aws:SecureTransport": "true"
                                        }
                                    }
                                }
                            ]
                        }""");
        returns(document);
    }

    @Test
    void aPrincipalOfAnyAwsAccountIsWrittenAsAStar() {
        PolicyDocument document = Policies.parsed(
                "{\"Statement\":{\"Effect\":\"Allow\",\"NotPrincipal\":{\"AWS\":[\"*\"]},\"Action\":\"a:b\",\"Resource\":\"*\"}}"
                        .replace("Allow", "Deny"),
                PolicyType.RESOURCE);
        assertThat(PolicyWriter.compact(document))
                .isEqualTo("{\"Version\":\"2008-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"NotPrincipal\":\"*\","
                        + "\"Action\":\"a:b\",\"Resource\":\"*\"}]}");
        returns(document);
    }

    @ParameterizedTest
    @EnumSource(PolicyType.class)
    void whatIsWrittenParsesToTheSame(PolicyType type) {
        RandomPolicy world = new RandomPolicy(new SplittableRandom(5));
        for (int i = 0; i < POLICIES; i++) {
            returns(Policies.parsed(world.policy(type), type));
        }
    }
}
