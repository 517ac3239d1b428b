package io.claviger.server.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds whether the certificate's files have changed, and shows the new certificate on new connections.
 * Their contents are compared, so it does not matter how they are replaced: written over, renamed, or behind a link that
 * is turned, as Kubernetes does. While the new ones cannot be used, the old certificate stays, and the log says why, once
 * for each change.
 */
final class RenewedCertificates extends AbstractLifeCycle {

    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(RenewedCertificates.class);

    private final SslContextFactory.Server context;
    private final Scheduler scheduler;
    private final Duration interval;
    private PemFiles seen;
    private String complaint = "";
    private Scheduler.@Nullable Task next;

    /** Renews what the context shows, which is this identity at first. */
    RenewedCertificates(
            SslContextFactory.Server context, TlsIdentity identity, Scheduler scheduler, Duration interval) {
        this.context = context;
        this.scheduler = scheduler;
        this.interval = interval;
        this.seen = identity.files();
    }

    @Override
    protected void doStart() {
        schedule();
    }

    @Override
    protected void doStop() {
        if (next != null) {
            next.cancel();
        }
    }

    private void schedule() {
        next = scheduler.schedule(this::look, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void look() {
        try {
            PemFiles now = seen.again();
            complaint = "";
            if (!now.isSame(seen)) {
                seen = now;
                show(TlsIdentity.of(now));
                LOG.info("new connections get the certificate that is now in {}", now.certificate());
            }
        } catch (UnusableTls unusable) {
            complain(String.valueOf(unusable.getMessage()));
        } catch (Exception fault) {
            LOG.error("the certificate in {} cannot be shown; the one before it stays", seen.certificate(), fault);
        }
        if (isRunning()) {
            schedule();
        }
    }

    private void show(TlsIdentity identity) throws Exception {
        context.reload(factory -> {
            factory.setKeyStore(identity.keyStore());
            factory.setKeyStorePassword(new String(identity.password()));
        });
    }

    private void complain(String reason) {
        if (!reason.equals(complaint)) {
            complaint = reason;
            LOG.warn("the renewed certificate cannot be used, so the one before it stays: {}", reason);
        }
    }
}
