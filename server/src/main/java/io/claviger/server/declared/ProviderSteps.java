package io.claviger.server.declared;

import io.claviger.iam.Arns;
import io.claviger.server.declared.Declaration.OidcProvider;
import io.claviger.server.declared.Declaration.SamlProvider;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.GetSamlProviderResponse;

/** The steps for identity providers. */
record ProviderSteps(Steps steps) {

    private static final String SCHEME = "https://";

    void oidc(OidcProvider wanted) {
        IamClient iam = steps.iam();
        Place place = wanted.place();
        if (!wanted.url().startsWith(SCHEME)) {
            throw place.wrong("url must begin with " + SCHEME);
        }
        String shown = "OpenID Connect provider " + wanted.url();
        String arn = Arns.oidcProvider(
                steps.names().partition(),
                steps.names().accountId(),
                wanted.url().substring(SCHEME.length()));
        Optional<GetOpenIdConnectProviderResponse> present =
                Steps.present(() -> iam.getOpenIDConnectProvider(get -> get.openIDConnectProviderArn(arn)));
        if (present.isEmpty()) {
            steps.add(
                    place,
                    "create " + shown,
                    () -> iam.createOpenIDConnectProvider(create -> create.url(wanted.url())
                            .clientIDList(wanted.clientIds())
                            .thumbprintList(wanted.thumbprints())
                            .tags(Steps.tags(wanted.tags()))));
            return;
        }
        List<String> there = present.get().clientIDList();
        wanted.clientIds().stream()
                .filter(id -> !there.contains(id))
                .forEach(id -> steps.add(
                        place,
                        "add client ID " + id + " to " + shown,
                        () -> iam.addClientIDToOpenIDConnectProvider(
                                add -> add.openIDConnectProviderArn(arn).clientID(id))));
        if (steps.prune()) {
            there.stream()
                    .filter(id -> !wanted.clientIds().contains(id))
                    .forEach(id -> steps.add(
                            place,
                            "remove client ID " + id + " from " + shown,
                            () -> iam.removeClientIDFromOpenIDConnectProvider(remove ->
                                    remove.openIDConnectProviderArn(arn).clientID(id))));
        }
        if (!wanted.thumbprints().isEmpty()
                && !new HashSet<>(wanted.thumbprints())
                        .equals(new HashSet<>(present.get().thumbprintList()))) {
            steps.add(
                    place,
                    "change the thumbprints of " + shown,
                    () -> iam.updateOpenIDConnectProviderThumbprint(
                            update -> update.openIDConnectProviderArn(arn).thumbprintList(wanted.thumbprints())));
        }
        steps.tags(
                place,
                shown,
                present.get().tags(),
                wanted.tags(),
                tags -> iam.tagOpenIDConnectProvider(
                        tag -> tag.openIDConnectProviderArn(arn).tags(tags)),
                keys -> iam.untagOpenIDConnectProvider(
                        untag -> untag.openIDConnectProviderArn(arn).tagKeys(keys)));
    }

    void saml(SamlProvider wanted) {
        IamClient iam = steps.iam();
        Place place = wanted.place();
        String shown = "SAML provider " + wanted.name();
        String arn = Arns.samlProvider(steps.names().partition(), steps.names().accountId(), wanted.name());
        Optional<GetSamlProviderResponse> present =
                Steps.present(() -> iam.getSAMLProvider(get -> get.samlProviderArn(arn)));
        if (present.isEmpty()) {
            steps.add(
                    place,
                    "create " + shown,
                    () -> iam.createSAMLProvider(create -> create.name(wanted.name())
                            .samlMetadataDocument(wanted.metadata())
                            .tags(Steps.tags(wanted.tags()))));
            return;
        }
        if (!present.get().samlMetadataDocument().equals(wanted.metadata())) {
            steps.add(
                    place,
                    "change the metadata of " + shown,
                    () -> iam.updateSAMLProvider(
                            update -> update.samlProviderArn(arn).samlMetadataDocument(wanted.metadata())));
        }
        steps.tags(
                place,
                shown,
                present.get().tags(),
                wanted.tags(),
                tags -> iam.tagSAMLProvider(tag -> tag.samlProviderArn(arn).tags(tags)),
                keys -> iam.untagSAMLProvider(
                        untag -> untag.samlProviderArn(arn).tagKeys(keys)));
    }
}
