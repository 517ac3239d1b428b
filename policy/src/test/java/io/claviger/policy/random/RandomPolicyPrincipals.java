package io.claviger.policy.random;

import io.claviger.policy.document.PolicyType;
import io.claviger.policy.request.Requester;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Those who ask in the random situations, and the elements of policies that name them. */
public final class RandomPolicyPrincipals {

    public static final String ACCOUNT = "111111111111";
    public static final String OTHER = "222222222222";

    private static final String ROOT = "arn:aws:iam::111111111111:root";
    private static final String USER = "arn:aws:iam::111111111111:user/team/bob";
    private static final String USER_ID = "AIDABBBBBBBBBBBBBBBBB";
    private static final String ROLE = "arn:aws:iam::111111111111:role/team/r";
    private static final String ROLE_ID = "AROARRRRRRRRRRRRRRRRR";
    private static final String SESSION = "arn:aws:sts::111111111111:assumed-role/r/s";
    private static final String LINKED = "arn:aws:iam::111111111111:role/aws-service-role/ec2.amazonaws.com/l";
    private static final String LINKED_ID = "AROALLLLLLLLLLLLLLLLL";
    private static final String LINKED_SESSION = "arn:aws:sts::111111111111:assumed-role/l/s";
    private static final String FEDERATED_USER = "arn:aws:sts::111111111111:federated-user/fred";
    private static final String SERVICE = "ec2.amazonaws.com";
    private static final String PROVIDER = "accounts.google.com";

    public static final List<Requester> REQUESTERS = List.of(
            new Requester.Root(ACCOUNT),
            new Requester.User(ACCOUNT, USER, USER_ID),
            new Requester.RoleSession(ACCOUNT, ROLE, ROLE_ID, SESSION, false),
            new Requester.RoleSession(ACCOUNT, LINKED, LINKED_ID, LINKED_SESSION, true),
            new Requester.FederatedUser(ACCOUNT, FEDERATED_USER, USER, USER_ID),
            new Requester.FederatedUser(ACCOUNT, FEDERATED_USER, ROOT, ACCOUNT),
            new Requester.Service(SERVICE),
            new Requester.Federated(PROVIDER),
            new Requester.Anonymous());

    private static final List<String> NAMED = List.of(
            ACCOUNT,
            ROOT,
            USER,
            USER_ID,
            ROLE,
            ROLE_ID,
            SESSION,
            LINKED,
            LINKED_ID,
            LINKED_SESSION,
            FEDERATED_USER,
            OTHER,
            "arn:aws:iam::222222222222:root",
            "arn:aws:iam::111111111111:user/bob",
            "arn:aws:iam::111111111111:user/team/Bob",
            "arn:aws:iam::111111111111:role/r",
            "arn:aws:sts::111111111111:assumed-role/r/t",
            "arn:aws:iam::222222222222:user/team/bob");
    private static final List<String> SERVICES = List.of(SERVICE, "s3.amazonaws.com");
    private static final List<String> PROVIDERS = List.of(PROVIDER, "www.amazon.com");

    private final RandomGenerator random;

    RandomPolicyPrincipals(RandomGenerator random) {
        this.random = random;
    }

    /** A {@code Principal} or {@code NotPrincipal} that the type of policy may have. */
    String element(PolicyType type, boolean deny) {
        boolean excluding = deny && type == PolicyType.RESOURCE && oneIn(2);
        String name = excluding ? "NotPrincipal" : "Principal";
        if (type == PolicyType.RESOURCE_CONTROL || oneIn(excluding ? 20 : 6)) {
            String everybody = type == PolicyType.TRUST ? "{\"AWS\":\"*\"}" : "\"*\"";
            return "\"%s\":%s".formatted(name, everybody);
        }
        List<String> kinds = new ArrayList<>();
        if (!oneIn(6)) {
            List<String> named = new ArrayList<>();
            // to be spared one must be listed in all that one is
            for (int i = random.nextInt(excluding ? 12 : 4); i >= 0; i--) {
                named.add(one(oneIn(25) ? List.of("*") : NAMED));
            }
            kinds.add(kind("AWS", named));
        }
        if (oneIn(3)) {
            kinds.add(kind("Service", List.of(one(SERVICES))));
        }
        if (oneIn(3)) {
            kinds.add(kind("Federated", List.of(one(PROVIDERS))));
        }
        if (kinds.isEmpty()) {
            kinds.add(
                    type == PolicyType.TRUST
                            ? kind("Service", SERVICES)
                            : kind(
                                    "CanonicalUser",
                                    List.of("79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be")));
        }
        return "\"%s\":{%s}".formatted(name, String.join(",", kinds));
    }

    private static String kind(String member, List<String> names) {
        return names.stream().collect(Collectors.joining("\",\"", "\"" + member + "\":[\"", "\"]"));
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
