package io.claviger.iam.store;

import io.claviger.iam.CredentialReport;
import io.claviger.iam.CredentialReportPart;
import java.util.Optional;

/** What can be asked about credential reports; {@link Reading} says what holds for all answers. */
public interface CredentialReportQueries {

    /** The account's latest report. */
    Optional<CredentialReport> ofAccount(String accountId);

    /** A part of a report; empty once a later report has taken its place. */
    Optional<CredentialReportPart> part(CredentialReport report, int number);
}
