package io.claviger.operations.simulation;

import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.policy.document.ContextKeys;
import io.claviger.policy.document.MalformedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyType;
import io.claviger.policy.parse.PolicyParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForCustomPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetContextKeysForPrincipalPolicyResponse;

/** The condition keys that policies refer to: what a simulation needs to know. */
public final class ContextKeyNames {

    /** Its rows of the catalog. */
    public Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        "iam:GetContextKeysForCustomPolicy",
                        GetContextKeysForCustomPolicyRequest.class,
                        Finder.anything(),
                        ContextKeyNames::ofCustom),
                Operation.on(
                        "iam:GetContextKeysForPrincipalPolicy",
                        GetContextKeysForPrincipalPolicyRequest.class,
                        SimulatedPrincipal.target(GetContextKeysForPrincipalPolicyRequest::policySourceArn),
                        ContextKeyNames::ofPrincipal));
    }

    private static GetContextKeysForCustomPolicyResponse ofCustom(
            Execution<GetContextKeysForCustomPolicyRequest> execution) {
        GetContextKeysForCustomPolicyRequest request = execution.request();
        return GetContextKeysForCustomPolicyResponse.builder()
                .contextKeyNames(names(documents(request.policyInputList())))
                .build();
    }

    private static GetContextKeysForPrincipalPolicyResponse ofPrincipal(
            Execution<GetContextKeysForPrincipalPolicyRequest> execution) {
        Call call = execution.call();
        GetContextKeysForPrincipalPolicyRequest request = execution.request();
        SimulatedPrincipal source =
                execution.read(reading -> SimulatedPrincipal.find(reading, call, request.policySourceArn()));
        List<PolicyDocument> documents = new ArrayList<>();
        source.policies().forEach(attached -> documents.add(attached.policy().document()));
        if (source.boundary() != null) {
            documents.add(source.boundary().policy().document());
        }
        documents.addAll(documents(request.policyInputList()));
        return GetContextKeysForPrincipalPolicyResponse.builder()
                .contextKeyNames(names(documents))
                .build();
    }

    private static List<PolicyDocument> documents(List<String> texts) {
        List<PolicyDocument> documents = new ArrayList<>();
        for (String text : texts) {
            documents.add(document(text, documents.size() + 1));
        }
        return documents;
    }

    /** Policies of resources are taken as well, since a simulation takes one. */
    private static PolicyDocument document(String text, int place) {
        return switch (PolicyParser.parse(text, PolicyType.IDENTITY)) {
            case PolicyDocument document -> document;
            case MalformedPolicy malformed -> {
                if (PolicyParser.parse(text, PolicyType.RESOURCE) instanceof PolicyDocument ofResource) {
                    yield ofResource;
                }
                throw SimulatedPolicy.invalid("Policy input list item " + place, malformed);
            }
        };
    }

    private static List<String> names(List<PolicyDocument> documents) {
        Map<String, String> names = new LinkedHashMap<>();
        for (PolicyDocument document : documents) {
            ContextKeys.of(document).forEach(key -> names.putIfAbsent(key.toLowerCase(Locale.ROOT), key));
        }
        return List.copyOf(names.values());
    }
}
