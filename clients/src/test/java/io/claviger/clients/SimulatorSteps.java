package io.claviger.clients;

import static io.claviger.clients.Call.iam;
import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What an administrator asks of the simulator in the midst of a story. */
class SimulatorSteps extends StorySteps {

    SimulatorSteps(Program program, Client client) {
        super(program, client);
    }

    void whatPoliciesWouldSay() {
        step("simulate alice's policies: her own keys, and bob's", () -> {
            JsonNode results = done(iam(
                            ADMINISTRATOR,
                            "SimulatePrincipalPolicy",
                            Map.of(
                                    "PolicySourceArn",
                                    ALICE,
                                    "ActionNames",
                                    List.of("iam:CreateAccessKey"),
                                    "ResourceArns",
                                    List.of(ALICE, BOB))))
                    .path("EvaluationResults");
            assertThat(text(results, "/0/EvalDecision")).isEqualTo("implicitDeny");
            assertThat(text(results, "/0/ResourceSpecificResults/0/EvalResourceDecision"))
                    .isEqualTo("allowed");
            assertThat(text(results, "/0/ResourceSpecificResults/0/MatchedStatements/0/SourcePolicyId"))
                    .isEqualTo("user_alice_OwnKeys");
            assertThat(text(results, "/0/ResourceSpecificResults/1/EvalResourceName"))
                    .isEqualTo(BOB);
            assertThat(text(results, "/0/ResourceSpecificResults/1/EvalResourceDecision"))
                    .isEqualTo("implicitDeny");
        });
        step("simulate a policy that nobody has", () -> {
            JsonNode results = done(iam(
                            ADMINISTRATOR,
                            "SimulateCustomPolicy",
                            Map.of(
                                    "PolicyInputList",
                                    List.of(OWN_KEYS),
                                    "PermissionsBoundaryPolicyInputList",
                                    List.of(OWN_KEYS),
                                    "ActionNames",
                                    List.of("iam:ListAccessKeys"),
                                    "ResourceArns",
                                    List.of(BOB),
                                    "ContextEntries",
                                    List.of(Map.of(
                                            "ContextKeyName",
                                            "aws:username",
                                            "ContextKeyType",
                                            "string",
                                            "ContextKeyValues",
                                            List.of("bob"))))))
                    .path("EvaluationResults");
            assertThat(text(results, "/0/EvalDecision")).isEqualTo("allowed");
            assertThat(text(results, "/0/MatchedStatements/0/SourcePolicyId")).isEqualTo("PolicyInputList.1");
            assertThat(text(results, "/0/MatchedStatements/0/StartPosition/Column"))
                    .isEqualTo("38");
            assertThat(text(results, "/0/PermissionsBoundaryDecisionDetail/AllowedByPermissionsBoundary"))
                    .isEqualTo("true");
        });
        step("the keys that policies refer to", () -> {
            assertThat(done(iam(
                                    ADMINISTRATOR,
                                    "GetContextKeysForCustomPolicy",
                                    Map.of("PolicyInputList", List.of(OWN_KEYS))))
                            .path("ContextKeyNames")
                            .values())
                    .extracting(JsonNode::asString)
                    .containsExactly("aws:username");
            assertThat(done(iam(ADMINISTRATOR, "GetContextKeysForPrincipalPolicy", Map.of("PolicySourceArn", ALICE)))
                            .path("ContextKeyNames")
                            .values())
                    .extracting(JsonNode::asString)
                    .containsExactly("aws:username");
        });
        step("alice may not look into bob's policies", () -> {
            Map<String, Object> ofBob = Map.of("PolicySourceArn", BOB, "ActionNames", List.of("iam:GetUser"));
            assertThat(refused(iam(key("alice-1"), "SimulatePrincipalPolicy", ofBob), "AccessDenied", 403)
                            .message())
                    .startsWith("User: " + ALICE
                            + " is not authorized to perform: iam:SimulatePrincipalPolicy on resource: " + BOB);
        });
        step(
                "a policy that cannot be evaluated is not simulated",
                () -> refused(
                        iam(
                                ADMINISTRATOR,
                                "SimulateCustomPolicy",
                                Map.of("PolicyInputList", List.of("{"), "ActionNames", List.of("s3:GetObject"))),
                        "InvalidInput",
                        400));
    }
}
