package io.claviger.operations.simulation;

import io.claviger.operations.request.EntityArn;
import io.claviger.policy.request.Requester;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who asks in a simulation.
 *
 * @param requester as whom resource policies see them
 * @param keys the condition keys that the simulation knows of them, by their lower-case names; a request may give others.
 *     They are those that AWS fills, the values too: tags and unique IDs are not among them
 */
public record SimulatedCaller(Requester requester, Map<String, String> keys) {

    public SimulatedCaller {
        keys = Map.copyOf(keys);
    }

    private static final String ACCOUNT = "aws:principalaccount";
    private static final String USER_ID = "aws:userid";

    /** The user ID that AWS gives somebody of whom the request says nothing. */
    private static final String UNKNOWN = "STUB_PRINCIPAL_FOR_POLICY_SIMULATOR";

    /** Somebody in the account, nothing else is known. */
    public static SimulatedCaller unknown(String accountId) {
        return new SimulatedCaller(
                new Requester.User(accountId, UNKNOWN, UNKNOWN), Map.of(ACCOUNT, accountId, USER_ID, UNKNOWN));
    }

    /**
     * The entity that this ARN names.
     *
     * @param id the entity's unique ID, by which resource policies may name it; null if it is not known
     */
    public static SimulatedCaller of(EntityArn arn, @Nullable String id) {
        String known = id == null ? arn.text() : id;
        Requester requester = switch (arn.kind()) {
            // A resource policy names no group; to one that names everybody, or the account, it is anybody.
            case USER, GROUP -> new Requester.User(arn.accountId(), arn.text(), known);
            case ROLE -> session(arn, known);
        };
        Map<String, String> keys =
                new HashMap<>(Map.of(ACCOUNT, arn.accountId(), USER_ID, arn.text(), "aws:principalarn", arn.text()));
        if (arn.kind() == EntityArn.Kind.USER) {
            keys.put("aws:username", arn.name());
        }
        return new SimulatedCaller(requester, keys);
    }

    /** A session without a name, so that no resource policy can name it. */
    private static Requester session(EntityArn role, String id) {
        return new Requester.RoleSession(
                role.accountId(),
                role.text(),
                id,
                "arn:" + role.partition() + ":sts::" + role.accountId() + ":assumed-role/" + role.name() + "/",
                false);
    }
}
