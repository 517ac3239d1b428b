package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.ServiceCredential;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredential;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredentialMetadata;
import software.amazon.awssdk.services.iam.model.StatusType;

class ServiceCredentialsTest extends OnServiceCredentials {

    private ServiceSpecificCredential reset(String id) {
        return admin.resetServiceSpecificCredential(
                        reset -> reset.userName("bob").serviceSpecificCredentialId(id))
                .serviceSpecificCredential();
    }

    private void setStatus(String user, String id, String status) {
        admin.updateServiceSpecificCredential(
                update -> update.userName(user).serviceSpecificCredentialId(id).status(status));
    }

    private List<ServiceSpecificCredentialMetadata> ofBob() {
        return admin.listServiceSpecificCredentials(list -> list.userName("bob"))
                .serviceSpecificCredentials();
    }

    private ServiceCredential kept(String id) {
        return bench.store
                .read(reading -> reading.serviceCredentials().byId(id))
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {CODECOMMIT, "cassandra.amazonaws.com", "CodeCommit.AmazonAWS.com"})
    void aServiceThatAsksForNameAndPasswordGetsThem(String service) {
        ServiceSpecificCredential created = create("BOB", service);

        assertThat(created.serviceName()).isEqualTo(service.toLowerCase(Locale.ROOT));
        assertThat(created.userName()).isEqualTo("bob");
        assertThat(created.serviceSpecificCredentialId()).matches("ACCA[A-Z2-7]{17}");
        assertThat(created.status()).isEqualTo(StatusType.ACTIVE);
        assertThat(created.createDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(created.expirationDate()).isNull();
        assertThat(created.serviceUserName()).isEqualTo("bob-at-" + ACCOUNT);
        assertThat(created.servicePassword()).matches("[A-Za-z0-9+/]{60}");
        assertThat(created.serviceCredentialAlias()).isNull();
        assertThat(created.serviceCredentialSecret()).isNull();
        assertThat(kept(created.serviceSpecificCredentialId()).secret().isOf(created.servicePassword()))
                .isTrue();
        assertThat(create("bob", service).serviceUserName()).isEqualTo("bob+1-at-" + ACCOUNT);
    }

    @ParameterizedTest
    @CsvSource({
        "bedrock.amazonaws.com,ABSK",
        "logs.amazonaws.com,ACWL",
        "cloudwatch.amazonaws.com,APIAACWM",
        "aws-external-anthropic.amazonaws.com,AEAA"
    })
    void aServiceThatAsksForAnApiKeyGetsOne(String service, String prefix) {
        ServiceSpecificCredential created = admin.createServiceSpecificCredential(
                        create -> create.userName("bob").serviceName(service).credentialAgeDays(36_600))
                .serviceSpecificCredential();

        assertThat(created.serviceUserName()).isNull();
        assertThat(created.servicePassword()).isNull();
        assertThat(created.serviceCredentialAlias()).isEqualTo("bob-at-" + ACCOUNT);
        assertThat(created.serviceCredentialSecret()).startsWith(prefix);
        assertThat(new String(
                        Base64.getDecoder()
                                .decode(created.serviceCredentialSecret().substring(prefix.length())),
                        StandardCharsets.US_ASCII))
                .matches("bob-at-" + ACCOUNT + ":[A-Za-z0-9+/]{60}");
        assertThat(created.expirationDate()).isEqualTo(Workbench.START_SECOND.plus(Duration.ofDays(36_600)));
        assertThat(kept(created.serviceSpecificCredentialId()).secret().isOf(created.serviceCredentialSecret()))
                .isTrue();
        ServiceSpecificCredentialMetadata listed = ofBob().getFirst();
        assertThat(listed.serviceCredentialAlias()).isEqualTo("bob-at-" + ACCOUNT);
        assertThat(listed.serviceUserName()).isNull();
        assertThat(listed.expirationDate()).isEqualTo(created.expirationDate());
    }

    @Test
    void aSecretIsResetAndWhatElseThereIsStays() {
        ServiceSpecificCredential created = create("bob", CODECOMMIT);
        String id = created.serviceSpecificCredentialId();
        setStatus("bob", id, "Inactive");
        bench.pass(Duration.ofHours(1));

        ServiceSpecificCredential again = reset(id);

        assertThat(again.servicePassword()).matches("[A-Za-z0-9+/]{60}").isNotEqualTo(created.servicePassword());
        assertThat(again)
                .isEqualTo(created.toBuilder()
                        .status(StatusType.INACTIVE)
                        .servicePassword(again.servicePassword())
                        .build());
        assertThat(kept(id).secret().isOf(created.servicePassword())).isFalse();
        assertThat(kept(id).secret().isOf(again.servicePassword())).isTrue();
    }

    @Test
    void aCredentialComesToItsEnd() {
        ServiceSpecificCredential created = admin.createServiceSpecificCredential(
                        create -> create.userName("bob").serviceName(BEDROCK).credentialAgeDays(1))
                .serviceSpecificCredential();
        bench.pass(Duration.ofDays(1).minusSeconds(1));
        assertThat(ofBob().getFirst().status()).isEqualTo(StatusType.ACTIVE);
        bench.pass(Duration.ofSeconds(1));
        assertThat(ofBob().getFirst().status()).isEqualTo(StatusType.EXPIRED);
        setStatus("bob", created.serviceSpecificCredentialId(), "Active");
        assertThat(reset(created.serviceSpecificCredentialId()).status()).isEqualTo(StatusType.EXPIRED);
        assertRefused(
                () -> setStatus("bob", created.serviceSpecificCredentialId(), "Expired"),
                "InvalidInput",
                "Operation does not support status Expired");
    }

    @Test
    void aUserHasTwoForAServiceAtMost() {
        create("bob", CODECOMMIT);
        setStatus("bob", create("bob", CODECOMMIT).serviceSpecificCredentialId(), "Inactive");
        create("bob", BEDROCK);
        create("eve", CODECOMMIT);
        assertRefused(
                () -> create("bob", CODECOMMIT),
                "LimitExceeded",
                "Cannot exceed quota for ContextSpecificCredentialsPerUserPerContext: 2");
    }

    @Test
    void servicesThatHaveNoneAreRefused() {
        assertRefused(
                () -> create("bob", "sqs.amazonaws.com"),
                "NoSuchEntity",
                "No such service sqs.amazonaws.com is supported for Service Specific Credentials");
        assertRefused(() -> create("bob", "a_b"), "ValidationError", "ServiceName must match [a-zA-Z0-9.-]*");
        assertRefused(
                () -> admin.listServiceSpecificCredentials(
                        list -> list.userName("bob").serviceName("x")),
                "NoSuchEntity",
                "No such service x is supported for Service Specific Credentials");
        assertRefused(() -> create("nobody", CODECOMMIT), "NoSuchEntity", "The user with name nobody cannot be found.");
    }

    @Test
    void whatIsNotThereOrAnothersIsRefused() {
        String id = create("eve", CODECOMMIT).serviceSpecificCredentialId();
        String text = "User bob does not have a service specific credential with id " + id;
        assertRefused(() -> reset(id), "ValidationError", text);
        assertRefused(() -> setStatus("bob", id, "Active"), "ValidationError", text);
        assertRefused(
                () -> admin.deleteServiceSpecificCredential(
                        delete -> delete.userName("bob").serviceSpecificCredentialId(id)),
                "ValidationError",
                text);
        String none = "ACCAAAAAAAAAAAAAAAAAA";
        assertRefused(() -> reset(none), "NoSuchEntity", "No such credential " + none + " exists");
        assertRefused(() -> setStatus("bob", none, "Active"), "NoSuchEntity", "No such credential " + none + " exists");
    }
}
