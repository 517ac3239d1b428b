package io.claviger.operations;

import io.claviger.federation.saml.IdentityProvider;
import software.amazon.awssdk.services.iam.model.GetSamlProviderResponse;

/** SAML providers as an administrator makes them. */
abstract class CreatedSamlProviders extends OnAWorkbench {

    static final IdentityProvider IDP = IdentityProvider.named("https://idp.example/metadata");
    static final IdentityProvider OTHER = IdentityProvider.named("https://holder.example");

    String create(String name) {
        return admin.createSAMLProvider(create -> create.name(name).samlMetadataDocument(IDP.metadata()))
                .samlProviderArn();
    }

    GetSamlProviderResponse get(String arn) {
        return admin.getSAMLProvider(get -> get.samlProviderArn(arn));
    }
}
