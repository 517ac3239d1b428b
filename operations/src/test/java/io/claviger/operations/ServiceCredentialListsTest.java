package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsRequest;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsResponse;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredential;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredentialMetadata;
import software.amazon.awssdk.services.iam.model.StatusType;

class ServiceCredentialListsTest extends OnServiceCredentials {

    @Test
    void whoIsRenamedKeepsTheLoginAndALaterUserOfTheNameGetsAnother() {
        ServiceSpecificCredential created = create("bob", CODECOMMIT);
        admin.updateUser(update -> update.userName("bob").newUserName("robert"));
        createUsers("bob");

        assertThat(create("bob", CODECOMMIT).serviceUserName()).isEqualTo("bob+1-at-" + ACCOUNT);
        assertThat(admin.listServiceSpecificCredentials(list -> list.userName("robert"))
                        .serviceSpecificCredentials())
                .containsExactly(ServiceSpecificCredentialMetadata.builder()
                        .userName("robert")
                        .serviceName(CODECOMMIT)
                        .serviceUserName(created.serviceUserName())
                        .serviceSpecificCredentialId(created.serviceSpecificCredentialId())
                        .status(StatusType.ACTIVE)
                        .createDate(created.createDate())
                        .build());
    }

    @Test
    void listsAreOfOneUserOrOfAllForOneServiceOrAllPageByPage() {
        for (String user : List.of("bob", "eve")) {
            create(user, CODECOMMIT);
            create(user, BEDROCK);
        }
        bench.otherAdministrator()
                .iam()
                .createServiceSpecificCredential(
                        create -> create.userName("Administrator").serviceName(CODECOMMIT));
        ListServiceSpecificCredentialsRequest ofBob =
                ListServiceSpecificCredentialsRequest.builder().userName("bob").build();
        ListServiceSpecificCredentialsRequest ofAll =
                ListServiceSpecificCredentialsRequest.builder().allUsers(true).build();

        assertThat(namesOnPagesOfOne(ofBob)).containsExactly("bob", "bob");
        assertThat(namesOnPagesOfOne(ofBob.toBuilder()
                        .allUsers(false)
                        .serviceName(CODECOMMIT)
                        .build()))
                .containsExactly("bob");
        assertThat(namesOnPagesOfOne(ofBob.toBuilder().serviceName("").build())).hasSize(2);
        assertThat(namesOnPagesOfOne(ofAll)).containsExactlyInAnyOrder("bob", "bob", "eve", "eve");
        assertThat(namesOnPagesOfOne(ofAll.toBuilder().serviceName(BEDROCK).build()))
                .containsExactlyInAnyOrder("bob", "eve");
        String marker = admin.listServiceSpecificCredentials(
                        ofAll.toBuilder().maxItems(1).build())
                .marker();
        assertRefused(
                () -> admin.listServiceSpecificCredentials(
                        ofBob.toBuilder().marker(marker).build()),
                "ValidationError",
                "Invalid Marker.");
    }

    private List<String> namesOnPagesOfOne(ListServiceSpecificCredentialsRequest request) {
        ListServiceSpecificCredentialsResponse page = admin.listServiceSpecificCredentials(
                request.toBuilder().maxItems(1).build());
        List<String> names = new ArrayList<>();
        while (true) {
            page.serviceSpecificCredentials().forEach(credential -> names.add(credential.userName()));
            if (!page.isTruncated()) {
                return names;
            }
            page = admin.listServiceSpecificCredentials(
                    request.toBuilder().maxItems(1).marker(page.marker()).build());
        }
    }

    @Test
    void aUserMayManageTheirOwnForOneServiceAndForADayAtMost() {
        Actor carol = bench.user("carol", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:*ServiceSpecificCredential*",
                 "Resource": "arn:aws:iam::*:user/${aws:username}",
                 "Condition": {"StringEquals": {"iam:ServiceSpecificCredentialServiceName": "bedrock.amazonaws.com"},
                               "NumericLessThanEqualsIfExists": {"iam:ServiceSpecificCredentialAgeDays": "1"}}}}""");
        String id = carol.iam()
                .createServiceSpecificCredential(create -> create.userName("carol")
                        .serviceName("BEDROCK.amazonaws.com")
                        .credentialAgeDays(1))
                .serviceSpecificCredential()
                .serviceSpecificCredentialId();
        carol.iam().resetServiceSpecificCredential(reset -> reset.serviceSpecificCredentialId(id));
        carol.iam()
                .updateServiceSpecificCredential(
                        update -> update.serviceSpecificCredentialId(id).status("Inactive"));
        carol.iam().deleteServiceSpecificCredential(delete -> delete.serviceSpecificCredentialId(id));
        String denied =
                "User: " + ARN + "user/carol is not authorized to perform: iam:CreateServiceSpecificCredential on"
                        + " resource: user carol because no identity-based policy allows the"
                        + " iam:CreateServiceSpecificCredential action";
        Refusal.assertDenied(
                () -> carol.iam()
                        .createServiceSpecificCredential(create ->
                                create.userName("carol").serviceName(BEDROCK).credentialAgeDays(2)),
                denied);
        Refusal.assertDenied(
                () -> carol.iam()
                        .createServiceSpecificCredential(
                                create -> create.userName("carol").serviceName(CODECOMMIT)),
                denied);
    }

    @Test
    void aUserWithACredentialIsNotDeleted() {
        String id = create("bob", CODECOMMIT).serviceSpecificCredentialId();
        assertRefused(
                () -> admin.deleteUser(delete -> delete.userName("bob")),
                "DeleteConflict",
                "Cannot delete entity, must remove referenced objects first.");
        admin.deleteServiceSpecificCredential(delete -> delete.userName("bob").serviceSpecificCredentialId(id));
        admin.deleteUser(delete -> delete.userName("bob"));
    }
}
