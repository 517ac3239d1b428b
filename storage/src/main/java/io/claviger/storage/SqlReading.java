package io.claviger.storage;

import io.claviger.iam.store.Reading;

/** The tables of one transaction; each answers the questions of its family. */
class SqlReading implements Reading {

    private final Transaction transaction;

    SqlReading(Session session) {
        this.transaction = new Transaction(session);
    }

    /** The session; refuses after the transaction, as the tables do. */
    final Session session() {
        return transaction.session();
    }

    /** The transaction ends: nothing is answered any more. */
    final void end() {
        transaction.end();
    }

    @Override
    public final AccountTable accounts() {
        return new AccountTable(transaction);
    }

    @Override
    public final UserTable users() {
        return new UserTable(transaction);
    }

    @Override
    public final GroupTable groups() {
        return new GroupTable(transaction);
    }

    /** Who is in which group. */
    final MembershipTable memberships() {
        return new MembershipTable(transaction);
    }

    @Override
    public final PolicyTable policies() {
        return new PolicyTable(transaction);
    }

    @Override
    public final PolicyVersionTable versions() {
        return new PolicyVersionTable(transaction);
    }

    @Override
    public final AttachmentTable attachments() {
        return new AttachmentTable(transaction);
    }

    @Override
    public final InlinePolicyTable inlinePolicies() {
        return new InlinePolicyTable(transaction);
    }

    @Override
    public final KeyTable keys() {
        return new KeyTable(transaction);
    }
}
