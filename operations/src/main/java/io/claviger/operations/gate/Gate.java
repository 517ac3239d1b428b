package io.claviger.operations.gate;

import io.claviger.access.AuthorizationMessages;
import io.claviger.access.Authorizer;
import io.claviger.access.Circumstances;
import io.claviger.access.Credential;
import io.claviger.access.Federated;
import io.claviger.iam.store.Transactions;
import io.claviger.policy.decision.DenialText;
import io.claviger.policy.request.Decision;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Decides whether a caller may have an operation done, and alone makes the {@link Permit} to do it. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class Gate {

    /** All that AWS says to somebody whose role does not trust their identity provider. */
    private static final String NOT_AUTHORIZED = "Not authorized to perform ";

    private static final String ENCODED = ". Encoded authorization failure message: ";

    private final Authorizer authorizer;
    private final EntityView.Latest latest;
    private final Transactions store;
    private final Optional<AuthorizationMessages> messages;

    /**
     * A gate before a store.
     *
     * @param latest where it finds what requests name
     * @param store what admitted operations work on
     */
    public Gate(Authorizer authorizer, EntityView.Latest latest, Transactions store) {
        this(authorizer, latest, store, Optional.empty());
    }

    /**
     * The same, whose denials say all their reasons to those who may decode them.
     *
     * @param messages seals the reasons; empty if they are not to be sent
     */
    public Gate(
            Authorizer authorizer,
            EntityView.Latest latest,
            Transactions store,
            Optional<AuthorizationMessages> messages) {
        this.authorizer = authorizer;
        this.latest = latest;
        this.store = store;
        this.messages = messages;
    }

    /**
     * Who makes a request that proves itself who asks; a signature that it may have makes no difference.
     *
     * @throws Refused when the request does not prove it
     * @throws IllegalArgumentException when requests of this operation do not prove themselves
     */
    public <Q extends AwsRequest> Call prove(Circumstances circumstances, Operation<Q> operation, Q request) {
        if (operation.need() instanceof Need.Proven<Q> proven) {
            return new Call(proven.prover().caller(latest, circumstances, request), circumstances);
        }
        throw new IllegalArgumentException(operation.action() + " needs a signature");
    }

    /** Admits the request, or says why not. Never throws for lack of a right; what the store throws, it throws on. */
    public <Q extends AwsRequest> Admission admit(Call call, Operation<Q> operation, Q request) {
        Optional<Denied> barred = barredByCredential(call.caller().credential(), operation);
        if (barred.isPresent()) {
            return barred.get();
        }
        return switch (operation.need()) {
            case Need.SignatureOnly<Q> _ -> permit(call, operation, request, Judgement.none(), latest.once());
            case Need.Permission<Q> permission -> admit(call, operation, request, permission);
            case Need.Proven<Q> proven ->
                call.caller().principal() instanceof Federated
                        ? admit(call, operation, request, proven.permission())
                        : new Denied(ErrorCode.ACCESS_DENIED, NOT_AUTHORIZED + operation.action());
        };
    }

    private <Q extends AwsRequest> Admission admit(
            Call call, Operation<Q> operation, Q request, Need.Permission<Q> permission) {
        EntityView.Once seen = latest.once();
        List<Check> checks = permission.checks(seen, call, request);
        return denial(call, checks)
                .<Admission>map(denied -> denied)
                .orElseGet(() -> permit(
                        call,
                        operation,
                        request,
                        new Judgement(
                                view -> permission.checks(view, call, request), checks, others -> denial(call, others)),
                        seen));
    }

    private <Q extends AwsRequest> Permit permit(
            Call call, Operation<Q> operation, Q request, Judgement judgement, EntityView.Once seen) {
        return new Permit(() -> operation.execute(new Execution<>(call, request, judgement, seen, store)));
    }

    /**
     * Why credentials of this kind may not call the operation, even if policies allow it. The gate asks this, and not the
     * authorizer: the rules are about the operation that is called, not about the actions that it needs. So they hold for
     * GetSessionToken, which needs no permission, and not for {@code sts:TagSession}, which AssumeRole with tags needs.
     * Nobody can skip them, since only the gate makes permits.
     */
    private static Optional<Denied> barredByCredential(Credential credential, Operation<?> operation) {
        return credential
                .kind()
                .barred(operation.service(), operation.name())
                .map(barred -> new Denied(ErrorCode.named(barred.code()), barred.message()));
    }

    /** Why the caller may not have all of these done; empty when they may. */
    private Optional<Denied> denial(Call call, List<Check> checks) {
        if (checks.isEmpty()) {
            throw new IllegalStateException("no check at all allows nothing");
        }
        for (Check check : checks) {
            Decision decision = authorizer.decide(
                    call.caller(), check.action(), check.target().resource(), call.circumstances());
            if (decision instanceof Decision.Denied denied && !isGranted(check, denied)) {
                return Optional.of(new Denied(
                        ErrorCode.ACCESS_DENIED, message(call, check, denied) + encoded(call, check, denied)));
            }
        }
        return Optional.empty();
    }

    /** In the words of EC2, which sends such messages at AWS; programs look for them. */
    private String encoded(Call call, Check check, Decision.Denied denied) {
        return messages.map(all -> ENCODED
                        + all.encode(
                                call.caller().accountId(),
                                authorizer.message(
                                        call.caller(),
                                        check.action(),
                                        check.target().resource(),
                                        call.circumstances(),
                                        denied)))
                .orElse("");
    }

    private static boolean isGranted(Check check, Decision.Denied denied) {
        return check.isGranted() && denied instanceof Decision.ImplicitlyDenied;
    }

    private static String message(Call call, Check check, Decision.Denied denied) {
        if (call.caller().principal() instanceof Federated) {
            return NOT_AUTHORIZED + check.action();
        }
        return DenialText.message(
                call.caller().principal().arn(), check.action(), check.target().shown(), denied);
    }
}
