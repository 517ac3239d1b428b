package io.claviger.operations;

import io.claviger.federation.oidc.Addresses;
import io.claviger.federation.oidc.OpenIdConnect;
import io.claviger.federation.oidc.TestIssuer;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/** A workbench and an issuer on this machine, whom a role of the account trusts. */
abstract class WebIdentityGround {

    static final String ARN = OnAWorkbench.ARN;
    static final String ROLE = "pod";

    final Workbench bench = new Workbench(new OpenIdConnect.Settings(Addresses.ANY, Map.of()));
    final IamClient admin = bench.admin();
    TestIssuer issuer;

    @BeforeEach
    void registerTheIssuer() throws Exception {
        issuer = TestIssuer.start();
        admin.createOpenIDConnectProvider(create -> create.url(issuer.url())
                .clientIDList(TestIssuer.CLIENT)
                .thumbprintList(issuer.certificates().thumbprint()));
        admin.createRole(create -> create.roleName(ROLE).assumeRolePolicyDocument(trustIf("{}")));
    }

    @AfterEach
    void close() {
        issuer.close();
        bench.close();
    }

    /** The provider's ARN. */
    String provider() {
        return ARN + "oidc-provider/" + issuer.name();
    }

    /** A trust policy for the issuer under conditions in single quotes; {@code ISS} stands for the issuer's name. */
    String trustIf(String condition) {
        return trustIf(condition, "sts:AssumeRoleWithWebIdentity");
    }

    String trustIf(String condition, String... actions) {
        return Documents.policy("{\"Effect\":\"Allow\",\"Principal\":{\"Federated\":\"" + provider()
                + "\"},\"Action\":[\"" + String.join("\",\"", actions) + "\"],\"Condition\":"
                + condition.replace('\'', '"').replace("ISS", issuer.name()) + "}");
    }

    /** From now on the role trusts the issuer under these conditions. */
    void trustOnlyIf(String condition, String... actions) {
        admin.updateAssumeRolePolicy(update -> update.roleName(ROLE)
                .policyDocument(actions.length == 0 ? trustIf(condition) : trustIf(condition, actions)));
    }

    String token() {
        return issuer.token(bench.now());
    }

    AssumeRoleWithWebIdentityResponse assume(String token) {
        return assume(token, _ -> {});
    }

    AssumeRoleWithWebIdentityResponse assume(String token, Consumer<AssumeRoleWithWebIdentityRequest.Builder> more) {
        return (AssumeRoleWithWebIdentityResponse) bench.callUnsigned(request(token, more));
    }

    static AssumeRoleWithWebIdentityRequest request(
            String token, Consumer<AssumeRoleWithWebIdentityRequest.Builder> more) {
        AssumeRoleWithWebIdentityRequest.Builder request = AssumeRoleWithWebIdentityRequest.builder()
                .roleArn(ARN + "role/" + ROLE)
                .roleSessionName("web")
                .webIdentityToken(token);
        more.accept(request);
        return request.build();
    }
}
