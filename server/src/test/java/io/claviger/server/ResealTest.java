package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.command.Variables;
import io.claviger.server.composition.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
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
        assertThat(out.toString(UTF_8)).contains("1 secrets are sealed", kept.toString());
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
        environment.put("CLAVIGER_NEXT_SEALING_KEY", next);
        assertThat(run(environment, "reseal", "--data", data().toString()))
                .as(this::err)
                .isZero();
        assertThat(out.toString(UTF_8) + err()).doesNotContain(before, next);
        try (RunningServer server = start(data(), Optional.of(next))) {
            assertThat(call(server.endpoint(), CALLER)).startsWith("HTTP/1.1 200 ");
        }
    }
}
