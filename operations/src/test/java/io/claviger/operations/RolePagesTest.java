package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.ListServerCertificateTagsRequest;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** Lists of roles, of instance profiles and of tags, page by page. */
class RolePagesTest extends OnAWorkbench {

    private static final Tag[] TAGS = {
        Tag.builder().key("a").value("1").build(),
        Tag.builder().key("b").value("2").build(),
        Tag.builder().key("c").value("3").build()
    };

    @BeforeEach
    void createThree() {
        for (String name : List.of("r1", "R2", "r3")) {
            createRole(name);
            admin.attachRolePolicy(attach -> attach.roleName(name).policyArn(READ_ONLY));
        }
        for (String name : List.of("p1", "P2", "p3")) {
            admin.createInstanceProfile(create -> create.instanceProfileName(name));
            admin.addRoleToInstanceProfile(add -> add.instanceProfileName(name).roleName("r1"));
        }
        admin.tagRole(tag -> tag.roleName("r1").tags(TAGS));
        admin.tagInstanceProfile(tag -> tag.instanceProfileName("p1").tags(TAGS));
        createSamlProvider("idp", TAGS);
        admin.uploadServerCertificate(upload -> upload.serverCertificateName("web")
                .certificateBody(SampleKeys.CERTIFICATE)
                .privateKey(SampleKeys.PRIVATE_KEY)
                .tags(TAGS));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyListIsCutIntoPages(int size) {
        assertThat(admin.listRolesPaginator(list -> list.maxItems(size)).roles().stream())
                .extracting(Role::roleName)
                .containsExactly("r1", "R2", "r3");
        assertThat(admin
                        .listEntitiesForPolicyPaginator(
                                list -> list.policyArn(READ_ONLY).maxItems(size))
                        .stream()
                        .flatMap(page -> page.policyRoles().stream()))
                .extracting(PolicyRole::roleName)
                .containsExactly("r1", "R2", "r3");
        assertThat(admin.listInstanceProfilesPaginator(list -> list.maxItems(size)).instanceProfiles().stream())
                .extracting(InstanceProfile::instanceProfileName)
                .containsExactly("p1", "P2", "p3");
        assertThat(admin
                        .listInstanceProfilesForRolePaginator(
                                list -> list.roleName("r1").maxItems(size))
                        .instanceProfiles()
                        .stream())
                .extracting(InstanceProfile::instanceProfileName)
                .containsExactly("p1", "P2", "p3");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void tagsAreToo(int size) {
        assertThat(admin.listRoleTagsPaginator(list -> list.roleName("r1").maxItems(size)).tags().stream())
                .containsExactly(TAGS);
        assertThat(admin
                        .listInstanceProfileTagsPaginator(
                                list -> list.instanceProfileName("p1").maxItems(size))
                        .tags()
                        .stream())
                .containsExactly(TAGS);
        assertThat(admin
                        .listSAMLProviderTagsPaginator(list ->
                                list.samlProviderArn(ARN + "saml-provider/idp").maxItems(size))
                        .tags()
                        .stream())
                .containsExactly(TAGS);
        assertThat(admin
                        .listServerCertificateTagsPaginator(ListServerCertificateTagsRequest.builder()
                                .serverCertificateName("web")
                                .maxItems(size)
                                .build())
                        .tags()
                        .stream())
                .containsExactly(TAGS);
    }
}
