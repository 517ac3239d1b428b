package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;

import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.StateType;

/** The steps of a delegation request, as a client takes them. */
enum DelegationStep {
    ASSOCIATE("associated"),
    UPDATE("updated"),
    ACCEPT("accepted"),
    REJECT("rejected"),
    SEND("sent a token for");

    private final String done;

    DelegationStep(String done) {
        this.done = done;
    }

    void by(IamClient client, String id) {
        switch (this) {
            case ASSOCIATE -> client.associateDelegationRequest(take -> take.delegationRequestId(id));
            case UPDATE -> client.updateDelegationRequest(update -> update.delegationRequestId(id));
            case ACCEPT -> client.acceptDelegationRequest(accept -> accept.delegationRequestId(id));
            case REJECT -> client.rejectDelegationRequest(reject -> reject.delegationRequestId(id));
            case SEND -> client.sendDelegationToken(send -> send.delegationRequestId(id));
        }
    }

    void assertRefusedIn(StateType state, IamClient client, String id) {
        assertRefused(
                () -> by(client, id),
                this == ACCEPT ? "ValidationError" : "InvalidInput",
                "The delegation request " + id + " is in the state " + state + " and cannot be " + done + ".");
    }
}
