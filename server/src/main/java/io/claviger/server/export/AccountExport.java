package io.claviger.server.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.claviger.server.command.UnusableSetting;
import io.claviger.storage.FileTrouble;
import io.claviger.storage.PrivateFiles;
import io.claviger.storage.commit.OutgoingAccount;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is exported, to whom, and where it is written.
 *
 * @param file a file that is not there yet; only its owner can read it
 * @param accountId empty for the account that manages the others
 */
public record AccountExport(Path file, Recipient recipient, Optional<String> accountId, Instant now) {

    private static final int MAX_KEY_BYTES = 64 * 1024;

    /**
     * An export for the holder of a key.
     *
     * @param recipientFile the public key in PEM
     * @throws UnusableSetting if there is no such key in the file
     */
    public static AccountExport of(Path file, Path recipientFile, Optional<String> accountId, Instant now) {
        return new AccountExport(file, recipient(recipientFile), accountId, now);
    }

    private static Recipient recipient(Path file) {
        try (var in = Files.newInputStream(file)) {
            String pem = new String(in.readNBytes(MAX_KEY_BYTES), US_ASCII);
            return Recipient.of(pem)
                    .orElseThrow(() -> new UnusableSetting(file + " holds no public key in PEM (-----BEGIN "
                            + Recipient.LABEL + "-----) of RSA with 2048 bits or more, or of the curve P-256, P-384 or"
                            + " P-521: openssl pkey -in KEY -pubout writes it"));
        } catch (IOException e) {
            throw new UnusableSetting(file + " cannot be read: " + FileTrouble.reason(e, file));
        }
    }

    /**
     * What was written.
     *
     * @param inventory how much of what
     * @param recipient the SHA-256 of the recipient's public key
     */
    public record Done(String accountId, String inventory, String recipient) {}

    /** Reads the account: gives each of its rows to a taker. */
    public interface Source {
        /** Reads it. */
        void readTo(OutgoingAccount.Taker taker);
    }

    /**
     * Writes it. The file has its name when it is whole; if it fails, there is none.
     *
     * @param last done when all is written, and before the file gets its name
     * @throws UnusableSetting if the file is there, or cannot be written
     */
    public Done write(Source source, Consumer<Done> last) {
        if (Files.exists(file)) {
            throw new UnusableSetting(
                    file + " exists already, and an export does not overwrite a file: name another one");
        }
        Path directory = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        try {
            // Only its owner can read it, and nobody else has a file of its name.
            Path unfinished = Files.createTempFile(directory, "claviger-", ".unfinished");
            try {
                Done done = writeTo(unfinished, source);
                last.accept(done);
                // Without REPLACE_EXISTING: what came into its place meanwhile stays.
                Files.move(unfinished, file);
                PrivateFiles.sync(directory);
                return done;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (FileAlreadyExistsException e) {
            throw new UnusableSetting(
                    file + " exists already, and an export does not overwrite a file: name another one");
        } catch (IOException e) {
            throw unwritable(e);
        } catch (UncheckedIOException e) {
            throw unwritable(Objects.requireNonNull(e.getCause()));
        }
    }

    private Done writeTo(Path unfinished, Source source) throws IOException {
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            ExportWriter writer = new ExportWriter(out, recipient, accountId, now);
            source.readTo(writer);
            writer.end();
            out.flush();
            channel.force(true);
            return new Done(writer.accountId(), writer.inventory().toString(), recipient.fingerprint());
        }
    }

    private UnusableSetting unwritable(IOException e) {
        return new UnusableSetting("The export " + file + " cannot be written: " + FileTrouble.reason(e, file));
    }
}
