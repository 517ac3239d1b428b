package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.StateType;

/** Steps of a delegation request that are refused, and when a request expires. */
class DelegationExpiryTest extends OnADelegation {

    /** The steps, as a client takes them. */
    enum Step {
        ASSOCIATE("associated"),
        UPDATE("updated"),
        ACCEPT("accepted"),
        REJECT("rejected"),
        SEND("sent a token for");

        private final String done;

        Step(String done) {
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

    private void after(String id, Step... steps) {
        for (Step step : steps) {
            step.by(admin, id);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = "ASSOCIATE", mode = EnumSource.Mode.EXCLUDE)
    void nothingIsDoneToARequestThatNobodyHasTaken(Step step) {
        step.assertRefusedIn(StateType.UNASSIGNED, admin, ask());
    }

    @ParameterizedTest
    @EnumSource
    void everyStepNeedsARequestThatThereIs(Step step) {
        String none = "00000000-0000-4000-8000-000000000000";
        assertRefused(
                () -> step.by(admin, none),
                "NoSuchEntity",
                "The delegation request with id " + none + " cannot be found.");
    }

    @ParameterizedTest
    @EnumSource
    void theAccountThatAsksTakesNoStepInTheOther(Step step) {
        String id = ask(asked -> asked.ownerAccountId(ACCOUNT));

        assertRefused(
                () -> step.by(partner, id),
                "NoSuchEntity",
                "The delegation request with id " + id + " cannot be found.");
    }

    @Test
    void aRequestExpiresADayAfterItWasMadeAndSevenDaysAfterEachStep() {
        String untaken = ask();
        String taken = ask();
        after(taken, Step.ASSOCIATE);

        bench.pass(Duration.ofDays(1));
        assertThat(state(untaken)).isEqualTo(StateType.EXPIRED);
        Step.ASSOCIATE.assertRefusedIn(StateType.EXPIRED, admin, untaken);
        bench.pass(Duration.ofDays(5));
        after(taken, Step.ACCEPT);
        bench.pass(Duration.ofDays(7).minusNanos(1));
        assertThat(state(taken)).isEqualTo(StateType.ACCEPTED);
        bench.pass(Duration.ofNanos(1));
        assertThat(state(taken)).isEqualTo(StateType.EXPIRED);
        Step.SEND.assertRefusedIn(StateType.EXPIRED, admin, taken);
    }

    @Test
    void theRootUserDelegatesForFourHoursAtMost() {
        String fourHours = ask(asked -> asked.sessionDuration(14_400));
        String more = ask(asked -> asked.sessionDuration(14_401));
        IamClient root = bench.root().iam();
        Step.ASSOCIATE.by(root, fourHours);
        Step.ASSOCIATE.by(root, more);

        Step.ACCEPT.by(root, fourHours);
        assertThat(get(root, fourHours).approverId()).isEqualTo(ARN + "root");
        assertRefused(
                () -> Step.ACCEPT.by(root, more),
                "AccessDenied",
                "The root user can only accept delegation requests with a duration of 4 hours or less.");
        Step.ACCEPT.by(admin, more);
    }
}
