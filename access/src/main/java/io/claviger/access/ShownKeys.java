package io.claviger.access;

import io.claviger.iam.Tag;
import io.claviger.policy.request.ContextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The condition keys of a request that have a value, for those who are to see why it was decided as it was. */
final class ShownKeys {

    private static final List<String> GLOBAL = List.of(
            "aws:AssumedRoot",
            "aws:CurrentTime",
            "aws:EpochTime",
            "aws:FederatedProvider",
            "aws:MultiFactorAuthAge",
            "aws:MultiFactorAuthPresent",
            "aws:PrincipalAccount",
            "aws:PrincipalArn",
            "aws:PrincipalIsAWSService",
            "aws:PrincipalType",
            "aws:Referer",
            "aws:RequestedRegion",
            "aws:ResourceAccount",
            "aws:SecureTransport",
            "aws:SourceIdentity",
            "aws:SourceIp",
            "aws:TokenIssueTime",
            "aws:UserAgent",
            "aws:userid",
            "aws:username",
            "aws:ViaAWSService");

    private ShownKeys() {}

    /** Their values by their names; keys of one service and of identity providers in lower case. */
    static Map<String, ContextValue> of(Caller caller, Circumstances circumstances, Resource resource) {
        ConditionKeys keys = new ConditionKeys(caller, circumstances, resource);
        List<String> names = new ArrayList<>(GLOBAL);
        resource.tags().forEach(tag -> names.add("aws:ResourceTag/" + tag.key()));
        tags(caller.principal()).forEach(tag -> names.add("aws:PrincipalTag/" + tag.key()));
        names.addAll(resource.keys().keySet());
        names.addAll(ofProvider(caller.credential()));
        Map<String, ContextValue> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : names) {
            ContextValue value = keys.value(name.toLowerCase(Locale.ROOT));
            if (value != null) {
                shown.putIfAbsent(name, value);
            }
        }
        return shown;
    }

    private static List<Tag> tags(Principal principal) {
        return switch (principal) {
            case Principal.RootUser _, Federated _ -> List.of();
            case Principal.IamUser user -> user.user().tags();
            case Principal.AssumedRole session -> session.tags();
            case Principal.FederatedUser session -> session.tags();
        };
    }

    private static List<String> ofProvider(Credential credential) {
        return switch (credential) {
            case Credential.LongTerm _ -> List.of();
            case Credential.Proof proof -> List.copyOf(proof.keys().keySet());
            case Credential.Temporary session -> {
                SessionDetails.Federation federation = session.details().federation();
                yield federation == null
                        ? List.of()
                        : List.copyOf(federation.keys().keySet());
            }
        };
    }
}
