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

    @ParameterizedTest
    @EnumSource(value = DelegationStep.class, names = "ASSOCIATE", mode = EnumSource.Mode.EXCLUDE)
    void nothingIsDoneToARequestThatNobodyHasTaken(DelegationStep step) {
        step.assertRefusedIn(StateType.UNASSIGNED, admin, ask());
    }

    @ParameterizedTest
    @EnumSource
    void everyStepNeedsARequestThatThereIs(DelegationStep step) {
        String none = "00000000-0000-4000-8000-000000000000";
        assertRefused(
                () -> step.by(admin, none),
                "NoSuchEntity",
                "The delegation request with id " + none + " cannot be found.");
    }

    @ParameterizedTest
    @EnumSource
    void theAccountThatAsksTakesNoStepInTheOther(DelegationStep step) {
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
        after(taken, DelegationStep.ASSOCIATE);

        bench.pass(Duration.ofDays(1));
        assertThat(state(untaken)).isEqualTo(StateType.EXPIRED);
        DelegationStep.ASSOCIATE.assertRefusedIn(StateType.EXPIRED, admin, untaken);
        bench.pass(Duration.ofDays(5));
        after(taken, DelegationStep.ACCEPT);
        bench.pass(Duration.ofDays(7).minusNanos(1));
        assertThat(state(taken)).isEqualTo(StateType.ACCEPTED);
        bench.pass(Duration.ofNanos(1));
        assertThat(state(taken)).isEqualTo(StateType.EXPIRED);
        DelegationStep.SEND.assertRefusedIn(StateType.EXPIRED, admin, taken);
    }

    @Test
    void theRootUserDelegatesForFourHoursAtMost() {
        String fourHours = ask(asked -> asked.sessionDuration(14_400));
        String more = ask(asked -> asked.sessionDuration(14_401));
        IamClient root = bench.root().iam();
        DelegationStep.ASSOCIATE.by(root, fourHours);
        DelegationStep.ASSOCIATE.by(root, more);

        DelegationStep.ACCEPT.by(root, fourHours);
        assertThat(get(root, fourHours).approverId()).isEqualTo(ARN + "root");
        assertRefused(
                () -> DelegationStep.ACCEPT.by(root, more),
                "AccessDenied",
                "The root user can only accept delegation requests with a duration of 4 hours or less.");
        DelegationStep.ACCEPT.by(admin, more);
    }
}
