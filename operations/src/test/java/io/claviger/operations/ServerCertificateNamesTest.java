package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.ServerCertificateMetadata;
import software.amazon.awssdk.services.iam.model.Tag;

class ServerCertificateNamesTest extends UploadedCertificates {

    @Test
    void aNameIsTakenWhateverItsCase() {
        upload("web");
        assertRefused(
                () -> upload("WEB"), "EntityAlreadyExists", "The Server Certificate with name WEB already exists.");
    }

    @ParameterizedTest
    @CsvSource({"new,,/,new", ",/a/,/a/,web", "new,/a/,/a/,new", "WEB,,/,WEB", ",,/,web", "web,/a/,/a/,web"})
    void aCertificateIsRenamedAndMovedAndStaysWhatItIs(
            @Nullable String newName, @Nullable String newPath, String path, String name) {
        String id = upload("web").serverCertificateMetadata().serverCertificateId();
        Tag tag = Tag.builder().key("k").value("v").build();
        admin.tagServerCertificate(
                request -> request.serverCertificateName("web").tags(tag));

        admin.updateServerCertificate(update -> update.serverCertificateName("web")
                .newServerCertificateName(newName)
                .newPath(newPath));

        var shown = get(name);
        assertThat(shown.serverCertificateMetadata().serverCertificateId()).isEqualTo(id);
        assertThat(shown.serverCertificateMetadata().arn()).isEqualTo(ARN + "server-certificate" + path + name);
        assertThat(shown.tags()).containsExactly(tag);
    }

    @Test
    void aNameThatIsTakenIsNotGivenAgain() {
        upload("web");
        upload("mail");
        assertRefused(
                () -> admin.updateServerCertificate(
                        update -> update.serverCertificateName("web").newServerCertificateName("Mail")),
                "EntityAlreadyExists",
                "The Server Certificate with name Mail already exists.");
        String text = "The Server Certificate with name none cannot be found.";
        assertRefused(
                () -> admin.updateServerCertificate(
                        update -> update.serverCertificateName("none").newPath("/x/")),
                "NoSuchEntity",
                text);
        assertRefused(
                () -> admin.deleteServerCertificate(delete -> delete.serverCertificateName("none")),
                "NoSuchEntity",
                text);
    }

    @Test
    void theyComePageByPageByName() {
        for (String name : List.of("c", "A", "b")) {
            upload(name);
        }
        assertThat(
                        admin
                                .listServerCertificatesPaginator(list -> list.maxItems(1))
                                .serverCertificateMetadataList()
                                .stream())
                .extracting(ServerCertificateMetadata::serverCertificateName)
                .containsExactly("A", "b", "c");
    }

    @Test
    void tagsAreGivenAtTheUploadSetRemovedAndListed() {
        Tag first = Tag.builder().key("k").value("v").build();
        Tag second = Tag.builder().key("l").value("w").build();
        assertThat(admin.uploadServerCertificate(upload -> upload.serverCertificateName("web")
                                .certificateBody(SampleKeys.CERTIFICATE)
                                .privateKey(SampleKeys.PRIVATE_KEY)
                                .tags(first))
                        .tags())
                .containsExactly(first);
        admin.tagServerCertificate(tag -> tag.serverCertificateName("web").tags(second));
        assertThat(admin.listServerCertificateTags(list -> list.serverCertificateName("web"))
                        .tags())
                .containsExactly(first, second);
        admin.untagServerCertificate(untag -> untag.serverCertificateName("web").tagKeys("k"));
        assertThat(get("web").tags()).containsExactly(second);
        assertRefused(
                () -> admin.tagServerCertificate(
                        tag -> tag.serverCertificateName("none").tags(first)),
                "NoSuchEntity",
                "The Server Certificate with name none cannot be found.");
    }

    @Test
    void anAccountHasTwentyAtMost() {
        for (int i = 0; i < 20; i++) {
            upload("web" + i);
        }
        assertRefused(
                () -> upload("web20"), "LimitExceeded", "Cannot exceed quota for ServerCertificatesPerAccount: 20");
        admin.deleteServerCertificate(delete -> delete.serverCertificateName("web3"));
        upload("web20");
    }

    @Test
    void rightsAreOnWhatItIsAndOnWhatItBecomes() {
        upload("web");
        Actor mover =
                bench.user("mover", Documents.allow("iam:UpdateServerCertificate", ARN + "server-certificate/web"));
        Refusal.assertDenied(
                () -> mover.iam()
                        .updateServerCertificate(
                                update -> update.serverCertificateName("web").newPath("/front/")),
                "User: " + ARN + "user/mover is not authorized to perform: iam:UpdateServerCertificate on resource:"
                        + " server certificate web because no identity-based policy allows the"
                        + " iam:UpdateServerCertificate action");
        Actor uploader = bench.user("uploader", Documents.allow("iam:UploadServerCertificate", "*"));
        Refusal.assertDenied(
                () -> uploader.iam()
                        .uploadServerCertificate(upload -> upload.serverCertificateName("x")
                                .certificateBody(SampleKeys.CERTIFICATE)
                                .privateKey(SampleKeys.PRIVATE_KEY)
                                .tags(Tag.builder().key("k").value("v").build())),
                "User: " + ARN + "user/uploader is not authorized to perform: iam:TagServerCertificate on resource: "
                        + ARN + "server-certificate/x because no identity-based policy allows the"
                        + " iam:TagServerCertificate action");
    }
}
