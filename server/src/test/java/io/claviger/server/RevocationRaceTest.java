package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.ApiCaller.Reply;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import java.time.Instant;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Threads make calls with a credential while an administrator ends it. No call that begins after the end was acknowledged
 * succeeds. The system property {@code claviger.race.rounds} says how many times each end is tried.
 */
class RevocationRaceTest {

    private static final int ROUNDS = Integer.getInteger("claviger.race.rounds", 20);
    private static final InstantSource CLOCK = InstantSource.system();
    private static final String ROLE = "arn:aws:iam::" + Samples.ACCOUNT + ":role/worker";
    private static final String ALLOWED = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*",\
            "Action":["iam:CreateAccessKey","iam:AttachUserPolicy","iam:ListUsers"]}]}""";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
            "Principal":{"AWS":"%s"}}]}""".formatted(Samples.ACCOUNT);
    private static final List<String[]> CALLS = List.of(
            new String[] {"CreateAccessKey", "UserName", "spare"},
            new String[] {"AttachUserPolicy", "UserName", "spare", "PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"
            },
            new String[] {"ListUsers"});

    private final RunningServer server =
            Samples.start(Samples.settings(new DataLocation.InMemory(), Optional.empty()), CLOCK);
    private final ApiCaller administrator = ApiCaller.administrator(server.endpoint(), CLOCK);
    private final ExecutorService threads = Executors.newFixedThreadPool(CALLS.size());

    /** How a credential is made, and how it ends. */
    enum End {
        /** Its access key is deleted. */
        KEY_DELETED("InvalidClientTokenId") {
            @Override
            Reply make(ApiCaller administrator) {
                return administrator.done("iam", "CreateAccessKey", "UserName", "worker");
            }

            @Override
            void end(ApiCaller administrator, Reply made) {
                administrator.done(
                        "iam", "DeleteAccessKey", "UserName", "worker", "AccessKeyId", made.text("AccessKeyId"));
            }
        },
        /** Its access key is made inactive. */
        KEY_INACTIVE("InvalidClientTokenId") {
            @Override
            Reply make(ApiCaller administrator) {
                return KEY_DELETED.make(administrator);
            }

            @Override
            void end(ApiCaller administrator, Reply made) {
                administrator.done(
                        "iam",
                        "UpdateAccessKey",
                        "UserName",
                        "worker",
                        "AccessKeyId",
                        made.text("AccessKeyId"),
                        "Status",
                        "Inactive");
            }

            @Override
            void cleanUp(ApiCaller administrator, Reply made) {
                KEY_DELETED.end(administrator, made);
            }
        },
        /** Its user is quarantined. */
        USER_QUARANTINED("AccessDenied") {
            private static final String DENY_ALL = "arn:aws:iam::aws:policy/AWSDenyAll";

            @Override
            Reply make(ApiCaller administrator) {
                return KEY_DELETED.make(administrator);
            }

            @Override
            void end(ApiCaller administrator, Reply made) {
                administrator.done("iam", "AttachUserPolicy", "UserName", "worker", "PolicyArn", DENY_ALL);
            }

            @Override
            void cleanUp(ApiCaller administrator, Reply made) {
                administrator.done("iam", "DetachUserPolicy", "UserName", "worker", "PolicyArn", DENY_ALL);
                KEY_DELETED.end(administrator, made);
            }
        },
        /** The role of its session is deleted. */
        ROLE_DELETED("InvalidClientTokenId") {
            @Override
            Reply make(ApiCaller administrator) {
                return session(administrator);
            }

            @Override
            void end(ApiCaller administrator, Reply made) {
                administrator.done("iam", "DeleteRolePolicy", "RoleName", "worker", "PolicyName", "allowed");
                administrator.done("iam", "DeleteRole", "RoleName", "worker");
            }
        },
        /** Sessions made before now are denied everything, as AWS's console has it. */
        SESSION_REVOKED("AccessDenied") {
            @Override
            Reply make(ApiCaller administrator) {
                return session(administrator);
            }

            @Override
            void end(ApiCaller administrator, Reply made) {
                Instant later = CLOCK.instant().plusSeconds(1);
                administrator.done(
                        "iam",
                        "PutRolePolicy",
                        "RoleName",
                        "worker",
                        "PolicyName",
                        "AWSRevokeOlderSessions",
                        "PolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\","
                                + "\"Resource\":\"*\",\"Condition\":{\"DateLessThan\":{\"aws:TokenIssueTime\":\""
                                + later + "\"}}}]}");
            }

            @Override
            void cleanUp(ApiCaller administrator, Reply made) {
                administrator.done(
                        "iam", "DeleteRolePolicy", "RoleName", "worker", "PolicyName", "AWSRevokeOlderSessions");
                ROLE_DELETED.end(administrator, made);
            }
        };

        private final String code;

        End(String code) {
            this.code = code;
        }

        abstract Reply make(ApiCaller administrator);

        abstract void end(ApiCaller administrator, Reply made);

        void cleanUp(ApiCaller administrator, Reply made) {}

        private static Reply session(ApiCaller administrator) {
            administrator.done("iam", "CreateRole", "RoleName", "worker", "AssumeRolePolicyDocument", TRUST);
            allow(administrator, "PutRolePolicy", "RoleName");
            return administrator.done("sts", "AssumeRole", "RoleArn", ROLE, "RoleSessionName", "worker");
        }
    }

    private static void allow(ApiCaller administrator, String action, String owner) {
        administrator.done("iam", action, owner, "worker", "PolicyName", "allowed", "PolicyDocument", ALLOWED);
    }

    @BeforeEach
    void createUsers() {
        administrator.done("iam", "CreateUser", "UserName", "spare");
        administrator.done("iam", "CreateUser", "UserName", "worker");
        allow(administrator, "PutUserPolicy", "UserName");
    }

    @AfterEach
    void stop() {
        threads.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void noCallThatBeginsAfterTheEndWasAcknowledgedSucceeds(End end) throws Exception {
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
                assertThat(replies.getLast().text("Code")).isEqualTo(end.code);
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
