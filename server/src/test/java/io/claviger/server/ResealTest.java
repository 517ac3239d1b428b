package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.Credential.Origin;
import io.claviger.access.Credential.Temporary;
import io.claviger.access.Session;
import io.claviger.access.SessionFormat;
import io.claviger.access.SessionTokens;
import io.claviger.iam.Account;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.SamlPrivateKey;
import io.claviger.iam.SamlProvider;
import io.claviger.iam.SamlProvider.Encryption;
import io.claviger.iam.SealedSecret;
import io.claviger.operations.federation.SamlKeyRing;
import io.claviger.server.command.Variables;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.SqliteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sealing key is replaced, whatever happens meanwhile. */
class ResealTest extends UpkeepGround {

    @Test
    void resealingMakesAnotherKeyAndKeepsTheOneBefore() throws Exception {
        start(data(), Optional.empty()).close();
        Path key = data().resolve("sealing.key");
        String before = Files.readString(key);
        assertThat(run(NOTHING, "reseal", "--data", data().toString()))
                .as(this::err)
                .isZero();
        Path kept = data().resolve("sealing.key.20261122T100000000Z");
        assertThat(out.toString(UTF_8)).contains("1 secret is sealed", kept.toString());
        assertThat(Files.readString(key)).isNotEqualTo(before);
        assertThat(kept).hasContent(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(data().resolve("sealing.key.next")).doesNotExist();
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(call(server.endpoint(), CALLER)).startsWith("HTTP/1.1 200 ");
            assertThat(run(NOTHING, "reseal", "--data", data().toString())).isEqualTo(1);
            assertThat(err()).contains("in use by another Claviger");
        }
    }

