package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;
import software.amazon.awssdk.services.iam.model.Tag;

class OidcProvidersTest extends CreatedOidcProviders {

    @Test
    void aProviderIsNamedByItsIssuerAndShownWithoutScheme() {
        CreateOpenIdConnectProviderResponse created = create("https://issuer.example/id/ABC", "client", "client", "b");

        assertThat(created.openIDConnectProviderArn()).isEqualTo(PROVIDER + "issuer.example/id/ABC");
        assertThat(created.hasTags()).isFalse();
        GetOpenIdConnectProviderResponse shown = get(created.openIDConnectProviderArn());
        assertThat(shown.url()).isEqualTo("issuer.example/id/ABC");
        assertThat(shown.clientIDList()).containsExactly("client", "b");
        assertThat(shown.thumbprintList()).containsExactly(THUMBPRINT);
        assertThat(shown.createDate()).isEqualTo(Workbench.START_SECOND);
        assertThat(shown.hasTags()).isTrue();
        assertThat(shown.tags()).isEmpty();
    }

    @Test
    void itNeedsNeitherAudiencesNorThumbprints() {
        String arn = create("https://issuer.example").openIDConnectProviderArn();
        admin.updateOpenIDConnectProviderThumbprint(
                update -> update.openIDConnectProviderArn(arn).thumbprintList(List.of()));

        assertThat(get(arn).hasClientIDList()).isTrue();
        assertThat(get(arn).clientIDList()).isEmpty();
        assertThat(get(arn).thumbprintList()).isEmpty();
    }

    @Test
    void anIssuerIsTakenOnceAndAPathHasCase() {
        create("https://issuer.example/id");
        create("https://issuer.example/ID");
        create("https://issuer.example/id/");

        assertRefused(
                () -> create("https://issuer.example/id"),
                "EntityAlreadyExists",
                "Provider with url https://issuer.example/id already exists.");
        assertThat(listed())
                .containsExactly(
                        PROVIDER + "issuer.example/ID",
                        PROVIDER + "issuer.example/id",
                        PROVIDER + "issuer.example/id/");
        assertThat(admin.getAccountSummary().summaryMap()).containsEntry(SummaryKeyType.PROVIDERS, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "http://example.org",
                "HTTPS://example.org",
                "https://",
                "https:///path",
                "https://user@example.org",
                "https://example.org?a=b",
                "https://example.org#a",
                "https://example.org/a/../b",
                "https://example.org//b",
                "https://example.org/*",
                "https://exam ple.org",
                "https://sts",
                "https://aws"
            })
    void whatIsNoIssuerIsRefused(String url) {
        assertRefused(() -> create(url), "ValidationError", "Invalid Open ID Connect Provider URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://keycloak:8443/realms/a", "https://localhost:8443", "https://10.1.2.3/x"})
    void anIssuerWithinACompanyMayHaveAPortAndAShortName(String url) {
        assertThat(create(url).openIDConnectProviderArn()).isEqualTo(PROVIDER + url.substring("https://".length()));
    }

    @Test
    void audiencesAreAddedAndRemovedHoweverOftenTheyAreAskedFor() {
        String arn = create("https://issuer.example", "one").openIDConnectProviderArn();
        for (int i = 0; i < 2; i++) {
            admin.addClientIDToOpenIDConnectProvider(
                    add -> add.openIDConnectProviderArn(arn).clientID("two"));
        }
        assertThat(get(arn).clientIDList()).containsExactly("one", "two");
        for (int i = 0; i < 2; i++) {
            admin.removeClientIDFromOpenIDConnectProvider(
                    remove -> remove.openIDConnectProviderArn(arn).clientID("one"));
        }
        assertThat(get(arn).clientIDList()).containsExactly("two");
    }

    @Test
    void aProviderHasAHundredAudiencesAndFiveThumbprintsAtMost() {
        String[] hundred = IntStream.range(0, 100).mapToObj(i -> "c" + i).toArray(String[]::new);
        String[] more = IntStream.range(0, 101).mapToObj(i -> "c" + i).toArray(String[]::new);
        String text = "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100";
        assertRefused(() -> create("https://issuer.example", more), "LimitExceeded", text);
        String arn = create("https://issuer.example", hundred).openIDConnectProviderArn();
        assertRefused(
                () -> admin.addClientIDToOpenIDConnectProvider(
                        add -> add.openIDConnectProviderArn(arn).clientID("one more")),
                "LimitExceeded",
                text);
        admin.addClientIDToOpenIDConnectProvider(
                add -> add.openIDConnectProviderArn(arn).clientID("c7"));

        List<String> six = IntStream.range(0, 6).mapToObj(i -> THUMBPRINT).toList();
        String fewer = "Thumbprint list must contain fewer than 5 entries.";
        assertRefused(
                () -> admin.createOpenIDConnectProvider(
                        create -> create.url("https://other.example").thumbprintList(six)),
                "InvalidInput",
                fewer);
        assertRefused(
                () -> admin.updateOpenIDConnectProviderThumbprint(
                        update -> update.openIDConnectProviderArn(arn).thumbprintList(six)),
                "InvalidInput",
                fewer);
        admin.updateOpenIDConnectProviderThumbprint(
                update -> update.openIDConnectProviderArn(arn).thumbprintList(six.subList(0, 5)));
    }

    @Test
    void anAccountHasAHundredProvidersAtMost() {
        IntStream.range(0, 100).forEach(i -> create("https://issuer.example/" + i));
        assertRefused(
                () -> create("https://issuer.example/one-more"),
                "LimitExceeded",
                "Cannot exceed quota for OpenIdConnectProvidersPerAccount: 100");
    }

    @Test
    void tagsAreSetRemovedAndListed() {
        String arn = admin.createOpenIDConnectProvider(create -> create.url("https://issuer.example")
                        .thumbprintList(THUMBPRINT)
                        .tags(tag("a", "1")))
                .openIDConnectProviderArn();
        admin.tagOpenIDConnectProvider(
                request -> request.openIDConnectProviderArn(arn).tags(tag("b", "2"), tag("A", "3")));
        assertThat(get(arn).tags()).containsExactly(tag("A", "3"), tag("b", "2"));
        assertThat(admin.listOpenIDConnectProviderTags(
                                list -> list.openIDConnectProviderArn(arn).maxItems(1))
                        .isTruncated())
                .isTrue();
        admin.untagOpenIDConnectProvider(
                untag -> untag.openIDConnectProviderArn(arn).tagKeys("A"));
        assertThat(admin.listOpenIDConnectProviderTags(list -> list.openIDConnectProviderArn(arn))
                        .tags())
                .containsExactly(tag("b", "2"));
        Tag[] many = IntStream.range(0, 50).mapToObj(i -> tag("k" + i, "v")).toArray(Tag[]::new);
        assertRefused(
                () -> admin.tagOpenIDConnectProvider(
                        request -> request.openIDConnectProviderArn(arn).tags(many)),
                "LimitExceeded",
                "The number of tags has reached the maximum limit.");
    }
}
