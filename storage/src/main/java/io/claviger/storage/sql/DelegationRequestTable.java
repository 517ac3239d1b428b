package io.claviger.storage.sql;

import io.claviger.iam.DelegationRequest;
import io.claviger.iam.DelegationRequest.Accepted;
import io.claviger.iam.DelegationRequest.Assigned;
import io.claviger.iam.DelegationRequest.Finalized;
import io.claviger.iam.DelegationRequest.Identity;
import io.claviger.iam.DelegationRequest.PendingApproval;
import io.claviger.iam.DelegationRequest.Progress;
import io.claviger.iam.DelegationRequest.Rejected;
import io.claviger.iam.DelegationRequest.State;
import io.claviger.iam.DelegationRequest.Terms;
import io.claviger.iam.DelegationRequest.Unassigned;
import io.claviger.iam.SecretHash;
import io.claviger.iam.store.DelegationRequestQueries;
import io.claviger.iam.store.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQL of delegation requests. */
final class DelegationRequestTable implements DelegationRequestQueries, Table<DelegationRequest> {

    private static final String BY_ID = "SELECT * FROM delegation_request WHERE id = ?";
    private static final String OF_WORKFLOW =
            "SELECT * FROM delegation_request WHERE account_id = ? AND workflow_id = ?";
    private static final String OWNED_IN = """
        SELECT * FROM delegation_request
        WHERE owner_account = ? AND owner_id IS NOT NULL AND id > ? ORDER BY id LIMIT ?\
        """;
    private static final String OWNED_BY = """
        SELECT * FROM delegation_request
        WHERE owner_account = ? AND owner_id IS NOT NULL AND owner_arn = ? AND id > ? ORDER BY id LIMIT ?\
        """;
    private static final String UNDER_WAY = """
        SELECT count(*) FROM delegation_request
        WHERE account_id = ? AND state NOT IN ('REJECTED', 'FINALIZED')
        AND since > CASE state WHEN 'UNASSIGNED' THEN ? ELSE ? END\
        """;
    private static final String UNTOUCHED =
            "SELECT * FROM delegation_request WHERE account_id = ? AND since < ? ORDER BY since LIMIT ?";
    private static final String INSERT = """
        INSERT INTO delegation_request (account_id, id, workflow_id, description, message, template_arn, parameters,
            policy, channel, redirect_url, session_seconds, owner_sends, created, owner_account, owner_id, owner_arn,
            notes, state, since, reason, approver_id, approver_arn, approver_session, token_hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;
    private static final String UPDATE = """
        UPDATE delegation_request
        SET owner_account = ?, owner_id = ?, owner_arn = ?, notes = ?, state = ?, since = ?, reason = ?,
            approver_id = ?, approver_arn = ?, approver_session = ?, token_hash = ?
        WHERE account_id = ? AND id = ?\
        """;
    private static final String DELETE = "DELETE FROM delegation_request WHERE account_id = ? AND id = ?";

    private final Transaction transaction;

    DelegationRequestTable(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<DelegationRequest> byId(String id) {
        return transaction.one(BY_ID, DelegationRequestTable::read, id);
    }

    @Override
    public Optional<DelegationRequest> ofWorkflow(String accountId, String workflowId) {
        return transaction.one(OF_WORKFLOW, DelegationRequestTable::read, accountId, workflowId);
    }

    @Override
    public List<DelegationRequest> ownedIn(String ownerAccountId, Slice slice) {
        return transaction.list(OWNED_IN, DelegationRequestTable::read, ownerAccountId, after(slice), slice.limit());
    }

    @Override
    public List<DelegationRequest> ownedBy(String ownerAccountId, String ownerArn, Slice slice) {
        return transaction.list(
                OWNED_BY, DelegationRequestTable::read, ownerAccountId, ownerArn, after(slice), slice.limit());
    }

    private static String after(Slice slice) {
        return slice.after() == null ? "" : slice.after();
    }

    @Override
    public int underWay(String accountId, Instant now) {
        return transaction
                .one(
                        UNDER_WAY,
                        row -> row.getInt(1),
                        accountId,
                        Times.toColumn(now.minus(DelegationRequest.WAITS)),
                        Times.toColumn(now.minus(DelegationRequest.STAYS)))
                .orElse(0);
    }

    @Override
    public List<DelegationRequest> untouchedSince(String accountId, Instant before, int limit) {
        return transaction.list(UNTOUCHED, DelegationRequestTable::read, accountId, Times.toColumn(before), limit);
    }

    @Override
    public int insert(DelegationRequest request) {
        Terms terms = request.terms();
        return run(
                INSERT,
                Arrays.asList(
                        request.accountId(),
                        request.id(),
                        terms.workflowId(),
                        terms.description(),
                        terms.message(),
                        terms.templateArn(),
                        ParametersColumn.write(terms.parameters()),
                        terms.policy(),
                        terms.channel(),
                        terms.redirectUrl(),
                        terms.session().toSeconds(),
                        terms.onlySentByOwner() ? 1 : 0,
                        Times.toColumn(request.created())),
                course(request));
    }

    /** What was asked for stays. */
    @Override
    public int update(DelegationRequest request) {
        return run(UPDATE, course(request), Arrays.asList(request.accountId(), request.id()));
    }

    private int run(String sql, List<@Nullable Object> some, List<@Nullable Object> others) {
        List<@Nullable Object> all = new ArrayList<>(some);
        all.addAll(others);
        return transaction.run(sql, all.toArray());
    }

    /** The columns that change. */
    private static List<@Nullable Object> course(DelegationRequest request) {
        Progress progress = request.progress();
        Identity owner = request.owner();
        Identity approver = approver(progress);
        return Arrays.asList(
                request.ownerAccountId(),
                owner == null ? null : owner.id(),
                owner == null ? null : owner.arn(),
                request.notes(),
                state(progress).name(),
                Times.toColumn(progress.since()),
                progress instanceof Rejected rejected ? rejected.reason() : null,
                approver == null ? null : approver.id(),
                approver == null ? null : approver.arn(),
                approver == null ? null : approver.session(),
                progress instanceof Finalized sent ? sent.token().encoded() : null);
    }

    @Override
    public int delete(DelegationRequest request) {
        return transaction.run(DELETE, request.accountId(), request.id());
    }

    private static State state(Progress progress) {
        return switch (progress) {
            case Unassigned _ -> State.UNASSIGNED;
            case Assigned _ -> State.ASSIGNED;
            case PendingApproval _ -> State.PENDING_APPROVAL;
            case Accepted _ -> State.ACCEPTED;
            case Rejected _ -> State.REJECTED;
            case Finalized _ -> State.FINALIZED;
        };
    }

    private static @Nullable Identity approver(Progress progress) {
        return switch (progress) {
            case Accepted accepted -> accepted.approver();
            case Finalized sent -> sent.approver();
            case Unassigned _, Assigned _, PendingApproval _, Rejected _ -> null;
        };
    }

    private static DelegationRequest read(ResultSet row) throws SQLException {
        String ownerId = row.getString("owner_id");
        return new DelegationRequest(
                row.getString("account_id"),
                row.getString("id"),
                terms(row),
                Times.fromColumn(row, "created"),
                row.getString("owner_account"),
                ownerId == null ? null : new Identity(ownerId, row.getString("owner_arn"), null),
                row.getString("notes"),
                progress(row, State.valueOf(row.getString("state")), Times.fromColumn(row, "since")));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                row.getString("workflow_id"),
                row.getString("description"),
                row.getString("message"),
                row.getString("template_arn"),
                ParametersColumn.read(row.getString("parameters")),
                row.getString("policy"),
                row.getString("channel"),
                row.getString("redirect_url"),
                Duration.ofSeconds(row.getLong("session_seconds")),
                row.getInt("owner_sends") == 1);
    }

    private static Progress progress(ResultSet row, State state, Instant since) throws SQLException {
        return switch (state) {
            case UNASSIGNED -> new Unassigned(since);
            case ASSIGNED -> new Assigned(since);
            case PENDING_APPROVAL -> new PendingApproval(since);
            case ACCEPTED -> new Accepted(since, approver(row));
            case REJECTED -> new Rejected(since, row.getString("reason"));
            case FINALIZED -> new Finalized(since, approver(row), new SecretHash(row.getString("token_hash")));
            case EXPIRED -> throw new IllegalStateException("no row is stored as expired");
        };
    }

    private static Identity approver(ResultSet row) throws SQLException {
        return new Identity(
                row.getString("approver_id"), row.getString("approver_arn"), row.getString("approver_session"));
    }
}
