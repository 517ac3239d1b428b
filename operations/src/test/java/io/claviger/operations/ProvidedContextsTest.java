package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.model.ProvidedContext;

/** AssumeRole with what IAM Identity Center says of the person behind the session, which AWS alone can read. */
class ProvidedContextsTest extends OnAWorkbench {

    private static final ProvidedContext CONTEXT = ProvidedContext.builder()
            .providerArn("arn:aws:iam::aws:contextProvider/IdentityCenter")
            .contextAssertion("AQoDYXdzEJr")
            .build();

    private final Actor alice = bench.user("alice", Documents.allow("sts:AssumeRole", "*"));
    private final Actor bob = bench.user("bob", Documents.allow("sts:*", "*"));

    @BeforeEach
    void createRoles() {
        createRole("plain");
        admin.createRole(create -> create.roleName("open").assumeRolePolicyDocument(open("{}")));
        admin.createRole(create -> create.roleName("other").assumeRolePolicyDocument(open("""
                        {"ForAllValues:ArnEquals":{"sts:RequestContextProviders":"arn:aws:iam::aws:contextProvider/Other"}}""")));
    }

    private static String open(String condition) {
        return """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"},
            {"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:SetContext","Condition":%s}]}""".formatted(ACCOUNT, ACCOUNT, condition);
    }

    private static void assume(Actor actor, String role, ProvidedContext... contexts) {
        actor.sts()
                .assumeRole(assume -> assume.roleArn(ARN + "role/" + role)
                        .roleSessionName("s")
                        .providedContexts(contexts));
    }

    @Test
    void callerNeedsTheRightToSetAContext() {
        assertThat(Refusal.of(() -> assume(alice, "open", CONTEXT)))
                .matches(refusal -> refusal.code().equals("AccessDenied"))
                .extracting(Refusal::text)
                .asString()
                .contains("is not authorized to perform: sts:SetContext on resource: " + ARN + "role/open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "other"})
    void roleMustTrustTheProviderOfTheContext(String role) {
        assertThat(Refusal.of(() -> assume(bob, role, CONTEXT)))
                .matches(refusal -> refusal.code().equals("AccessDenied"))
                .extracting(Refusal::text)
                .asString()
                .contains("is not authorized to perform: sts:SetContext on resource: " + ARN + "role/" + role);
    }

    @Test
    void assertionsOfAwsCannotBeReadAndAreNeverIgnored() {
        assertRefused(
                () -> assume(bob, "open", CONTEXT),
                "ExpiredTokenException",
                "The provided context assertion is expired or is not valid.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:contextProvider/IdentityCenter",
                "arn:aws-cn:iam::aws:contextProvider/IdentityCenter",
                "arn:aws:iam:aws::contextProvider/IdentityCenter"
            })
    void otherProvidersAreRefused(String provider) {
        assertRefused(
                () -> assume(
                        bob, "open", CONTEXT.toBuilder().providerArn(provider).build()),
                "ValidationError",
                "The context provider " + provider + " is invalid.");
    }

    @Test
    void aContextWithoutAProviderIsRefused() {
        assertThat(Refusal.of(() -> assume(
                                bob,
                                "open",
                                ProvidedContext.builder()
                                        .contextAssertion("AQoD")
                                        .build()))
                        .code())
                .isEqualTo("ValidationError");
    }
}
