package io.claviger.cmdlets.keys;

import io.claviger.powershell.command.SessionValues;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The keys that <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html">another
 * program</a> prints. It runs in the session's folder with the session's environment, and again when either has
 * changed. Used by one thread at a time.
 */
final class ProgramKeys implements RefreshedKeys.Origin {

    private static final int MAX_COMPLAINT = 1_000;

    private final String profile;
    private final String line;
    private final SessionValues session;
    private @Nullable Map<String, String> seen;

    ProgramKeys(String profile, String line, SessionValues session) {
        this.profile = profile;
        this.line = line;
        this.session = session;
    }

    @Override
    public boolean changed() {
        return !session.environment().equals(seen);
    }

    @Override
    public KeysDocument ask() {
        Map<String, String> environment = Map.copyOf(session.environment());
        KeysDocument document =
                KeysDocument.of(run(environment, session.folder()), named(), "SessionToken", Optional.of("1"));
        seen = environment;
        return document;
    }

    private String named() {
        return "The program of the profile '" + profile + "' (credential_process)";
    }

    private byte[] run(Map<String, String> environment, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(shell()).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw KeyErrors.of(named() + " cannot be started: " + e.getMessage());
        }
        try {
            Future<byte[]> out = reading(process.getInputStream(), KeysDocument.MAX_BYTES + 1, false);
            Future<byte[]> err = reading(process.getErrorStream(), MAX_COMPLAINT, true);
            int status = process.waitFor();
            byte[] answer = out.get();
            if (answer.length > KeysDocument.MAX_BYTES) {
                throw KeyErrors.of(named() + " gives an answer that is longer than 64 KiB.");
            }
            if (status != 0) {
                String complaint = new String(err.get(), StandardCharsets.UTF_8).strip();
                throw KeyErrors.of(named() + " ended with " + status + (complaint.isEmpty() ? "." : ": " + complaint));
            }
            return answer;
        } catch (ExecutionException e) {
            throw KeyErrors.of(named() + " cannot be listened to: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw KeyErrors.of(named() + " was stopped.");
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    /** The command line, for the system's shell, as in the other SDKs. */
    private List<String> shell() {
        return File.separatorChar == '\\' ? List.of("cmd.exe", "/C", line) : List.of("sh", "-c", line);
    }

    /** Reads up to a limit. Further output is ignored; the program may find its pipe closed. */
    private static Future<byte[]> reading(InputStream from, int most, boolean passOver) {
        FutureTask<byte[]> task = new FutureTask<>(() -> {
            try (from) {
                byte[] read = from.readNBytes(most);
                if (passOver) {
                    from.transferTo(OutputStream.nullOutputStream());
                }
                return read;
            }
        });
        Thread.ofVirtual().start(task);
        return task;
    }
}
