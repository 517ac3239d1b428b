package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.access.AccessKeySecrets;
import io.claviger.access.mfa.MfaSeeds;
import io.claviger.server.ApiCaller.Reply;
import io.claviger.server.command.Surroundings;
import io.claviger.server.composition.RunningServer;
import io.claviger.storage.OpenFailure;
import io.claviger.storage.commit.Rotation;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.postgres.PostgresDatabase;
import io.claviger.storage.postgres.RealPostgres;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.SqliteDatabase;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** The sealing key of a database is replaced while two servers use it. */
class RotationTest extends SeveralServersContract {

    private static final String NEXT = Base64.getEncoder().encodeToString(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8
    });
    private static final SealingKey.Overlapping BOTH =
            new SealingKey.Overlapping(new SealingKey.Given(SEALING_KEY), new SealingKey.Given(NEXT));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** One server is replaced after the other, as an operator does. */
    private void replace(SealingKey key) {
        other.close();
        other = start("other", key);
        here.done("sts", "GetCallerIdentity");
        one.close();
        one = start("one", key);
        here = at(one, here);
        there = at(other, there);
    }

    private int reseal(Map<String, String> keys, String... options) {
        out.reset();
        Map<String, String> environment = new HashMap<>(keys);
        environment.put("HOME", home.toString());
        String text = "postgresql://" + RealPostgres.USER + "@127.0.0.1:"
                + url.hosts().getFirst().port() + "/" + url.database();
        List<String> words = new ArrayList<>(List.of("reseal", "--database", text));
        words.addAll(List.of(options));
        return Commands.run(
                new Surroundings(
                        CLOCK,
                        environment,
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        _ -> Optional.empty(),
                        Runnable::run),
                words.toArray(String[]::new));
    }

    private static final Map<String, String> KEYS =
            Map.of("CLAVIGER_SEALING_KEY", SEALING_KEY, "CLAVIGER_NEXT_SEALING_KEY", NEXT);

    private void everyoneIsLetIn(ApiCaller... callers) {
        for (ApiCaller caller : callers) {
            for (RunningServer server : List.of(one, other)) {
                assertThat(at(server, caller).done("sts", "GetCallerIdentity").body())
                        .contains("user/");
            }
        }
    }

    private ApiCaller userWithKey(ApiCaller administrator, String name) {
        administrator.done("iam", "CreateUser", "UserName", name);
        return administrator.with(administrator.done("iam", "CreateAccessKey", "UserName", name));
    }

    @Test
    void keysAndSessionsWorkOnEveryServerBeforeDuringAndAfterTheChange() {
        ApiCaller before = userWithKey(here, "before");
        replace(BOTH);
        ApiCaller session = here.with(here.done("sts", "GetSessionToken"));
        there.done("iam", "CreateVirtualMFADevice", "VirtualMFADeviceName", "phone");
        everyoneIsLetIn(before, session);

        assertThat(reseal(KEYS)).as(err::toString).isZero();
        assertThat(out.toString(UTF_8))
                .contains("3 secrets are sealed under the next key. Sessions go on to their ends.")
                .contains("All 3 secrets of the database are sealed under it.")
                .doesNotContain(SEALING_KEY, NEXT);
        ApiCaller after = userWithKey(here, "after");
        ApiCaller later = there.with(there.done("sts", "GetSessionToken"));
        everyoneIsLetIn(before, session, after, later);

        assertThat(reseal(KEYS)).as(err::toString).isZero();
        assertThat(out.toString(UTF_8))
                .contains("0 secrets are sealed under the next key.")
                .contains("All 4 secrets of the database are sealed under it.");

        replace(new SealingKey.Given(NEXT));
        everyoneIsLetIn(before, session, after, later);
        assertThatThrownBy(() -> start("third", new SealingKey.Given(SEALING_KEY)))
                .isInstanceOf(OpenFailure.class)
                .hasMessageContaining("not the one that the database was sealed with");
    }

    @Test
    void sessionsEndOnServersThatRunIfTheKeyMayHaveBeenSeen() throws Exception {
        replace(BOTH);
        ApiCaller session = here.with(here.done("sts", "GetSessionToken"));
        everyoneIsLetIn(session, here);

        assertThat(reseal(KEYS, "--end-sessions")).as(err::toString).isZero();

        assertThat(out.toString(UTF_8)).contains("Sessions have ended: sign in again.");
        for (RunningServer server : List.of(one, other)) {
            await(() -> !at(server, session).call("sts", "GetCallerIdentity").succeeded());
        }
        everyoneIsLetIn(here);

        // Nor do they come back if somebody gives the two keys in the wrong order.
        replace(new SealingKey.Overlapping(BOTH.next(), BOTH.before()));
        assertThat(at(one, session).call("sts", "GetCallerIdentity").succeeded())
                .isFalse();
        everyoneIsLetIn(here);
    }

    @Test
    void sessionsCanBeEndedAfterTheChangeToo() throws Exception {
        replace(BOTH);
        ApiCaller session = here.with(here.done("sts", "GetSessionToken"));
        assertThat(reseal(KEYS)).as(err::toString).isZero();
        everyoneIsLetIn(session, here);

        assertThat(reseal(KEYS, "--end-sessions")).as(err::toString).isZero();

        for (RunningServer server : List.of(one, other)) {
            await(() -> !at(server, session).call("sts", "GetCallerIdentity").succeeded());
        }
        everyoneIsLetIn(here);
    }

    @Test
    void aChangeThatWasBrokenOffHarmsNobodyAndIsEndedByTheNext() {
        replace(BOTH);
        ApiCaller user = userWithKey(here, "user");
        there.done("iam", "CreateVirtualMFADevice", "VirtualMFADeviceName", "phone");
        PostgresDatabase database = new PostgresDatabase(url, Optional.empty());
        try (SqlStore store = SqlStore.open(new PostgresDatabase(url, Optional.empty()), BOTH)) {
            assertThatThrownBy(() -> Rotation.run(
                            store,
                            database,
                            BOTH,
                            SqliteDatabase.MIGRATIONS.tables(),
                            (column, id) -> switch (column) {
                                case ACCESS_KEY -> AccessKeySecrets.context(id);
                                default -> MfaSeeds.context(id);
                            },
                            Optional.of(CLOCK.instant()),
                            _ -> {
                                throw new CancellationException();
                            }))
                    .isInstanceOf(CancellationException.class);
        }
        everyoneIsLetIn(user, here);
        replace(new SealingKey.Given(NEXT));
        everyoneIsLetIn(user, here);

        assertThat(reseal(KEYS)).as(err::toString).isZero();

        assertThat(out.toString(UTF_8))
                .contains("1 secret is sealed under the next key.")
                .contains("All 3 secrets of the database are sealed under it.");
    }

    @Test
    void aServerThatWasNotGivenTheNextKeyRefusesEverything() throws Exception {
        other.close();
        other = start("other", BOTH);
        there = at(other, there);

        assertThat(reseal(KEYS)).as(err::toString).isZero();

        await(() -> {
            Reply refused = here.call("sts", "GetCallerIdentity");
            return refused.status() == 503 && refused.body().contains("ServiceUnavailable");
        });
        assertThat(get(one, "/health/ready")).startsWith("HTTP/1.1 503 ");
        there.done("sts", "GetCallerIdentity");
        one.close();
        one = start("one", BOTH);
        everyoneIsLetIn(there);
    }

    @Test
    void withoutTheNextKeyNothingIsDone() {
        assertThat(reseal(Map.of("CLAVIGER_SEALING_KEY", SEALING_KEY))).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("CLAVIGER_NEXT_SEALING_KEY is missing");
        everyoneIsLetIn(here);
    }
}
