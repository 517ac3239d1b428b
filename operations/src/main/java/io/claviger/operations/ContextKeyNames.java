package io.claviger.operations;

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

/** The condition keys that policies refer to: what a simulation needs to be told. */
final class ContextKeyNames {

    private final Deployment deployment;

    ContextKeyNames(Deployment deployment) {
        this.deployment = deployment;
    }

    Stream<Operation<?>> operations() {
        return Stream.of(
                Operation.on(
                        GetContextKeysForCustomPolicyRequest.class,
                        (targets, call, request) -> Target.ANYTHING,
                        ContextKeyNames::ofCustom),
                Operation.on(
                        GetContextKeysForPrincipalPolicyRequest.class,
                        (targets, call, request) -> SimulatedPrincipal.target(targets, call, request.policySourceArn()),
                        this::ofPrincipal));
    }

    private static GetContextKeysForCustomPolicyResponse ofCustom(
            Call call, GetContextKeysForCustomPolicyRequest request) {
        return GetContextKeysForCustomPolicyResponse.builder()
                .contextKeyNames(names(documents(request.policyInputList())))
                .build();
    }

    private GetContextKeysForPrincipalPolicyResponse ofPrincipal(
            Call call, GetContextKeysForPrincipalPolicyRequest request) {
        SimulatedPrincipal source =
                deployment.store().read(reading -> SimulatedPrincipal.find(reading, call, request.policySourceArn()));
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
