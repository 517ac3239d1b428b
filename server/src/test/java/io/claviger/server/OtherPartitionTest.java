package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.Attachment;
import io.claviger.iam.store.Slice;
import io.claviger.storage.commit.SqlStore;
import io.claviger.storage.sealing.SealingKey;
import io.claviger.storage.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands on the data of a server whose home region is in another partition than {@code aws}. */
class OtherPartitionTest extends ExportGround {

    private static final String REGION = "cn-north-1";
    private static final String MEMBER = "222222222222";
    private static final String ROLE = "OrganizationAccountAccessRole";

    private int startIn(Path data, String accountId) {
        return run(
                Map.of("CLAVIGER_ACCOUNT_ID", accountId),
                "start",
                "--data",
                data.toString(),
                "--port",
                "0",
                "--region",
                REGION);
    }

    @BeforeEach
    void start() {
        assertThat(startIn(data(), Samples.ACCOUNT)).as(this::err).isZero();
    }

    private static List<String> audited(Path data) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data.resolve("audit"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private static void assertAudited(Path data, String name) throws IOException {
        assertThat(audited(data))
                .filteredOn(line -> line.contains("\"eventName\":\"" + name + "\""))
                .singleElement()
                .asString()
                .contains("\"arn:aws-cn:iam::" + Samples.ACCOUNT + ":root\"", "\"awsRegion\":\"" + REGION + "\"");
    }

    @Test
    void anAccountBesideTheFirstIsInItToo() throws Exception {
        assertThat(createSecond(out, NOTHING, "--account-id", MEMBER, "--region", REGION))
                .as(this::err)
                .isZero();
        assertThat(out.toString(UTF_8)).contains(" the role arn:aws-cn:iam::" + MEMBER + ":role/" + ROLE + "\n");
        try (SqlStore store =
                SqlStore.open(SqliteFile.in(data()), new SealingKey.InFile(data().resolve("sealing.key")))) {
            List<Attachment> attached = store.read(reading -> reading.attachments()
                    .ofOwner(reading.roles().named(MEMBER, ROLE).orElseThrow().id(), Slice.ALL));
            assertThat(attached)
                    .extracting(Attachment::policyArn)
                    .containsExactly("arn:aws-cn:iam::aws:policy/AdministratorAccess");
        }
        assertAudited(data(), "CreateAccount");
    }

    @Test
    void anAccountOfThePartitionAwsIsRefused() {
        assertThat(createSecond(out, NOTHING)).isEqualTo(1);
        assertThat(err())
                .contains("the policies of the account " + Samples.ACCOUNT
                        + " are of the partition aws-cn, and not of aws: give a --region of aws-cn");
        assertThat(run(NOTHING, "account", "list", "--data", data().toString())).isZero();
        assertThat(out.toString(UTF_8).lines()).hasSize(1);
    }

    @Test
    void recoveryIsShownInIt() throws Exception {
        assertThat(run(NOTHING, "recover", "--data", data().toString(), "--region", REGION))
                .as(this::err)
                .isZero();
        assertAudited(data(), "PasswordRecoveryCompleted");
        assertThat(run(
                        NOTHING,
                        "recover",
                        "--data",
                        data().toString(),
                        "--region",
                        REGION,
                        "--access-key-of",
                        "Administrator"))
                .as(this::err)
                .isZero();
        assertAudited(data(), "CreateAccessKey");
    }

    @Test
    void anAccountThatGoesToAnotherServerIsShownInIt() throws Exception {
        Path key = keyPair("key", "EC", 256);
        assertThat(export(key, "--region", REGION)).as(this::err).isZero();
        assertAudited(data(), "ExportAccount");
        assertThat(startIn(other(), OTHER)).as(this::err).isZero();
        assertThat(take(key, other(), "--email", "house@example.com", "--region", REGION))
                .as(this::err)
                .isZero();
        assertAudited(other(), "ImportAccount");
    }

    @Test
    void anAccountOfAnotherPartitionIsNotTakenUp() throws Exception {
        Path key = keyPair("key", "EC", 256);
        assertThat(export(key, "--region", REGION)).as(this::err).isZero();
        assertThat(take(key, other())).isEqualTo(1);
        assertThat(err())
                .contains("the policies of the account " + Samples.ACCOUNT
                        + " are of the partition aws-cn, and not of aws: ");
        assertThat(take(key, other(), "--region", REGION)).as(this::err).isZero();
    }

    @Test
    void aServerOfAnotherPartitionDoesNotServeIt() {
        assertThat(run(NOTHING, "start", "--port", "0", "--data", data().toString()))
                .isEqualTo(1);
        assertThat(err()).contains("This server cannot serve the data, since the policies of the account ");
    }

    @Test
    void aRegionThatCannotBeOneIsRefused() {
        assertThat(run(NOTHING, "recover", "--data", data().toString(), "--region", "Nowhere"))
                .isEqualTo(2);
        assertThat(err()).contains("--region Nowhere is not a region's name");
        assertThat(createSecond(out, NOTHING, "--region", "Nowhere")).isEqualTo(2);
        assertThat(err()).contains("--region Nowhere is not a region's name");
    }
}
