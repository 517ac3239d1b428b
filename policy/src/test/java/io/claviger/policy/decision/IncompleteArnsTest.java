package io.claviger.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.catalog.ResourceType;
import io.claviger.policy.catalog.Service;
import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import io.claviger.policy.reference.Engine;
import io.claviger.policy.reference.Policies;
import io.claviger.policy.reference.ReferenceEvaluator;
import io.claviger.policy.reference.Situation;
import io.claviger.policy.reference.Situation.Owner;
import io.claviger.policy.request.ContextValue.Text;
import io.claviger.policy.request.Requester;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing in an ARN stands for everything: at each length, with stars in each place, for every service. */
class IncompleteArnsTest {

    private static final int PARTS = 6;
    private static final String ACCOUNT = "111122223333";
    private static final Requester BOB =
            new Requester.User(ACCOUNT, "arn:aws:iam::111122223333:user/bob", "AIDABBBBBBBBBBBBBBBBB");
    private static final PolicyDocument ALL =
            Policies.parsed("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}");

    /** An ARN of every service that has any, by the service part. */
    private static Map<String, String> arns() {
        Map<String, String> arns = new LinkedHashMap<>();
        for (String prefix : ServiceCatalog.aws().prefixes()) {
            Service service = ServiceCatalog.aws().service(prefix);
            for (ResourceType type : service == null ? List.<ResourceType>of() : service.resourceTypes()) {
                String arn = type.arn()
                        .replace("${Partition}", "aws")
                        .replace("${Region}", "eu-west-1")
                        .replace("${Account}", ACCOUNT)
                        .replaceAll("\\$\\{[^}]*}|\\*", "x");
                arns.putIfAbsent(type.arnService(), arn);
            }
        }
        return arns;
    }

    /** The ARN cut off after each number of parts, each of the last of which may be a star. */
    private static List<String> cuts(String arn) {
        String[] parts = arn.split(":", PARTS);
        List<String> cuts = new ArrayList<>();
        for (int length = 3; length <= PARTS; length++) {
            for (int stars = 0; stars < 1 << (length - 3); stars++) {
                String[] cut = Arrays.copyOf(parts, length);
                for (int i = 3; i < length; i++) {
                    cut[i] = (stars & 1 << (i - 3)) == 0 ? cut[i] : "*";
                }
                cuts.add(String.join(":", cut));
            }
        }
        return cuts;
    }

    private static @Nullable PolicyDocument policy(String effect, String element, String pattern, PolicyType type) {
        String principal = type.namesPrincipals() ? "\"Principal\":\"*\"," : "";
        String text = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"%s\",%s\"Action\":\"*\",\"%s\":\"%s\"}}"
                .formatted(effect, principal, element, pattern);
        return PolicyParser.parse(text, type) instanceof PolicyDocument document ? document : null;
    }

    private static Situation asking(PolicyDocument policy, String arn) {
        boolean own = policy.type() == PolicyType.RESOURCE;
        return new Situation(
                BOB,
                own ? List.of(ALL) : List.of(ALL, policy),
                null,
                null,
                List.of(),
                new Owner(ACCOUNT, own ? policy : null, List.of(), false),
                "x:Do",
                arn,
                Map.of("aws:principalaccount", new Text(ACCOUNT)));
    }

    /** The engine's decision, which is the reference evaluator's. */
    private static String decided(Situation situation, String what) {
        String decision = Engine.words(Engine.of(situation).decide(situation));
        assertThat(ReferenceEvaluator.decide(situation))
                .as("reference: %s", what)
                .isEqualTo(decision);
        return decision;
    }

    @Test
    void aDenialOfAnArnThatIsCutOffAnywhereDeniesTheWholeOne() {
        Map<String, String> arns = arns();
        assertThat(arns).hasSizeGreaterThan(200);
        int denials = 0;
        for (String arn : arns.values()) {
            for (String cut : cuts(arn)) {
                for (PolicyType type : List.of(PolicyType.IDENTITY, PolicyType.RESOURCE)) {
                    PolicyDocument denial = policy("Deny", "Resource", cut, type);
                    if (denial != null) {
                        assertThat(decided(asking(denial, arn), cut))
                                .as("%s for %s", cut, arn)
                                .isEqualTo("Deny:" + type);
                        denials++;
                    }
                }
            }
        }
        assertThat(denials).isGreaterThan(4_000);
    }

    @Test
    void whatIsCutOffIsExceptedWhole() {
        for (String arn : arns().values()) {
            for (String cut : cuts(arn)) {
                PolicyDocument denial = policy("Deny", "NotResource", cut, PolicyType.IDENTITY);
                if (denial != null) {
                    assertThat(decided(asking(denial, arn), cut))
                            .as("all but %s, for %s", cut, arn)
                            .isEqualTo("Allow");
                }
            }
        }
    }

    @Test
    void anArnThatIsCutOffAnywhereIsAboutNoOther() {
        for (String arn : arns().values()) {
            String[] parts = arn.split(":", PARTS);
            for (int length = 3; length <= PARTS; length++) {
                String cut = String.join(":", Arrays.copyOf(parts, length));
                PolicyDocument denial = policy("Deny", "Resource", cut, PolicyType.IDENTITY);
                for (int i = 2; denial != null && i < length; i++) {
                    String[] other = parts.clone();
                    other[i] = other[i] + "y";
                    String asked = String.join(":", other);
                    assertThat(decided(asking(denial, asked), cut))
                            .as("%s for %s", cut, asked)
                            .isEqualTo("Allow");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sqs",
                "arn:aws:sqs:eu-west-1",
                "arn:aws:sqs:eu-west-1:111122223333",
                "arn:aws:sqs:*:111122223333",
                "arn:*:sqs:eu-?est-1",
                "arn:aws:sqs:*-1:${aws:PrincipalAccount}"
            })
    void aResourcesOwnPolicyDeniesButNeverGrantsByAnArnThatIsCutOff(String cut) {
        String arn = "arn:aws:sqs:eu-west-1:111122223333:q";
        Situation denied = asking(require(policy("Deny", "Resource", cut, PolicyType.RESOURCE)), arn);
        assertThat(decided(denied, cut)).isEqualTo("Deny:RESOURCE");
        PolicyDocument grant = require(policy("Allow", "Resource", cut, PolicyType.RESOURCE));
        Situation granted = new Situation(
                BOB,
                List.of(),
                null,
                null,
                List.of(),
                new Owner(ACCOUNT, grant, List.of(), false),
                "x:Do",
                arn,
                denied.context());
        assertThat(decided(granted, cut)).isEqualTo("Implicit:IDENTITY");
    }

    private static PolicyDocument require(@Nullable PolicyDocument policy) {
        return Objects.requireNonNull(policy);
    }
}
