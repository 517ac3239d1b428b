package io.claviger.clients;

import static io.claviger.clients.Program.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Terraform creates, changes and destroys all that {@code clients/terraform} describes, and never wants to change what
 * it has just made. A new operation that Terraform uses gets its resource there, with a value for each stage.
 */
class TerraformTest {

    private static final int STAGES = 3;

    @TempDir
    private Path directory = Path.of("");

    @TestFactory
    Stream<DynamicTest> everythingIsMadeChangedAndDestroyed() throws Exception {
        Optional<Path> mirror = Terraform.mirror();
        if (Commands.firstThatWorks(List.of(List.of("terraform", "version"))).isEmpty() || mirror.isEmpty()) {
            String notTested = "NOT TESTED: terraform, or a file-system mirror with its provider hashicorp/aws, is not"
                    + " installed; " + Terraform.MIRROR + " names the mirror's directory";
            return Stream.of(dynamicTest(notTested, () -> Commands.skip(notTested)));
        }
        Program program = Program.start(directory, Optional.empty());
        try {
            Path work = Files.createDirectory(directory.resolve("terraform"));
            Terraform terraform = Terraform.in(work, program, mirror.get());
            JavaSdk client = new JavaSdk(program);
            return steps(terraform, client).onClose(client::close).onClose(program::close);
        } catch (Exception | AssertionError e) {
            program.close();
            throw e;
        }
    }

    private static Stream<DynamicTest> steps(Terraform terraform, Client client) {
        Stream<DynamicTest> stages = Stream.iterate(1, stage -> stage + 1)
                .limit(STAGES)
                .flatMap(stage -> Stream.of(
                        dynamicTest("stage " + stage + " is applied", () -> terraform.apply(stage)),
                        dynamicTest("stage " + stage + " is what the server shows", () -> {
                            assertThat(terraform.resources()).isGreaterThan(10);
                            terraform.assertNothingToChange(stage);
                        })));
        Stream<DynamicTest> end = Stream.of(
                dynamicTest("what others gave a user goes with her, if force_destroy says so", () -> {
                    result(client, "CreateAccessKey", Map.of("UserName", "alice"));
                    result(
                            client,
                            "PutUserPolicy",
                            Map.of("UserName", "alice", "PolicyName", "others", "PolicyDocument", POLICY));
                    terraform.destroy(STAGES);
                }),
                dynamicTest("nothing is left", () -> {
                    assertThat(terraform.resources()).isZero();
                    assertThat(names(result(client, "ListUsers", Map.of()).path("Users"), "UserName"))
                            .containsExactly("Administrator");
                    assertThat(names(result(client, "ListGroups", Map.of()).path("Groups"), "GroupName"))
                            .containsExactly("Administrators");
                    assertThat(result(client, "ListPolicies", Map.of("Scope", "Local"))
                                    .path("Policies")
                                    .size())
                            .isZero();
                }));
        return Stream.concat(stages, end);
    }

    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}";

    private static JsonNode result(Client client, String operation, Map<String, Object> input) {
        return switch (client.call(Call.iam(ADMINISTRATOR, operation, input))) {
            case Answer.Result(JsonNode result) -> result;
            case Answer.Refusal refusal -> throw new AssertionError(refusal);
        };
    }

    private static List<String> names(JsonNode entities, String member) {
        return entities.valueStream()
                .map(entity -> entity.path(member).asString())
                .toList();
    }
}
