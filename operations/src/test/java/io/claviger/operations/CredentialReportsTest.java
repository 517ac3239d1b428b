package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.AccessKey;
import io.claviger.iam.AccessKey.Status;
import io.claviger.iam.CredentialReport;
import io.claviger.iam.CredentialReportPart;
import io.claviger.iam.KeyUse;
import io.claviger.iam.SigningCertificate;
import io.claviger.iam.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportStateType;

class CredentialReportsTest extends OnAWorkbench {

    private static final String HEADER = "user,arn,user_creation_time,password_enabled,password_last_used,"
            + "password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
            + "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
            + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,"
            + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private static final String NO_PASSWORD = "false,N/A,N/A,N/A,false,";
    private static final String NO_KEY = "false,N/A,N/A,N/A,N/A,";
    private static final String NO_CERTIFICATE = "false,N/A";
    private static final String NOTHING = NO_PASSWORD + NO_KEY + NO_KEY + NO_CERTIFICATE + "," + NO_CERTIFICATE;
    private static final Instant MADE = Workbench.START_SECOND;

    private static GenerateCredentialReportResponse answer(ReportStateType state) {
        return GenerateCredentialReportResponse.builder().state(state).build();
    }

    private List<String> lines() {
        return admin.getCredentialReport().content().asUtf8String().lines().toList();
    }

    @Test
    void aReportIsMadeOnceAndHoldsForFourHours() {
        assertRefused(() -> admin.getCredentialReport(), "ReportNotPresent", "");
        bench.holdBackground();

        assertThat(admin.generateCredentialReport())
                .isEqualTo(answer(ReportStateType.STARTED).toBuilder()
                        .description("No report exists. Starting a new report generation task")
                        .build());
        assertThat(admin.generateCredentialReport()).isEqualTo(answer(ReportStateType.INPROGRESS));
        assertRefused(() -> admin.getCredentialReport(), "ReportInProgress", "");

        bench.releaseBackground();
        assertThat(admin.generateCredentialReport()).isEqualTo(answer(ReportStateType.COMPLETE));
        GetCredentialReportResponse report = admin.getCredentialReport();
        assertThat(report.generatedTime()).isEqualTo(MADE);
        assertThat(report.reportFormatAsString()).isEqualTo("text/csv");

        createUsers("later");
        bench.pass(Duration.ofHours(4).minusSeconds(1));
        assertThat(admin.generateCredentialReport()).isEqualTo(answer(ReportStateType.COMPLETE));
        assertThat(admin.getCredentialReport()).as("as it was made").isEqualTo(report);

        bench.pass(Duration.ofSeconds(1));
        assertRefused(() -> admin.getCredentialReport(), "ReportExpired", "");
        assertThat(admin.generateCredentialReport().state()).isEqualTo(ReportStateType.STARTED);
        assertThat(lines()).hasSize(4);
    }

    @Test
    void anAccountsReportIsItsOwn() {
        IamClient other = bench.otherAdministrator().iam();
        admin.generateCredentialReport();

        assertRefused(other::getCredentialReport, "ReportNotPresent", "");
        assertThat(other.generateCredentialReport().state()).isEqualTo(ReportStateType.STARTED);
        assertThat(other.getCredentialReport().content().asUtf8String().lines())
                .hasSize(3)
                .noneMatch(line -> line.contains(ACCOUNT));
    }

    @Test
    void theRootUserComesFirstThenTheUsersByName() {
        createUsers("Zoe", "smith,bob");
        admin.createUser(create -> create.userName("adam").path("/a/"));
        admin.generateCredentialReport();

        String text = admin.getCredentialReport().content().asUtf8String();
        assertThat(text).doesNotEndWith("\n").doesNotContain("\r");
        assertThat(text.lines().toList()).first().isEqualTo(HEADER);
        assertThat(lines().subList(1, 5))
                .satisfiesExactly(
                        root -> assertThat(root)
                                .isEqualTo("<root_account>," + ARN + "root," + MADE
                                        + ",true,no_information,not_supported,not_supported,false," + NO_KEY + NO_KEY
                                        + NO_CERTIFICATE + "," + NO_CERTIFICATE),
                        adam -> assertThat(adam).isEqualTo("adam," + ARN + "user/a/adam," + MADE + "," + NOTHING),
                        administrator -> assertThat(administrator)
                                .startsWith("Administrator," + ARN + "user/Administrator," + MADE + "," + NO_PASSWORD
                                        + "true," + MADE + ","),
                        smith -> assertThat(smith)
                                .isEqualTo("\"smith,bob\",\"" + ARN + "user/smith,bob\"," + MADE + "," + NOTHING));
        assertThat(lines().get(5)).isEqualTo("Zoe," + ARN + "user/Zoe," + MADE + "," + NOTHING);
    }

