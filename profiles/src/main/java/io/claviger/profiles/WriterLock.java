package io.claviger.profiles;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second writer of a file out, of this process and of others. The empty file that it locks stays: were it deleted,
 * a writer could lock one that no longer has the name.
 */
final class WriterLock implements AutoCloseable {

    private static final int SECONDS = 10;
    private static final int TRIES_A_SECOND = 50;

    // The system's locks are the process's; among its threads this one decides.
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    static WriterLock of(Path target) throws IOException {
        Path path = target.resolveSibling("." + target.getFileName() + ".lock");
        try {
            if (!THREADS.tryLock(SECONDS, TimeUnit.SECONDS)) {
                throw busy(target);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw busy(target);
        }
        boolean locked = false;
        try {
            FileChannel channel = FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    Replacement.ownersAlone(path, "rw-------"));
            try {
                Ownership.give(path, Replacement.folder(target));
                await(channel, target);
                locked = true;
                return new WriterLock(channel);
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
        } finally {
            if (!locked) {
                THREADS.unlock();
            }
        }
    }

    private static void await(FileChannel channel, Path target) throws IOException {
        for (int tries = 0; tries < SECONDS * TRIES_A_SECOND; tries++) {
            // It is given up with its channel.
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(TimeUnit.SECONDS.toMillis(1) / TRIES_A_SECOND);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw busy(target);
    }

    private static IOException busy(Path target) {
        return new FileSystemException(target.toString(), null, "another process is writing it");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
