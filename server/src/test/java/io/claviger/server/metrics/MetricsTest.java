package io.claviger.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void seriesAreBoundedWhateverTheLabels() {
        Metrics metrics = new Metrics();
        for (int i = 0; i < 10_000; i++) {
            metrics.answered("iam", "Action" + i, "Code" + i, Duration.ofMillis(1));
            metrics.signatureRefused("Code" + i);
        }
        String shown = new String(metrics.scrape(), StandardCharsets.UTF_8);
        assertThat(shown.lines().filter(line -> line.startsWith("claviger_requests_total{")))
                .hasSizeBetween(1000, 2001)
                .contains("claviger_requests_total{action=\"other\",code=\"other\",service=\"other\"} 8000.0");
        assertThat(shown.lines().filter(line -> line.startsWith("claviger_signatures_refused_total{")))
                .hasSizeBetween(1000, 2001);
    }

    @Test
    void decisionsAndTheAuditTrailAreShown() {
        Metrics metrics = new Metrics();
        metrics.decided(true);
        metrics.decided(true);
        metrics.decided(false);
        metrics.watchAudit(() -> 7, () -> 9, () -> false);
        assertThat(new String(metrics.scrape(), StandardCharsets.UTF_8).lines())
                .contains(
                        "claviger_decisions_total{result=\"allowed\"} 2.0",
                        "claviger_decisions_total{result=\"denied\"} 1.0",
                        "claviger_audit_events_lost_total{verified=\"true\"} 7.0",
                        "claviger_audit_events_lost_total{verified=\"false\"} 9.0",
                        "claviger_audit_writing 0.0");
    }
}
