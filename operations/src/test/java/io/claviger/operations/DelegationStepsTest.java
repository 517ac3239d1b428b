package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.claviger.access.SessionDetails;
import io.claviger.access.SessionTokens;
import io.claviger.iam.DelegationRequest.Accepted;
import io.claviger.iam.DelegationRequest.Finalized;
import io.claviger.iam.ExchangeToken;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.DelegationRequest;
import software.amazon.awssdk.services.iam.model.StateType;

/** How a delegation request goes from hand to hand, and who may take which step. */
class DelegationStepsTest extends OnADelegation {

    @Test
    void aRequestGoesFromTheOwnerToTheApproverAndBack() {
        String id = ask(asked -> asked.onlySendByOwner(true));
        IamClient owner = bench.user("owner").iam();
        IamClient approver = bench.user("approver", Documents.allow("iam:*DelegationRequest", "*"))
                .iam();

        owner.associateDelegationRequest(take -> take.delegationRequestId(id));
        assertThat(get(owner, id)).satisfies(request -> {
            assertThat(request.state()).isEqualTo(StateType.ASSIGNED);
            assertThat(request.ownerId()).isEqualTo(ARN + "user/owner");
            assertThat(request.ownerAccountId()).isEqualTo(ACCOUNT);
        });
        owner.updateDelegationRequest(update -> update.delegationRequestId(id).notes("Please look at this"));
        assertThat(get(approver, id)).satisfies(request -> {
            assertThat(request.state()).isEqualTo(StateType.PENDING_APPROVAL);
            assertThat(request.notes()).isEqualTo("Please look at this");
        });
        assertThat(Refusal.of(() -> DelegationStep.ACCEPT.by(owner, id)).code()).isEqualTo("AccessDenied");
        DelegationStep.ACCEPT.by(approver, id);
        assertThat(get(owner, id)).satisfies(request -> {
            assertThat(request.state()).isEqualTo(StateType.ACCEPTED);
            assertThat(request.approverId()).isEqualTo(ARN + "user/approver");
        });
        assertRefused(
                () -> DelegationStep.SEND.by(admin, id),
                "AccessDenied",
                "Only the owner of the delegation request can send its token.");
        DelegationStep.SEND.by(owner, id);
        assertThat(get(owner, id)).satisfies(request -> {
            assertThat(request.state()).isEqualTo(StateType.FINALIZED);
            assertThat(request.approverId()).isEqualTo(ARN + "user/approver");
        });
        assertThat(get(partner, id).state()).isEqualTo(StateType.FINALIZED);
    }

    @Test
    void theTokenIsShownOnceAndKeptAsAHash() {
        String id = ask();
        after(id, DelegationStep.ASSOCIATE, DelegationStep.ACCEPT);

        ExchangeToken token = ExchangeToken.parse(token(admin, id)).orElseThrow();
        assertThat(token.requestId()).isEqualTo(id);
        io.claviger.iam.DelegationRequest stored = bench.store
                .read(reading -> reading.delegationRequests().byId(id))
                .orElseThrow();
        assertThat(stored.progress()).isInstanceOfSatisfying(Finalized.class, sent -> {
            assertThat(sent.token().isOf(token.secret())).isTrue();
            assertThat(sent.token().isOf("another")).isFalse();
            assertThat(sent.approver().arn()).isEqualTo(ARN + "user/Administrator");
            assertThat(sent.approver().session()).isNull();
        });
        assertThat(stored.toString()).doesNotContain(token.secret());
        assertThat(token.toString()).doesNotContain(token.secret());
    }

    @Test
    void whatLimitsTheApproversSessionIsKept() {
        createRole("approvers");
        admin.attachRolePolicy(attach -> attach.roleName("approvers").policyArn(ADMINISTRATOR_ACCESS));
        var credentials = bench.administrator()
                .sts()
                .assumeRole(request -> request.roleArn(ARN + "role/approvers")
                        .roleSessionName("Jane")
                        .policy(Documents.ALLOW_ALL))
                .credentials();
        IamClient session = new Actor(bench, credentials.accessKeyId(), credentials.sessionToken()).iam();
        String id = ask();
        DelegationStep.ASSOCIATE.by(session, id);
        DelegationStep.ACCEPT.by(session, id);

        DelegationRequest request = get(session, id);
        assertThat(request.ownerId()).isEqualTo("arn:aws:sts::" + ACCOUNT + ":assumed-role/approvers/Jane");
        assertThat(request.approverId()).isEqualTo(request.ownerId());
        Accepted accepted = (Accepted) bench.store
                .read(reading -> reading.delegationRequests().byId(id))
                .orElseThrow()
                .progress();
        SessionDetails details = SessionTokens.unpacked(
                Objects.requireNonNull(accepted.approver().session()));
        assertThat(details.policies()).isEqualTo(new SessionDetails.Policies(Documents.ALLOW_ALL, List.of()));
    }

    @Test
    void nobodyElseCanTakeWhatIsTaken() {
        String id = ask();
        after(id, DelegationStep.ASSOCIATE);

        assertThatCode(() -> DelegationStep.ASSOCIATE.by(admin, id)).doesNotThrowAnyException();
        IamClient other = bench.user("other", Documents.ALLOW_ALL).iam();
        DelegationStep.ASSOCIATE.assertRefusedIn(StateType.ASSIGNED, other, id);
        assertRefused(
                () -> DelegationStep.ASSOCIATE.by(partner, id),
                "NoSuchEntity",
                "The delegation request with id " + id + " cannot be found.");
    }

    @Test
    void whoComesByTheOwnersNameLaterDoesNotOwnTheRequest() {
        String id = ask();
        String key = bench.user("owner").accessKeyId();
        DelegationStep.ASSOCIATE.by(bench.withKey(key).iam(), id);
        admin.deleteAccessKey(delete -> delete.userName("owner").accessKeyId(key));
        admin.deleteUser(delete -> delete.userName("owner"));

        assertThat(Refusal.of(() -> get(bench.user("owner").iam(), id)).code()).isEqualTo("AccessDenied");
    }

    @Test
    void aRejectionSaysWhyAndIsFinal() {
        String id = ask();
        after(id, DelegationStep.ASSOCIATE, DelegationStep.ACCEPT);

        admin.rejectDelegationRequest(reject -> reject.delegationRequestId(id).notes("Not now"));

        assertThat(get(admin, id).state()).isEqualTo(StateType.REJECTED);
        assertThat(get(admin, id).rejectionReason()).isEqualTo("Not now");
        assertThat(get(admin, id).approverId()).isNull();
        for (DelegationStep step : DelegationStep.values()) {
            if (step != DelegationStep.ASSOCIATE) {
                step.assertRefusedIn(StateType.REJECTED, admin, id);
            }
        }
    }

    @Test
    void whatIsAcceptedIsNotHandedOn() {
        String id = ask();
        after(id, DelegationStep.ASSOCIATE, DelegationStep.ACCEPT);

        DelegationStep.UPDATE.assertRefusedIn(StateType.ACCEPTED, admin, id);
        DelegationStep.ACCEPT.assertRefusedIn(StateType.ACCEPTED, admin, id);
    }

    @Test
    void aTokenIsSentOnce() {
        String id = ask();
        after(id, DelegationStep.ASSOCIATE, DelegationStep.ACCEPT, DelegationStep.SEND);

        DelegationStep.SEND.assertRefusedIn(StateType.FINALIZED, admin, id);
        DelegationStep.REJECT.assertRefusedIn(StateType.FINALIZED, admin, id);
    }
}