    @Test
    void keysAreInTheOrderOfTheirIdsWithTheirLatestUse() {
        createUsers("bob");
        String bob = bench.store
                .read(reading -> reading.users().named(ACCOUNT, "bob"))
                .map(User::id)
                .orElseThrow();
        AccessKey second = bench.key(ACCOUNT, "AKIAB", bob);
        AccessKey first = new AccessKey(ACCOUNT, "AKIAA", bob, Status.INACTIVE, MADE.plusSeconds(9), second.secret());
        bench.insert(second, first);
        bench.store.recordUses(List.of(new KeyUse("AKIAB", MADE.plusMillis(1999), "s3", "eu-west-1")));
        admin.generateCredentialReport();

        assertThat(lines().getLast())
                .isEqualTo("bob," + ARN + "user/bob," + MADE + "," + NO_PASSWORD + "false,"
                        + "2026-11-22T10:00:09Z,N/A,N/A,N/A,true," + MADE
                        + ",2026-11-22T10:00:01Z,eu-west-1,s3," + NO_CERTIFICATE + "," + NO_CERTIFICATE);
    }

    @Test
    void inactiveCertificatesComeFirst() {
        createUsers("bob");
        String bob = bench.store
                .read(reading -> reading.users().named(ACCOUNT, "bob"))
                .map(User::id)
                .orElseThrow();
        bench.insert(
                new SigningCertificate(ACCOUNT, "A", bob, "", Status.ACTIVE, MADE),
                new SigningCertificate(ACCOUNT, "B", bob, "", Status.INACTIVE, MADE.plusSeconds(1)));
        admin.generateCredentialReport();

        assertThat(lines().getLast()).endsWith(",false,2026-11-22T10:00:01Z,true," + MADE);
    }

    private void insertUsers(int count) {
        bench.insert(IntStream.range(0, count)
                .mapToObj(number ->
                        new User(ACCOUNT, "AIDA" + number, String.format("u%05d", number), "/", MADE, null, List.of()))
                .toArray(User[]::new));
    }

    @Test
    void anAccountOfManyUsersHasAReportInPartsThatFollowOneAnother() {
        insertUsers(20_001);
        admin.generateCredentialReport();

        assertThat(lines()).hasSize(20_004).doesNotContain("").startsWith(HEADER);
        assertThat(lines().stream()
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .filter(name -> name.matches("u[0-9]{5}")))
                .hasSize(20_001)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void otherWorksHaveTheirTurnBetweenTheParts() {
        insertUsers(2_500);
        bench.holdBackground();
        admin.generateCredentialReport();
        for (int part = 0; part < 3; part++) {
            assertThat(admin.generateCredentialReport()).isEqualTo(answer(ReportStateType.INPROGRESS));
            bench.stepBackground();
        }
        assertThat(admin.generateCredentialReport()).isEqualTo(answer(ReportStateType.COMPLETE));
    }

    @Test
    void theReportOfWhoeverIsFasterIsKept() {
        insertUsers(2_500);
        bench.holdBackground();
        admin.generateCredentialReport();
        bench.stepBackground();
        bench.insert(
                new CredentialReportPart(ACCOUNT, "of-another-server", 0, HEADER),
                new CredentialReport(ACCOUNT, "of-another-server", MADE, 1));

        bench.releaseBackground();
        assertThat(admin.generateCredentialReport()).isEqualTo(answer(ReportStateType.COMPLETE));
        assertThat(lines()).containsExactly(HEADER);
    }

    @Test
    void aReportWhosePartsHaveGoneIsNotTakenForWhole() {
        bench.insert(
                new CredentialReport(ACCOUNT, "replaced-meanwhile", MADE, 2),
                new CredentialReportPart(ACCOUNT, "replaced-meanwhile", 0, HEADER));

        assertThatThrownBy(() -> admin.getCredentialReport())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a later credential report has taken the place of this one");
    }
}
