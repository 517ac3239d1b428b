package io.claviger.clients;

import static io.claviger.clients.Program.ACCOUNT;
import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;

/** MFA devices and rights that ask for a second factor, with a client, step by step. */
final class FactorStory {

    private static final String TOKEN = BoughtToken.SERIAL_NUMBER;
    private static final int ATTEMPTS = 10;
    private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/guarded";
    private static final Map<String, Object> HEIDI = Map.of("UserName", "heidi");
    private static final String WITH_FACTOR = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*",\
        "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}},\
        {"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}\
        """;
    private static final String TRUST = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
        "Principal":{"AWS":"%s"},"Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}\
        """.formatted(ACCOUNT);

    private final Program program;
    private final Client client;
    private final Path home;
    private final Map<String, Authenticator> devices = new HashMap<>();
    private final List<DynamicTest> steps = new ArrayList<>();
    private Key heidi = ADMINISTRATOR;

    private FactorStory(Program program, Client client, Path home) {
        this.program = program;
        this.client = client;
        this.home = home;
    }

    /** The steps, to be run in their order; a step builds on those before it. */
    static Stream<DynamicTest> steps(Program program, Client client, Path home) {
        FactorStory story = new FactorStory(program, client, home);
        story.heidiHasDevices();
        story.aSecondFactorIsAskedFor();
        story.sheHasNoneAnyMore();
        return story.steps.stream();
    }

    private void heidiHasDevices() {
        step("create user heidi and her key", () -> {
            done("CreateUser", HEIDI);
            heidi = Key.from(done("CreateAccessKey", HEIDI).path("AccessKey"));
        });
        step("codes of an hour ago do not enable a device", () -> {
            Authenticator phone = make("phone");
            assertThat(refused(Call.iam(
                                    ADMINISTRATOR,
                                    "EnableMFADevice",
                                    enable("phone", phone.code(121), phone.code(120))))
                            .code())
                    .startsWith("InvalidAuthenticationCode");
            assertThat(serials(
                            done("ListVirtualMFADevices", Map.of("AssignmentStatus", "Unassigned")),
                            "VirtualMFADevices"))
                    .containsExactly(serial("phone"));
        });
        step("two codes that follow one another do", () -> {
            enableInStep("phone");
            enableInStep("tablet");
            assertThat(serials(done("ListMFADevices", HEIDI), "MFADevices"))
                    .containsExactlyInAnyOrder(serial("phone"), serial("tablet"));
        });
        step("a hardware token is hers by its serial number, and no virtual device", () -> {
            enableInStep(TOKEN);
            assertThat(serials(done("ListMFADevices", HEIDI), "MFADevices"))
                    .containsExactlyInAnyOrder(serial("phone"), serial("tablet"), TOKEN);
            assertThat(serials(done("ListVirtualMFADevices", Map.of()), "VirtualMFADevices"))
                    .doesNotContain(TOKEN);
        });
    }

    private void aSecondFactorIsAskedFor() {
        step("let her do things with a second factor", () -> {
            done("PutUserPolicy", Map.of("UserName", "heidi", "PolicyName", "factor", "PolicyDocument", WITH_FACTOR));
            done("CreateRole", Map.of("RoleName", "guarded", "AssumeRolePolicyDocument", TRUST));
        });
        step("without it she may do neither", () -> {
            assertThat(refused(Call.iam(heidi, "ListUsers")).code()).startsWith("AccessDenied");
            assertThat(refused(Call.sts(heidi, "AssumeRole", assume(Map.of()))).code())
                    .startsWith("AccessDenied");
        });
        step("a code makes a session that may, once", () -> {
            Map<String, Object> shown = code("phone");
            Key session =
                    Key.from(done(Call.sts(heidi, "GetSessionToken", shown)).path("Credentials"));
            assertThat(done(Call.iam(session, "ListUsers")).path("Users").size())
                    .isPositive();
            assertThat(done(Call.sts(session, "AssumeRole", assume(Map.of())))
                            .at("/AssumedRoleUser/Arn")
                            .asString())
                    .endsWith(":assumed-role/guarded/shift");
            assertThat(refused(Call.sts(heidi, "GetSessionToken", shown)).message())
                    .contains("MultiFactorAuthentication failed with invalid MFA one time pass code.");
        });
        step("a code of the token makes one, too", () -> {
            Key session = Key.from(
                    done(Call.sts(heidi, "GetSessionToken", code(TOKEN))).path("Credentials"));
            assertThat(done(Call.iam(session, "ListUsers")).path("Users").size())
                    .isPositive();
        });
        step(
                "a code assumes the role",
                () -> assertThat(done(Call.sts(heidi, "AssumeRole", assume(code("tablet"))))
                                .at("/AssumedRoleUser/Arn")
                                .asString())
                        .endsWith(":assumed-role/guarded/shift"));
    }

    private void sheHasNoneAnyMore() {
        step("delete what was made", () -> {
            discard("phone");
            discard("tablet");
            discard(TOKEN);
            done("DeleteRole", Map.of("RoleName", "guarded"));
            done("DeleteUserPolicy", Map.of("UserName", "heidi", "PolicyName", "factor"));
            done("DeleteAccessKey", Map.of("UserName", "heidi", "AccessKeyId", heidi.id()));
            done("DeleteUser", HEIDI);
        });
    }

    /** Every client shows the bytes of a seed in its own way, so that one makes the devices of all. */
    private Authenticator make(String name) throws Exception {
        Authenticator.require();
        if (name.equals(TOKEN)) {
            devices.put(name, BoughtToken.display(home));
            return BoughtToken.display(home);
        }
        try (JavaSdk maker = new JavaSdk(program)) {
            Call create = Call.iam(ADMINISTRATOR, "CreateVirtualMFADevice", Map.of("VirtualMFADeviceName", name));
            if (!(maker.call(create) instanceof Answer.Result(JsonNode made))) {
                throw new AssertionError("no device is made");
            }
            Authenticator device = Authenticator.made(home, made);
            devices.put(name, device);
            return device;
        }
    }

    /** If a client is so slow that its codes come in a later step, the device would count as one that is behind. */
    private void enableInStep(String name) throws Exception {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Authenticator device = devices.containsKey(name) ? devices.get(name) : make(name);
            long step = Authenticator.step();
            done("EnableMFADevice", enable(name, device.code(2), device.code(1)));
            if (Authenticator.step() == step) {
                return;
            }
            discard(name);
        }
        throw new AssertionError("the client needs longer than a code counts");
    }

    private void discard(String name) {
        done("DeactivateMFADevice", Map.of("UserName", "heidi", "SerialNumber", serial(name)));
        if (!name.equals(TOKEN)) {
            done("DeleteVirtualMFADevice", Map.of("SerialNumber", serial(name)));
        }
        devices.remove(name);
    }

    private static Map<String, Object> enable(String name, String first, String second) {
        return Map.of(
                "UserName",
                "heidi",
                "SerialNumber",
                serial(name),
                "AuthenticationCode1",
                first,
                "AuthenticationCode2",
                second);
    }

    private Map<String, Object> code(String name) {
        return Map.of(
                "SerialNumber",
                serial(name),
                "TokenCode",
                Objects.requireNonNull(devices.get(name)).code());
    }

    private static Map<String, Object> assume(Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(Map.of("RoleArn", ROLE, "RoleSessionName", "shift"));
        input.putAll(more);
        return input;
    }

    private static String serial(String name) {
        return name.equals(TOKEN) ? TOKEN : "arn:aws:iam::" + ACCOUNT + ":mfa/" + name;
    }

    private static List<String> serials(JsonNode listed, String member) {
        return listed.path(member)
                .valueStream()
                .map(device -> device.path("SerialNumber").asString())
                .toList();
    }

    private void step(String name, Executable step) {
        steps.add(dynamicTest(name, step));
    }

    private JsonNode done(String operation, Map<String, Object> input) {
        return done(Call.iam(ADMINISTRATOR, operation, input));
    }

    private JsonNode done(Call call) {
        return switch (client.call(call)) {
            case Answer.Result(JsonNode members) -> members;
            case Answer.Refusal refusal -> throw new AssertionError(refusal);
        };
    }

    private Answer.Refusal refused(Call call) {
        return switch (client.call(call)) {
            case Answer.Result result -> throw new AssertionError("not refused: " + result);
            case Answer.Refusal refusal -> refusal;
        };
    }
}