    @Test
    void keysThatSignTokensAreSealedUnderTheNextKeyToo() throws Exception {
        String token = "Action=GetWebIdentityToken&Audience.member.1=x&SigningAlgorithm=ES384&Version=2011-06-15";
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(Samples.call(
                            server.endpoint(),
                            Samples.NOW,
                            Samples.KEY_ID,
                            Samples.SECRET,
                            "iam",
                            "Action=EnableOutboundWebIdentityFederation&Version=2010-05-08"))
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(run(NOTHING, "reseal", "--data", data().toString()))
                .as(this::err)
                .isZero();
        assertThat(out.toString(UTF_8)).contains("3 secrets are sealed");
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(Samples.call(server.endpoint(), Samples.NOW, Samples.KEY_ID, Samples.SECRET, "sts", token))
                    .contains("<WebIdentityToken>");
        }
    }

    @Test
    void resealingThatWasCutOffAfterTheDatabaseTookTheNextKeyIsEndedByTheNextStart() throws Exception {
        start(data(), Optional.empty()).close();
        Path key = data().resolve("sealing.key");
        String before = Files.readString(key);
        assertThat(run(NOTHING, "reseal", "--data", data().toString())).isZero();
        String after = Files.readString(key);
        Files.move(key, data().resolve("sealing.key.next"));
        Files.writeString(key, before);
        Path backup = directory.resolve("backup.db");
        assertThat(run(NOTHING, "backup", backup.toString(), "--data", data().toString()))
                .as(this::err)
                .isZero();
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(call(server.endpoint(), CALLER)).startsWith("HTTP/1.1 200 ");
        }
        assertThat(key).hasContent(after);
        assertThat(data().resolve("sealing.key.next")).doesNotExist();
    }

    @Test
    void resealingThatWasCutOffBeforeTheDatabaseTookTheNextKeyLeavesTheOneBefore() throws Exception {
        start(data(), Optional.empty()).close();
        Path key = data().resolve("sealing.key");
        String before = Files.readString(key);
        String next = Base64.getEncoder().encodeToString(new byte[32]);
        Files.writeString(data().resolve("sealing.key.next"), next);
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(call(server.endpoint(), CALLER)).startsWith("HTTP/1.1 200 ");
        }
        assertThat(key).hasContent(before);
        assertThat(run(NOTHING, "reseal", "--data", data().toString()))
                .as(this::err)
                .isZero();
        assertThat(key).hasContent(next);
        start(data(), Optional.empty()).close();
    }

    @Test
    void keyThatIsGivenIsReplacedByOneThatIsGiven() throws Exception {
        String before = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(UTF_8));
        String next = Base64.getEncoder().encodeToString("fedcba9876543210fedcba9876543210".getBytes(UTF_8));
        start(data(), Optional.of(before)).close();
        Map<String, String> environment = new HashMap<>(Map.of(Variables.SEALING_KEY, before));
        assertThat(run(environment, "reseal", "--data", data().toString())).isEqualTo(1);
        assertThat(err()).contains("CLAVIGER_NEXT_SEALING_KEY go together");
        environment.put("CLAVIGER_NEXT_SEALING_KEY", before + "\n");
        assertThat(run(environment, "reseal", "--data", data().toString())).isEqualTo(1);
        assertThat(err()).contains("CLAVIGER_NEXT_SEALING_KEY is the key in CLAVIGER_SEALING_KEY: make a new one");
        environment.put("CLAVIGER_NEXT_SEALING_KEY", next);
        assertThat(run(environment, "reseal", "--data", data().toString()))
                .as(this::err)
                .isZero();
        assertThat(out.toString(UTF_8) + err()).doesNotContain(before, next);
        try (RunningServer server = start(data(), Optional.of(next))) {
            assertThat(call(server.endpoint(), CALLER)).startsWith("HTTP/1.1 200 ");
        }
    }

    private Optional<Session> opened(String token, String accessKeyId) {
        try (SqlStore store = new DataLocation.Directory(data(), Optional.empty()).open()) {
            return new SessionTokens(
                            store.keys().messages(), store.keys()::former, () -> Samples.NOW, SessionFormat.COMPACT)
                    .open(token, accessKeyId);
        }
    }

    private String token(Session session) {
        try (SqlStore store = new DataLocation.Directory(data(), Optional.empty()).open()) {
            return new SessionTokens(store.sealing()).issue(session);
        }
    }

    @Test
    void sessionsGoOnUnderTheNextKey() {
        start(data(), Optional.empty()).close();
        Temporary credential = new Temporary(
                "ASIAQNZGKIQY56JQ7WML", Origin.SIGN_IN, Samples.NOW, Samples.NOW.plus(Duration.ofHours(1)));
        Session session = new Session(credential, Samples.ACCOUNT, Samples.SECRET);
        String token = token(session);
        assertThat(run(NOTHING, "reseal", "--data", data().toString()))
                .as(this::err)
                .isZero();
        assertThat(out.toString(UTF_8)).contains("Sessions go on to their ends.");
        assertThat(opened(token, credential.accessKeyId())).contains(session);
        assertThat(opened(token(session), credential.accessKeyId())).contains(session);
        assertThat(Files.exists(data().resolve("sealing.key.20261122T100000000Z")))
                .isTrue();
    }

    @Test
    void sessionsEndIfTheKeyMayHaveBeenSeen() {
        start(data(), Optional.empty()).close();
        Temporary credential = new Temporary(
                "ASIAQNZGKIQY56JQ7WML", Origin.SIGN_IN, Samples.NOW, Samples.NOW.plus(Duration.ofHours(1)));
        String token = token(new Session(credential, Samples.ACCOUNT, Samples.SECRET));
        assertThat(run(NOTHING, "reseal", "--end-sessions", "--data", data().toString()))
                .as(this::err)
                .isZero();
        assertThat(out.toString(UTF_8)).contains("Sessions have ended: sign in again.");
        assertThat(opened(token, credential.accessKeyId())).isEmpty();
    }

    @Test
    void resealingTakesThePrivateKeysOfSamlProvidersAlong() throws Exception {
        try (SqlStore store =
                SqlStore.open(SqliteFile.in(data()), new SealingKey.InFile(data().resolve("sealing.key")))) {
            insertPrivateKey(store);
        }
        assertThat(run(NOTHING, "reseal", "--data", data().toString()))
                .as(this::err)
                .isZero();
        assertThat(out.toString(UTF_8)).contains("1 secret is sealed");
        try (SqlStore store =
                SqlStore.open(SqliteFile.in(data()), new SealingKey.InFile(data().resolve("sealing.key")))) {
            SealedSecret kept = store.read(reading ->
                    reading.samlProviders().keysOf("SAMLSP").getFirst().key());
            assertThat(store.sealing().open(kept.bytes(), SamlKeyRing.context("SAMLPK")))
                    .contains("a key");
        }
    }

    private static void insertPrivateKey(SqlStore store) {
        Account account = new Account("123456789012", Samples.NOW, new PasswordHash("$argon2id$…"));
        SamlProvider provider = new SamlProvider(
                account.accountId(), "SAMLSP", "idp", "<a/>", Samples.NOW, Samples.NOW, Encryption.ALLOWED, List.of());
        byte[] sealed = store.sealing().seal("a key", SamlKeyRing.context("SAMLPK"));
        store.write(writing -> {
            writing.insert(account);
            writing.insert(provider);
            writing.insert(new SamlPrivateKey(
                    account.accountId(), "SAMLPK", provider.id(), Samples.NOW, new SealedSecret(sealed)));
            return provider;
        });
    }

    @Test
    void devicesShowTheSameCodesAfterwards() throws Exception {
        Authenticator phone;
        try (RunningServer server = start(data(), Optional.empty())) {
            phone = Authenticator.from(call(
                    server.endpoint(), "Action=CreateVirtualMFADevice&VirtualMFADeviceName=phone&Version=2010-05-08"));
        }
        assertThat(run(NOTHING, "reseal", "--data", data().toString()))
                .as(this::err)
                .isZero();
        assertThat(out.toString(UTF_8)).contains("2 secrets are sealed");
        try (RunningServer server = start(data(), Optional.empty())) {
            assertThat(call(
                            server.endpoint(),
                            "Action=EnableMFADevice&UserName=Administrator&SerialNumber=arn%3Aaws%3Aiam%3A%3A123456789012%3Amfa%2Fphone"
                                    + "&AuthenticationCode1=" + phone.code(Samples.NOW.minusSeconds(30))
                                    + "&AuthenticationCode2=" + phone.code(Samples.NOW) + "&Version=2010-05-08"))
                    .startsWith("HTTP/1.1 200 ");
        }
    }
}
