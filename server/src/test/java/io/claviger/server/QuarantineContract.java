package io.claviger.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.ApiCaller.Reply;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Puts people under quarantine by the command. */
abstract class QuarantineContract extends UpkeepGround {

    static final InstantSource CLOCK = InstantSource.system();
    static final String DENY_ALL = "arn:aws:iam::aws:policy/AWSDenyAll";
    static final String ADMINISTRATORS = "arn:aws:iam::aws:policy/AdministratorAccess";
    static final String TRUST = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
        "Principal":{"AWS":"%s"}}]}\
        """.formatted(Samples.ACCOUNT);

    static final String NEXT = "arn:aws:iam::" + Samples.ACCOUNT + ":role/next";

    RunningServer server;
    ApiCaller administrator;
    ApiCaller mallory;

    @BeforeEach
    void malloryIsAnAdministratorToo() {
        server = Samples.start(
                Samples.settings(new DataLocation.InMemory(), Optional.of(directory.resolve("audit"))), CLOCK);
        administrator = ApiCaller.administrator(server.endpoint(), CLOCK);
        administrator.done("iam", "CreateUser", "UserName", "mallory", "Path", "/ops/");
        administrator.done("iam", "AttachUserPolicy", "UserName", "mallory", "PolicyArn", ADMINISTRATORS);
        mallory = administrator.with(administrator.done("iam", "CreateAccessKey", "UserName", "mallory"));
        for (String role : List.of("deploy", "next")) {
            administrator.done("iam", "CreateRole", "RoleName", role, "AssumeRolePolicyDocument", TRUST);
            administrator.done("iam", "AttachRolePolicy", "RoleName", role, "PolicyArn", ADMINISTRATORS);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    int quarantine(String... words) {
        return quarantine(Map.of(), words);
    }

    int quarantine(Map<String, String> more, String... words) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_ACCESS_KEY_ID",
                Samples.KEY_ID,
                "AWS_SECRET_ACCESS_KEY",
                Samples.SECRET,
                "AWS_ENDPOINT_URL",
                server.endpoint().toString()));
        environment.putAll(more);
        return run(
                environment,
                Stream.concat(Stream.of("quarantine"), Stream.of(words)).toArray(String[]::new));
    }

    static void assertDenied(ApiCaller caller) {
        for (Reply reply : List.of(
                caller.call("iam", "ListUsers"),
                caller.call("iam", "DetachUserPolicy", "UserName", "mallory", "PolicyArn", DENY_ALL),
                caller.call("iam", "DetachRolePolicy", "RoleName", "deploy", "PolicyArn", DENY_ALL),
                caller.call("iam", "CreateAccessKey", "UserName", "Administrator"),
                caller.call("sts", "AssumeRole", "RoleArn", NEXT, "RoleSessionName", "after"))) {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.body()).contains("AccessDenied", DENY_ALL);
        }
    }
}
