package io.claviger.operations;

import io.claviger.federation.saml.IdentityProvider;
import io.claviger.federation.saml.ResponseDraft;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/** A role that trusts a SAML provider, and the sessions that its assertions give. */
abstract class SamlRole extends OnAWorkbench {

    static final IdentityProvider IDP = IdentityProvider.named("https://idp.example/metadata");
    static final IdentityProvider HOLDER = IdentityProvider.named("https://holder.example");
    static final String PROVIDER = ARN + "saml-provider/corp";
    static final String ROLE = ARN + "role/sso";
    static final String DENIED = "Not authorized to perform sts:AssumeRoleWithSAML";
    static final String ADDRESS = "https://signin.aws.amazon.com/saml";

    @BeforeEach
    void createProviderAndRole() {
        admin.createSAMLProvider(create -> create.name("corp").samlMetadataDocument(IDP.metadata()));
        createRole("sso", trust("{'StringEquals':{'saml:aud':'" + ADDRESS + "'}}"));
    }

    void createRole(String name, String trust) {
        admin.createRole(create -> create.roleName(name).assumeRolePolicyDocument(trust));
    }

    static String trust(String condition, String... more) {
        String actions = more.length == 0
                ? "'sts:AssumeRoleWithSAML'"
                : "['sts:AssumeRoleWithSAML','" + String.join("','", more) + "']";
        return ("{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':{'Federated':'" + PROVIDER
                        + "'},'Action':" + actions + ",'Condition':" + condition + "}}")
                .replace('\'', '"');
    }

    ResponseDraft draft() {
        return ResponseDraft.of(IDP, bench.now(), ROLE, PROVIDER, "alice");
    }

    static AssumeRoleWithSamlRequest request(String response) {
        return AssumeRoleWithSamlRequest.builder()
                .roleArn(ROLE)
                .principalArn(PROVIDER)
                .samlAssertion(response)
                .build();
    }

    AssumeRoleWithSamlResponse assume(AssumeRoleWithSamlRequest request) {
        return (AssumeRoleWithSamlResponse) bench.callUnsigned(request);
    }

    AssumeRoleWithSamlResponse assume(ResponseDraft response) {
        return assume(request(response.signed()));
    }

    AssumeRoleWithSamlResponse assume(ResponseDraft response, Consumer<AssumeRoleWithSamlRequest.Builder> change) {
        return assume(
                request(response.signed()).toBuilder().applyMutation(change).build());
    }

    Actor actor(Credentials credentials) {
        return new Actor(bench, credentials.accessKeyId(), credentials.sessionToken());
    }
}
