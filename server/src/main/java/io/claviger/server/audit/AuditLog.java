package io.claviger.server.audit;

import io.claviger.storage.FileTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trail in files, written by one thread from a bounded queue, some twenty times a second. Thread-safe.
 *
 * <p>When the disk fails, the events that it did not take are lost: they are counted, the loss is logged, and
 * {@link #isWriting} is false until a write succeeds again, for the health check to report. Requests go on, since a full
 * disk must not lock everybody out of what they could repair it with.
 */
public final class AuditLog implements AuditTrail, AutoCloseable {

    /** How large a file may become before the next is begun. */
    public static final long FILE_SIZE = 64L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int QUEUE = 4096;
    private static final int BATCH = 512;
    private static final Duration PAUSE = Duration.ofMillis(50);
    // Under load, events that wait longer are what the garbage collector copies.
    private static final Duration SHORT_PAUSE = Duration.ofMillis(1);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final BlockingQueue<AuditEvent> queue = new LinkedBlockingQueue<>(QUEUE);
    private final AtomicLong lost = new AtomicLong();
    private final AuditJson json;
    private final Path directory;
    private final AuditArchive archive;
    private final AuditFiles files;
    private final Duration patience;
    private final Thread writer;
    private volatile boolean busy;
    private volatile boolean closing;
    private volatile boolean writing = true;
    private long lastTry;
    private long lastComplaint = System.nanoTime() - SILENCE.toNanos();
    private long complainedOf;

    private AuditLog(Path directory, long fileSize, Retention retention, Duration patience, @Nullable String node) {
        this.json = new AuditJson(node);
        this.directory = directory;
        this.archive = new AuditArchive(directory, retention);
        this.files = new AuditFiles(directory, fileSize, archive);
        this.patience = patience;
        this.writer = Thread.ofPlatform().name("audit").daemon().unstarted(this::writeUntilClosed);
    }

    /**
     * Writes into files of the directory, which is made when the first event comes if it is not there.
     *
     * @param fileSize how many bytes a file may have before the next is begun
     * @param patience how long {@link #record} waits if the writer cannot keep up, before the event is lost
     */
    public static AuditLog in(Path directory, long fileSize, Retention retention, Duration patience) {
        return in(directory, fileSize, retention, patience, null);
    }

    /** The same; each line names the node, if it has a name. */
    static AuditLog in(Path directory, long fileSize, Retention retention, Duration patience, @Nullable String node) {
        AuditLog log = new AuditLog(directory, fileSize, retention, patience, node);
        log.writer.start();
        return log;
    }

    @Override
    public void record(AuditEvent event) {
        if (queue.offer(event)) {
            return;
        }
        LockSupport.unpark(writer);
        try {
            if (!queue.offer(event, patience.toNanos(), TimeUnit.NANOSECONDS)) {
                lost.incrementAndGet();
            }
        } catch (InterruptedException e) {
            lost.incrementAndGet();
            Thread.currentThread().interrupt();
        }
    }

    /** How many events could not be taken down. */
    public long lost() {
        return lost.get();
    }

    /** Whether the last write succeeded, or the disk has been found to take files again since. */
    public boolean isWriting() {
        return writing;
    }

    /** Whether nothing that was recorded is still to be written. */
    boolean isIdle() {
        return queue.isEmpty() && !busy;
    }

    /** Writes what was recorded before, and ends. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(writer);
        try {
            writer.join();
            files.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("the audit trail's last file cannot be closed", e);
        } finally {
            archive.close();
        }
    }

    private void writeUntilClosed() {
        List<AuditEvent> batch = new ArrayList<>(BATCH);
        while (true) {
            boolean last = closing;
            busy = true;
            boolean underLoad = false;
            while (queue.drainTo(batch, BATCH) > 0) {
                underLoad = true;
                write(batch);
                batch.clear();
            }
            busy = false;
            complainOfLoss();
            tryAgain();
            if (last) {
                return;
            }
            // Nobody wakes this thread for each event: that would cost the request more than all else about it.
            LockSupport.parkNanos((underLoad ? SHORT_PAUSE : PAUSE).toNanos());
        }
    }

    /** Nobody may call a server that is not ready, so the trail does not wait for the next event. */
    private void tryAgain() {
        long now = System.nanoTime();
        if (writing || closing || now - lastTry < RETRY.toNanos()) {
            return;
        }
        lastTry = now;
        try {
            files.probe();
            writing = true;
        } catch (IOException | RuntimeException e) {
            LOG.debug("the audit trail still cannot be written", e);
        }
    }

    private void write(List<AuditEvent> batch) {
        int begin = 0;
        while (begin < batch.size()) {
            LocalDate day = day(batch.get(begin));
            int end = begin + 1;
            while (end < batch.size() && day(batch.get(end)).equals(day)) {
                end++;
            }
            write(day, batch.subList(begin, end));
            begin = end;
        }
    }

    private void write(LocalDate day, List<AuditEvent> events) {
        int told = 0;
        for (AuditEvent event : events) {
            told += tell(event) ? 1 : 0;
        }
        try {
            files.append(day, json.takeLines());
            writing = true;
        } catch (IOException | RuntimeException e) {
            writing = false;
            lastTry = System.nanoTime();
            lost.addAndGet(told);
            complain(e);
        }
    }

    private boolean tell(AuditEvent event) {
        try {
            json.add(event);
            return true;
        } catch (RuntimeException e) {
            lost.incrementAndGet();
            complain(e);
            return false;
        }
    }

    /** Events that found the queue full were lost without an exception. */
    private void complainOfLoss() {
        if (lost.get() != complainedOf) {
            complain(null);
        }
    }

    private void complain(@Nullable Exception e) {
        long now = System.nanoTime();
        if (now - lastComplaint >= SILENCE.toNanos()) {
            lastComplaint = now;
            complainedOf = lost.get();
            String why = e == null ? "more come than can be written" : FileTrouble.reason(e, directory);
            LOG.error("the audit trail in {} is losing events, {} so far: {}", directory, complainedOf, why, e);
        }
    }

    private static LocalDate day(AuditEvent event) {
        return LocalDate.ofInstant(event.time(), ZoneOffset.UTC);
    }
}
