package io.claviger.operations;

import java.util.List;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.Tag;

/** Providers of OpenID Connect as an administrator makes them. */
abstract class CreatedOidcProviders extends OnAWorkbench {

    static final String THUMBPRINT = "a".repeat(40);
    static final String PROVIDER = ARN + "oidc-provider/";

    CreateOpenIdConnectProviderResponse create(String url, String... clientIds) {
        return admin.createOpenIDConnectProvider(
                create -> create.url(url).thumbprintList(THUMBPRINT).clientIDList(clientIds));
    }

    GetOpenIdConnectProviderResponse get(String arn) {
        return admin.getOpenIDConnectProvider(get -> get.openIDConnectProviderArn(arn));
    }

    List<String> listed() {
        return admin.listOpenIDConnectProviders().openIDConnectProviderList().stream()
                .map(OpenIDConnectProviderListEntry::arn)
                .toList();
    }

    static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
