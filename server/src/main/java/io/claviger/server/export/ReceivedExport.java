package io.claviger.server.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.operations.pem.PrivateKeyText;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.export.ExportLines.Malformed;
import io.claviger.storage.FileTrouble;
import io.claviger.storage.commit.AccountRow;
import io.claviger.storage.sqlite.SqliteDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An export, opened with its recipient's private key and found whole. Immutable.
 *
 * @param accountId whose it is
 * @param name of the account, if it was a member of an organization
 * @param email of its root user
 * @param inventory how much there is of what
 */
public record ReceivedExport(
        Path file,
        String accountId,
        Optional<String> name,
        Optional<String> email,
        String inventory,
        ContentKey content) {

    private static final String BEGINNING = "{\"" + ExportLines.FORMAT + "\":";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");
    private static final int MAX_KEY_BYTES = 64 * 1024;

    /** Whether a file says that it is an export. */
    public static boolean isOne(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING.length()), UTF_8).equals(BEGINNING);
        } catch (IOException e) {
            throw new UnusableSetting(file + " cannot be read: " + FileTrouble.reason(e, file));
        }
    }

    /**
     * Opens a file, and reads it to its end once.
     *
     * @param keyFile the recipient's private key in PEM
     * @throws UnusableSetting if the key is another one, or the file is damaged or of a newer Claviger
     */
    public static ReceivedExport open(Path file, Path keyFile) {
        Map<String, String> head = head(file);
        String key = secret(keyFile);
        Recipient recipient = Optional.ofNullable(head.get("recipient"))
                .flatMap(Recipient::of)
                .orElseThrow(() -> damaged(file, 1));
        ContentKey content = switch (PrivateKeyText.match(key, recipient.key())) {
            case NO_KEY ->
                throw new UnusableSetting(
                        keyFile + " holds no private key in PEM that can be read. If it has a password, remove"
                                + " that from a copy: openssl pkey -in " + keyFile + " -out COPY");
            case NO ->
                throw new UnusableSetting(keyFile + " is another key than the one that " + file
                        + " is for: the public key of that one has the SHA-256 " + recipient.fingerprint());
            case YES ->
                PrivateKeyText.read(key, recipient.key())
                        .flatMap(ours -> ContentKey.unwrapped(head.getOrDefault("key", ""), ours))
                        .orElseThrow(() -> damaged(file, 1));
        };
        Inventory inventory = new Inventory();
        rows(file, content, row -> inventory.add(row.table()));
        return new ReceivedExport(
                file,
                Optional.ofNullable(head.get("account"))
                        .filter(number -> NUMBER.matcher(number).matches())
                        .orElseThrow(() -> damaged(file, 1)),
                Optional.ofNullable(head.get("name")),
                Optional.ofNullable(head.get("email")),
                inventory.toString(),
                content);
    }

    private static Map<String, String> head(Path file) {
        try (BoundedLines lines = BoundedLines.of(file)) {
            Map<String, String> head = ExportLines.flat(String.valueOf(lines.next()));
            int known = SqliteDatabase.MIGRATIONS.scripts().size();
            if (number(head, ExportLines.FORMAT, file) > ExportLines.NUMBER || number(head, "tables", file) > known) {
                throw new UnusableSetting(file + " was written by a newer Claviger: import it with that one");
            }
            return head;
        } catch (Malformed | CharacterCodingException e) {
            throw damaged(file, 1);
        } catch (IOException e) {
            throw new UnusableSetting(file + " cannot be read: " + FileTrouble.reason(e, file));
        }
    }

    private static int number(Map<String, String> head, String name, Path file) {
        try {
            return Integer.parseInt(head.getOrDefault(name, ""));
        } catch (NumberFormatException e) {
            throw damaged(file, 1);
        }
    }

    private static String secret(Path keyFile) {
        try (InputStream in = Files.newInputStream(keyFile)) {
            return new String(in.readNBytes(MAX_KEY_BYTES), UTF_8);
        } catch (IOException e) {
            throw new UnusableSetting(keyFile + " cannot be read: " + FileTrouble.reason(e, keyFile));
        }
    }

    /**
     * Gives its rows, in the order in which they were written.
     *
     * @throws UnusableSetting if it is damaged; what was given by then is worth nothing
     */
    public void rows(Consumer<AccountRow> to) {
        rows(file, content, to);
    }

    private static void rows(Path file, ContentKey content, Consumer<AccountRow> to) {
        MessageDigest digest = ExportLines.digest();
        int number = 1;
        try (BoundedLines lines = BoundedLines.of(file)) {
            sum(digest, lines.next());
            number++;
            String line = lines.next();
            number++;
            for (String next = lines.next(); next != null; next = lines.next()) {
                to.accept(row(line, content, file, number - 1));
                sum(digest, line);
                line = next;
                number++;
            }
            number--;
            String end = ExportLines.flat(String.valueOf(line)).getOrDefault(ExportLines.END, "");
            String sum = HexFormat.of().formatHex(digest.digest());
            if (content.open(end).filter(sum::equals).isEmpty()) {
                throw new UnusableSetting(file + " is damaged: its content has changed since it was written."
                        + " Copy it again, or export again");
            }
        } catch (Malformed | CharacterCodingException e) {
            throw damaged(file, number);
        } catch (IOException e) {
            throw new UnusableSetting(file + " cannot be read: " + FileTrouble.reason(e, file));
        }
    }

    private static AccountRow row(@Nullable String line, ContentKey content, Path file, int number) {
        try {
            return ExportLines.row(String.valueOf(line), content);
        } catch (Malformed e) {
            throw damaged(file, number);
        }
    }

    private static void sum(MessageDigest digest, @Nullable String line) {
        digest.update((line + "\n").getBytes(UTF_8));
    }

    private static UnusableSetting damaged(Path file, int line) {
        return new UnusableSetting(
                file + " is damaged, or not whole: line " + line + " cannot be read. Copy it again, or export again");
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
