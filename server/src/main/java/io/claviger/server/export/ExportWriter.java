package io.claviger.server.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.iam.Account;
import io.claviger.iam.MemberAccount;
import io.claviger.iam.store.Reading;
import io.claviger.operations.organization.NewAccounts;
import io.claviger.server.command.UnusableSetting;
import io.claviger.storage.commit.AccountRow;
import io.claviger.storage.commit.AccountRow.Value;
import io.claviger.storage.commit.OutgoingAccount;
import io.claviger.storage.sqlite.SqliteDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes an account as lines of JSON: a head, a line for each row, and an end by which damage is found. Secrets are sealed
 * for the recipient. For one thread. A failure of the stream is an {@link UncheckedIOException}.
 */
final class ExportWriter implements OutgoingAccount.Taker {

    private static final JsonFactory JSON = new JsonFactory();

    private final OutputStream out;
    private final Recipient recipient;
    private final Optional<String> wanted;
    private final Instant now;
    private final ContentKey content = ContentKey.random();
    private final MessageDigest digest = ExportLines.digest();
    private final Inventory inventory = new Inventory();
    private String accountId = "";

    /**
     * Writes to a stream, which it does not close.
     *
     * @param wanted the account's number; empty for the account that manages the others
     */
    ExportWriter(OutputStream out, Recipient recipient, Optional<String> wanted, Instant now) {
        this.out = out;
        this.recipient = recipient;
        this.wanted = wanted;
        this.now = now;
    }

    @Override
    public String choose(Reading reading) {
        Account account = wanted.isPresent()
                ? reading.accounts()
                        .byId(wanted.get())
                        .orElseThrow(() -> new UnusableSetting("there is no account " + wanted.get()))
                : NewAccounts.management(reading).orElseThrow(() -> new UnusableSetting("there is no account yet"));
        accountId = account.accountId();
        Optional<MemberAccount> member = reading.organizations().member(accountId);
        line(json -> {
            json.writeNumberProperty(ExportLines.FORMAT, ExportLines.NUMBER);
            json.writeStringProperty("account", accountId);
            member.map(MemberAccount::name).ifPresent(name -> json.writeStringProperty("name", name));
            Optional.ofNullable(account.email())
                    .or(() -> member.map(MemberAccount::email))
                    .ifPresent(email -> json.writeStringProperty("email", email));
            json.writeStringProperty("made", now.toString());
            json.writeNumberProperty(
                    "tables", SqliteDatabase.MIGRATIONS.scripts().size());
            json.writeStringProperty("recipient", recipient.pem());
            json.writeStringProperty("key", recipient.wrapped(content));
        });
        return accountId;
    }

    @Override
    public void take(AccountRow row) {
        inventory.add(row.table());
        line(json -> {
            json.writeObjectPropertyStart(row.table());
            row.values().forEach((column, value) -> {
                switch (value) {
                    case Value.Text(String text) -> json.writeStringProperty(column, text);
                    case Value.Whole(long number) -> json.writeNumberProperty(column, number);
                    case Value.Secret(String text) -> {
                        json.writeObjectPropertyStart(column);
                        json.writeStringProperty(ExportLines.SEALED, content.seal(text));
                        json.writeEndObject();
                    }
                }
            });
            json.writeEndObject();
        });
    }

    /** Writes the end: without it, the file is not whole. */
    void end() {
        String sum = HexFormat.of().formatHex(digest.digest());
        line(json -> json.writeStringProperty(ExportLines.END, content.seal(sum)));
    }

    /** The number of the account that was written. */
    String accountId() {
        return accountId;
    }

    /** What was written. */
    Inventory inventory() {
        return inventory;
    }

    private void line(Consumer<JsonGenerator> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        byte[] bytes = text.append('\n').toString().getBytes(UTF_8);
        digest.update(bytes);
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
