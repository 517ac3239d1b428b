package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.ApiCaller.Reply;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Threads make calls with a credential while an administrator ends it, of a server in memory and of one whose store is a
 * file. No call that begins after the end was acknowledged succeeds. The system property {@code claviger.race.rounds} says
 * how many times each end is tried.
 */
class RevocationRaceTest {

    private static final int ROUNDS = Integer.getInteger("claviger.race.rounds", 20);
    private static final InstantSource CLOCK = InstantSource.system();
    private static final List<String[]> CALLS = List.of(
            new String[] {"CreateAccessKey", "UserName", "spare"},
            new String[] {"AttachUserPolicy", "UserName", "spare", "PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"
            },
            new String[] {"ListUsers"});

    @TempDir
    Path directory;

    private final ExecutorService threads = Executors.newFixedThreadPool(CALLS.size());

    /** Where the server keeps what it knows. */
    enum Kept {
        IN_MEMORY,
        IN_A_FILE;

        DataLocation in(Path directory) {
            return switch (this) {
                case IN_MEMORY -> new DataLocation.InMemory();
                case IN_A_FILE -> new DataLocation.Directory(directory, Optional.empty());
            };
        }
    }

    private static Stream<Arguments> endsOfAll() {
        return Stream.of(CredentialEnd.values())
                .flatMap(end -> Stream.of(Kept.values()).map(kept -> Arguments.of(end, kept)));
    }

    private static void createUsers(ApiCaller administrator) {
        administrator.done("iam", "CreateUser", "UserName", "spare");
        CredentialEnd.createUser(administrator);
    }

    @AfterEach
    void stop() {
        threads.close();
    }

    @ParameterizedTest
    @MethodSource("endsOfAll")
    void noCallThatBeginsAfterTheEndWasAcknowledgedSucceeds(CredentialEnd end, Kept kept) throws Exception {
        try (RunningServer server = Samples.start(Samples.settings(kept.in(directory), Optional.empty()), CLOCK)) {
            ApiCaller administrator = ApiCaller.administrator(server.endpoint(), CLOCK);
            createUsers(administrator);
            race(end, administrator);
        }
    }

    private void race(CredentialEnd end, ApiCaller administrator) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Reply made = end.make(administrator);
            ApiCaller holder = administrator.with(made);
            AtomicBoolean acknowledged = new AtomicBoolean();
            CountDownLatch underWay = new CountDownLatch(CALLS.size());
            List<Future<List<Reply>>> running = new ArrayList<>();
            for (String[] call : CALLS) {
                running.add(threads.submit(() -> callUntilAfterTheEnd(holder, call, acknowledged, underWay)));
            }
            assertThat(underWay.await(1, TimeUnit.MINUTES)).isTrue();
            end.end(administrator, made);
            acknowledged.set(true);

            for (Future<List<Reply>> thread : running) {
                List<Reply> replies = thread.get();
                assertThat(replies.getFirst()).as("a call before the end").matches(Reply::succeeded);
                assertThat(replies.getLast().succeeded())
                        .as("round %s: a call that began after the end", round)
                        .isFalse();
                assertThat(replies.getLast().text("Code")).isEqualTo(end.code());
                replies.stream()
                        .filter(reply -> reply.succeeded() && reply.body().contains("<AccessKeyId>"))
                        .forEach(key -> administrator.done(
                                "iam", "DeleteAccessKey", "UserName", "spare", "AccessKeyId", key.text("AccessKeyId")));
            }
            end.cleanUp(administrator, made);
        }
    }

    /** The last answer is that of the only call that began after the end was acknowledged. */
    private static List<Reply> callUntilAfterTheEnd(
            ApiCaller holder, String[] call, AtomicBoolean acknowledged, CountDownLatch underWay) {
        String[] parameters = List.of(call).subList(1, call.length).toArray(String[]::new);
        List<Reply> replies = new ArrayList<>();
        boolean isAfter;
        do {
            isAfter = acknowledged.get();
            replies.add(holder.call("iam", call[0], parameters));
            if (replies.size() == 1) {
                underWay.countDown();
            }
        } while (!isAfter);
        return replies;
    }
}
