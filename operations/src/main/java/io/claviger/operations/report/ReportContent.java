package io.claviger.operations.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.iam.CredentialReport;
import io.claviger.iam.CredentialReportPart;
import io.claviger.operations.gate.Execution;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a report says, in UTF-8: its parts one after another, each read from the store when the one before it has been read.
 * Reading fails with an {@link IllegalStateException} if a later report takes its place meanwhile, and as the store does. For
 * one thread at a time.
 */
final class ReportContent extends InputStream {

    private final Execution<?> execution;
    private final CredentialReport report;
    private InputStream part = nullInputStream();
    private int next;

    ReportContent(Execution<?> execution, CredentialReport report) {
        this.execution = execution;
        this.report = report;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = part.read(bytes, offset, length);
        while (read < 0 && next < report.parts()) {
            part = new ByteArrayInputStream(content(next++).getBytes(UTF_8));
            read = part.read(bytes, offset, length);
        }
        return read;
    }

    private String content(int number) {
        return execution
                .read(reading -> reading.credentialReports().part(report, number))
                .map(CredentialReportPart::content)
                .orElseThrow(
                        () -> new IllegalStateException("a later credential report has taken the place of this one"));
    }
}
