package io.claviger.operations.sts;

import io.claviger.access.Credential;
import io.claviger.access.Federated;
import io.claviger.access.SessionDetails;
import io.claviger.iam.Role;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.Check;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/** Somebody for whom an identity provider vouches, and what it says of them. */
record ProvenCaller(Federated principal, Credential.Proof proof) {

    /** The caller of an operation that asks for a proof. */
    static ProvenCaller of(Call call) {
        if (call.caller().principal() instanceof Federated principal
                && call.caller().credential() instanceof Credential.Proof proof) {
            return new ProvenCaller(principal, proof);
        }
        throw new IllegalStateException("admitted without a proof");
    }

    /** What the role's trust policy has to allow them. */
    List<Check> checks(String action, Target role) {
        return RoleSessions.checks(
                action, role.setting(proof.tags()), !proof.tags().isEmpty(), proof.sourceIdentity() != null);
    }

    /** What they ask of the session, with what the provider gives it. */
    SessionRequest asked(@Nullable String policy, List<PolicyDescriptorType> policyArns) {
        return SessionRequest.of(policy, policyArns, proof.tags(), proof.transitiveKeys());
    }

    /** What their session of the role is like. */
    SessionDetails details(EntityView view, Call call, Role role, String sessionName, SessionRequest asked) {
        return new SessionDetails(
                sessionName,
                asked.policies(view, call, role.accountId()),
                asked.allTags(proof),
                asked.allTransitiveKeys(proof),
                proof.sourceIdentity(),
                null,
                proof.lasting());
    }
}
