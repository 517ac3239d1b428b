package io.claviger.operations.sts;

import io.claviger.access.Credential.Origin;
import io.claviger.access.SessionDetails;
import io.claviger.access.SessionTokens;
import io.claviger.iam.DelegationRequest;
import io.claviger.iam.DelegationRequest.Finalized;
import io.claviger.iam.DelegationRequest.Identity;
import io.claviger.iam.ExchangeToken;
import io.claviger.iam.store.Reading;
import io.claviger.operations.gate.Call;
import io.claviger.operations.gate.ErrorCode;
import io.claviger.operations.gate.Execution;
import io.claviger.operations.gate.Finder;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetDelegatedAccessTokenRequest;
import software.amazon.awssdk.services.sts.model.GetDelegatedAccessTokenResponse;

/**
 * GetDelegatedAccessToken: what an account gets for the exchange token of a delegation request that it made. The session
 * acts as the one who approved, may do what they may and no more than was asked for, and ends with the access.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetDelegatedAccessToken.html">
 *     GetDelegatedAccessToken</a>
 */
final class DelegatedAccess {

    private final Sessions sessions;

    DelegatedAccess(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Its rows of the catalog. */
    Stream<Operation<?>> operations() {
        return Stream.of(Operation.on(
                "sts:GetDelegatedAccessToken", GetDelegatedAccessTokenRequest.class, Finder.unnamed(), this::trade));
    }

    /** A delegation whose access has begun. */
    private record Delegation(DelegationRequest request, Finalized sent) {

        Instant end() {
            return sent.since().plus(request.terms().session());
        }
    }

    @SuppressWarnings("deprecation") // AWS still answers the packed size, though nobody is to rely on it
    private GetDelegatedAccessTokenResponse trade(Execution<GetDelegatedAccessTokenRequest> execution) {
        Call call = execution.call();
        Delegation delegation = execution
                .read(reading -> find(reading, call, execution.request().tradeInToken()))
                .filter(found -> call.time().isBefore(found.end()))
                .orElseThrow(() ->
                        new Refused(ErrorCode.EXPIRED_TRADE_IN_TOKEN, "The trade-in token is invalid or has expired."));
        Identity approver = delegation.sent().approver();
        SessionDetails details = details(approver.session())
                .scopedTo(delegation.request().terms().policy());
        int percent = SessionRequest.packedPercent(details);
        Credentials credentials = sessions.issue(
                account(delegation.request()),
                ownerId(approver),
                Origin.DELEGATION,
                call.time(),
                Duration.between(call.time(), delegation.end()),
                details);
        return GetDelegatedAccessTokenResponse.builder()
                .credentials(credentials)
                .packedPolicySize(percent)
                .assumedPrincipal(approver.arn())
                .build();
    }

    private static Optional<Delegation> find(Reading reading, Call call, String text) {
        return ExchangeToken.parse(text)
                .flatMap(token -> reading.delegationRequests()
                        .byId(token.requestId())
                        .filter(request -> request.accountId().equals(call.accountId()))
                        .flatMap(request -> request.progress() instanceof Finalized sent
                                        && sent.token().isOf(token.secret())
                                ? Optional.of(new Delegation(request, sent))
                                : Optional.empty()));
    }

    private static SessionDetails details(@Nullable String approversSession) {
        return approversSession == null ? SessionDetails.NONE : SessionTokens.unpacked(approversSession);
    }

    private static String account(DelegationRequest request) {
        String accountId = request.ownerAccountId();
        if (accountId == null) {
            throw new IllegalStateException("sent without an owner: " + request.id());
        }
        return accountId;
    }

    /** A session of a role is known as {@code AROA…:name}; anyone else who approves has their own unique ID. */
    private static String ownerId(Identity approver) {
        int colon = approver.id().indexOf(':');
        return colon < 0 ? approver.id() : approver.id().substring(0, colon);
    }
}
