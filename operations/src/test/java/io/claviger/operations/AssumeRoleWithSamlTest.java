package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.federation.saml.IdentityProvider;
import io.claviger.federation.saml.ResponseDraft;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.AssertionEncryptionModeType;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

class AssumeRoleWithSamlTest extends OnAWorkbench {

    private static final IdentityProvider IDP = IdentityProvider.named("https://idp.example/metadata");
    private static final IdentityProvider HOLDER = IdentityProvider.named("https://holder.example");
    private static final String PROVIDER = ARN + "saml-provider/corp";
    private static final String ROLE = ARN + "role/sso";
    private static final String DENIED = "Not authorized to perform sts:AssumeRoleWithSAML";
    private static final String ADDRESS = "https://signin.aws.amazon.com/saml";

    @BeforeEach
    void createProviderAndRole() {
        admin.createSAMLProvider(create -> create.name("corp").samlMetadataDocument(IDP.metadata()));
        createRole("sso", trust("{'StringEquals':{'saml:aud':'" + ADDRESS + "'}}"));
    }

    private void createRole(String name, String trust) {
        admin.createRole(create -> create.roleName(name).assumeRolePolicyDocument(trust));
    }

    private static String trust(String condition, String... more) {
        String actions = more.length == 0
                ? "'sts:AssumeRoleWithSAML'"
                : "['sts:AssumeRoleWithSAML','" + String.join("','", more) + "']";
        return ("{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':{'Federated':'" + PROVIDER
                        + "'},'Action':" + actions + ",'Condition':" + condition + "}}")
                .replace('\'', '"');
    }

    private void trusting(String condition, String... more) {
        admin.updateAssumeRolePolicy(update -> update.roleName("sso").policyDocument(trust(condition, more)));
    }

    private ResponseDraft draft() {
        return ResponseDraft.of(IDP, bench.now(), ROLE, PROVIDER, "alice");
    }

    private static AssumeRoleWithSamlRequest request(String response) {
        return AssumeRoleWithSamlRequest.builder()
                .roleArn(ROLE)
                .principalArn(PROVIDER)
                .samlAssertion(response)
                .build();
    }

    private AssumeRoleWithSamlResponse assume(AssumeRoleWithSamlRequest request) {
        return (AssumeRoleWithSamlResponse) bench.callUnsigned(request);
    }

    private AssumeRoleWithSamlResponse assume(ResponseDraft response) {
        return assume(request(response.signed()));
    }

    private AssumeRoleWithSamlResponse assume(
            ResponseDraft response, Consumer<AssumeRoleWithSamlRequest.Builder> change) {
        return assume(
                request(response.signed()).toBuilder().applyMutation(change).build());
    }

    private Actor actor(Credentials credentials) {
        return new Actor(bench, credentials.accessKeyId(), credentials.sessionToken());
    }

    @Test
    @SuppressWarnings("deprecation") // the packed size, which AWS still shows
    void theAnswerSaysWhoseSessionItIs() {
        AssumeRoleWithSamlResponse answer = assume(draft());

        assertThat(answer.subject()).isEqualTo("_cbb88bf52c2510eabe00c1642d4643f41430fe25e3");
        assertThat(answer.subjectType()).isEqualTo("persistent");
        assertThat(answer.issuer()).isEqualTo("https://idp.example/metadata");
        assertThat(answer.audience()).isEqualTo(ADDRESS);
        // printf 'https://idp.example/metadata123456789012/corp' | openssl dgst -sha1 -binary | base64
        assertThat(answer.nameQualifier()).isEqualTo("LinabYqtglDDs4fgSiyieEGd1m8=");
        assertThat(answer.assumedRoleUser().arn()).isEqualTo("arn:aws:sts::123456789012:assumed-role/sso/alice");
        assertThat(answer.assumedRoleUser().assumedRoleId()).matches("AROA[A-Z2-7]{17}:alice");
        assertThat(answer.packedPolicySize()).isNull();
        assertThat(answer.sourceIdentity()).isNull();
        assertThat(answer.credentials().expiration()).isEqualTo(Workbench.START_SECOND.plus(Duration.ofHours(1)));
        assertThat(actor(answer.credentials()).sts().getCallerIdentity().arn())
                .isEqualTo(answer.assumedRoleUser().arn());
    }

    @Test
    void anEncryptedAssertionIsTakenByTheHolderOfTheKey() {
        admin.updateSAMLProvider(update -> update.samlProviderArn(PROVIDER)
                .addPrivateKey(HOLDER.privateKeyPem())
                .assertionEncryptionMode(AssertionEncryptionModeType.REQUIRED));

        assertThat(assume(request(draft().encryptedFor(HOLDER.publicKey()))).subject())
                .isNotEmpty();
        assertRefused(
                () -> assume(draft()),
                "InvalidIdentityToken",
                "The SAML assertion is not encrypted, which the provider requires");
    }

    @Test
    void thePairOfRoleAndProviderStandsInEitherOrderAmongOthers() {
        assertThat(assume(draft().with("Role", ARN + "role/other," + PROVIDER, " " + PROVIDER + " , " + ROLE + " "))
                        .subject())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "arn:aws:iam::123456789012:role/sso",
                "arn:aws:iam::123456789012:role/sso,arn:aws:iam::123456789012:saml-provider/other",
                "arn:aws:iam::123456789012:role/other,arn:aws:iam::123456789012:saml-provider/corp",
                "arn:aws:iam::999999999999:role/sso,arn:aws:iam::123456789012:saml-provider/corp",
                "arn:aws:iam::123456789012:role/sso,arn:aws:iam::123456789012:saml-provider/corp,x"
            })
    void aRoleThatTheAssertionDoesNotNameIsRefused(String pair) {
        assertRefused(
                () -> assume(draft().with("Role", pair)),
                "InvalidIdentityToken",
                "SAML Assertion doesn't contain the requested Role and Metadata in the attributes");
    }

    @Test
    void theAttributeOfTheSessionsNameIsRequiredAndChecked() {
        assertRefused(
                () -> assume(draft().without("RoleSessionName")),
                "InvalidIdentityToken",
                "RoleSessionName is required in AuthnResponse");
        String text = "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}";
        for (String name : new String[] {"a", "Alice Example", "a".repeat(65), "", "al/ice"}) {
            assertRefused(() -> assume(draft().with("RoleSessionName", name)), "InvalidIdentityToken", text);
        }
        assertRefused(() -> assume(draft().with("RoleSessionName", "alice", "bob")), "InvalidIdentityToken", text);
    }

    @ParameterizedTest
    @CsvSource({
        "saml-provider/none, InvalidIdentityToken, Specified provider doesn't exist",
        "role/sso, ValidationError, Principal ARN is invalid"
    })
    void theProviderMustExist(String provider, String code, String text) {
        assertRefused(() -> assume(draft(), request -> request.principalArn(ARN + provider)), code, text);
    }

    @Test
    void theRoleMustBeOne() {
        assertRefused(
                () -> assume(draft(), request -> request.roleArn(PROVIDER)),
                "ValidationError",
                "Request ARN is invalid");
        String none = ARN + "role/none";
        assertRefused(
                () -> assume(draft().with("Role", none + "," + PROVIDER), request -> request.roleArn(none)),
                "AccessDenied",
                DENIED);
    }

    @Test
    void aRoleThatDoesNotTrustTheProviderIsRefused() {
        createRole("sealed", Documents.trust(ACCOUNT));
        String sealed = ARN + "role/sealed";
        assertRefused(
                () -> assume(draft().with("Role", sealed + "," + PROVIDER), request -> request.roleArn(sealed)),
                "AccessDenied",
                DENIED);
    }

    @Test
    void aKeyOfTheAccountMakesNoDifference() {
        String forged = request(draft().signed()).samlAssertion();
        assertRefused(() -> bench.administrator().call(request(forged)), "AccessDenied", DENIED);
    }

    @Test
    void whatIsWrongWithAResponseIsSaidInAwssWords() {
        assertRefused(() -> assume(request("%%%%")), "InvalidIdentityToken", "Invalid base64 SAMLResponse");
        assertRefused(
                () -> assume(request("aGVsbG8=")),
                "InvalidIdentityToken",
                "Your request included an invalid SAML response");
        assertRefused(
                () -> assume(
                        request(ResponseDraft.of(HOLDER.calling(IDP.entityId()), bench.now(), ROLE, PROVIDER, "alice")
                                .signed())),
                "InvalidIdentityToken",
                "Response signature invalid");
        assertRefused(
                () -> assume(ResponseDraft.of(HOLDER, bench.now(), ROLE, PROVIDER, "alice")),
                "InvalidIdentityToken",
                "Issuer not present in specified provider");
        assertRefused(
                () -> assume(draft().issuedAt(bench.now().minusSeconds(301))),
                "ExpiredTokenException",
                "Token must be redeemed within 5 minutes of issuance");
        assertRefused(
                () -> assume(draft().until(bench.now().minusSeconds(90))),
                "ExpiredTokenException",
                "Response has expired");
        assertRefused(
                () -> assume(draft().failing()),
                "IDPRejectedClaim",
                "The identity provider reports that the authentication failed");
    }

    @Test
    void anAssertionIsGoodOnceForEachRoleThatItNames() {
        createRole("second", trust("{}"));
        String second = ARN + "role/second";
        String response = draft().with("Role", ROLE + "," + PROVIDER, second + "," + PROVIDER)
                .signed();
        String text = "SAML Assertion has already been redeemed for this role";

        assume(request(response));
        assertRefused(() -> assume(request(response)), "InvalidIdentityToken", text);
        assume(request(response).toBuilder().roleArn(second).build());
        assertRefused(
                () -> assume(request(response).toBuilder().roleArn(second).build()), "InvalidIdentityToken", text);
        bench.pass(Duration.ofMinutes(4));
        assertRefused(() -> assume(request(response)), "InvalidIdentityToken", text);
        bench.pass(Duration.ofMinutes(1));
        assertRefused(
                () -> assume(request(response)),
                "ExpiredTokenException",
                "Token must be redeemed within 5 minutes of issuance");
    }

    @Test
    void aRefusalDoesNotUseTheAssertionUp() {
        String response = draft().signed();
        assertRefused(
                () -> assume(request(response).toBuilder().policy("{}").build()),
                "MalformedPolicyDocument",
                "Syntax errors in policy.");
        assertThat(assume(request(response)).subject()).isNotEmpty();
    }

    @Test
    void trustPoliciesAskAboutTheAssertion() {
        String conditions = """
                {'StringEquals':{'saml:iss':'https://idp.example/metadata','saml:sub_type':'persistent',
                'saml:sub':'_cbb88bf52c2510eabe00c1642d4643f41430fe25e3','saml:doc':'123456789012/corp',
                'saml:namequalifier':'LinabYqtglDDs4fgSiyieEGd1m8=',
                'sts:RoleSessionName':'alice','saml:mail':'alice@example.com','saml:commonName':'Alice',
                'aws:FederatedProvider':'arn:aws:iam::123456789012:saml-provider/corp'},
                'ForAnyValue:StringEquals':{'saml:edupersonaffiliation':'faculty'},
                'ForAllValues:StringLike':{'saml:edupersonaffiliation':['staff','fac*']}}""".replace("\n", "");
        trusting(conditions);
        ResponseDraft response = draft().withAttribute("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "staff", "faculty")
                .withAttribute(
                        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "alice@example.com")
                .withAttribute("2.5.4.3", "Alice");
        assertThat(assume(response).subject()).isNotEmpty();
        assertRefused(
                () -> assume(draft().withAttribute("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "student")
                        .withAttribute("2.5.4.3", "Alice")),
                "AccessDenied",
                DENIED);
    }

    @Test
    @SuppressWarnings("deprecation") // the packed size, which AWS still shows
    void sessionTagsNeedATrustPolicyThatAllowsThem() {
        ResponseDraft tagged = draft().with("PrincipalTag:Team", "storage")
                .with("PrincipalTag:Stage", "test")
                .with("TransitiveTagKeys", "Team");
        assertRefused(() -> assume(tagged), "AccessDenied", "Not authorized to perform sts:TagSession");
        trusting("{'StringEquals':{'aws:RequestTag/Team':'storage'}}", "sts:TagSession");

        AssumeRoleWithSamlResponse answer = assume(tagged);
        assertThat(answer.packedPolicySize()).isPositive();
        admin.putRolePolicy(put -> put.roleName("sso")
                .policyName("tagged")
                .policyDocument(Documents.policy(Documents.statement(
                        "Allow", "iam:ListUsers", "*", "{'StringEquals':{'aws:PrincipalTag/team':'storage'}}"))));
        assertThat(actor(answer.credentials()).iam().listUsers().users()).isNotEmpty();
    }

    @Test
    void tagsThatCannotBeAreRefused() {
        trusting("{}", "sts:TagSession");
        assertRefused(
                () -> assume(draft().with("PrincipalTag:Team", "a", "b")),
                "InvalidIdentityToken",
                "The session tag Team in AuthnResponse is not valid");
        assertRefused(
                () -> assume(draft().with("PrincipalTag:Team", "a;b")),
                "InvalidIdentityToken",
                "The session tag Team in AuthnResponse is not valid");
        ResponseDraft many = draft();
        for (int i = 0; i < 51; i++) {
            many.with("PrincipalTag:t" + i, "v");
        }
        assertRefused(
                () -> assume(many),
                "InvalidIdentityToken",
                "The number of session tags in AuthnResponse is above the limit of 50");
    }

    @Test
    void aSourceIdentityNeedsATrustPolicyThatAllowsIt() {
        assertRefused(
                () -> assume(draft().with("SourceIdentity", "alice@corp")),
                "AccessDenied",
                "Not authorized to perform sts:SetSourceIdentity");
        trusting("{'StringEquals':{'sts:SourceIdentity':'alice@corp'}}", "sts:SetSourceIdentity");

        assertThat(assume(draft().with("SourceIdentity", "alice@corp")).sourceIdentity())
                .isEqualTo("alice@corp");
        for (String wrong : new String[] {"a", "aws:alice", "Alice Example"}) {
            assertRefused(
                    () -> assume(draft().with("SourceIdentity", wrong)),
                    "InvalidIdentityToken",
                    "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"");
        }
    }

    @Test
    void theSessionKeepsWhoItsSubjectIs() {
        admin.putRolePolicy(put -> put.roleName("sso")
                .policyName("self")
                .policyDocument(Documents.policy(Documents.statement(
                        "Allow",
                        "iam:ListUsers",
                        "*",
                        "{'StringEquals':{'saml:sub':'_cbb88bf52c2510eabe00c1642d4643f41430fe25e3',"
                                + "'saml:namequalifier':'LinabYqtglDDs4fgSiyieEGd1m8=','saml:sub_type':'persistent',"
                                + "'aws:FederatedProvider':'" + PROVIDER + "'}}"))));

        assertThat(actor(assume(draft()).credentials()).iam().listUsers().users())
                .isNotEmpty();
    }

    @Test
    void theProviderCanShortenASessionAndNeverLengthensOne() {
        admin.updateRole(update -> update.roleName("sso").maxSessionDuration(7200));
        assertLasts(draft(), 7200, 7200);
        assertLasts(draft().with("SessionDuration", "1800"), 7200, 1800);
        assertLasts(draft().with("SessionDuration", "43200"), null, 3600);
        assertLasts(draft().sessionEndsAt(Workbench.START_SECOND.plusSeconds(1200)), 7200, 1199);
        assertRefused(
                () -> assume(draft(), request -> request.durationSeconds(7201)),
                "ValidationError",
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        for (String wrong : new String[] {"899", "43201", "soon", ""}) {
            assertRefused(
                    () -> assume(draft().with("SessionDuration", wrong)),
                    "InvalidIdentityToken",
                    "SessionDuration in AuthnResponse must be between 900 and 43200 seconds");
        }
    }

    private void assertLasts(ResponseDraft response, @Nullable Integer asked, long seconds) {
        Credentials credentials =
                assume(response, request -> request.durationSeconds(asked)).credentials();
        assertThat(Duration.between(Workbench.START_SECOND, credentials.expiration())
                        .toSeconds())
                .isEqualTo(seconds);
    }

    @Test
    @SuppressWarnings("deprecation") // the packed size, which AWS still shows
    void aPolicyThatIsPassedLimitsTheSession() {
        admin.attachRolePolicy(attach -> attach.roleName("sso").policyArn(ADMINISTRATOR_ACCESS));
        AssumeRoleWithSamlResponse answer =
                assume(draft(), request -> request.policy(Documents.allow("iam:ListUsers", "*")));

        assertThat(answer.packedPolicySize()).isPositive();
        Actor session = actor(answer.credentials());
        assertThat(session.iam().listUsers().users()).isNotEmpty();
        assertThat(Refusal.of(() -> session.iam().listGroups()).code()).isEqualTo("AccessDenied");
    }

    @Test
    void whatChangesBetweenJudgementAndActIsNoticed() {
        String response = draft().signed();
        assertRefused(
                () -> bench.callUnsigned(
                        request(response),
                        () -> admin.updateSAMLProvider(
                                update -> update.samlProviderArn(PROVIDER).samlMetadataDocument(HOLDER.metadata()))),
                "InvalidIdentityToken",
                "Issuer not present in specified provider");
        admin.updateSAMLProvider(update -> update.samlProviderArn(PROVIDER).samlMetadataDocument(IDP.metadata()));
        assertRefused(
                () -> bench.callUnsigned(request(response), () -> trusting("{'StringEquals':{'saml:sub':'x'}}")),
                "AccessDenied",
                DENIED);
        trusting("{}");
        assertRefused(
                () -> bench.callUnsigned(
                        request(response), () -> admin.deleteSAMLProvider(delete -> delete.samlProviderArn(PROVIDER))),
                "InvalidIdentityToken",
                "Specified provider doesn't exist");
    }

    @Test
    void aSessionOutlivesItsProvider() {
        Credentials credentials = assume(draft()).credentials();
        admin.deleteSAMLProvider(delete -> delete.samlProviderArn(PROVIDER));

        assertThat(actor(credentials).sts().getCallerIdentity().account()).isEqualTo(ACCOUNT);
        assertRefused(() -> assume(draft()), "InvalidIdentityToken", "Specified provider doesn't exist");
        admin.deleteRole(delete -> delete.roleName("sso"));
        assertRefused(
                () -> actor(credentials).sts().getCallerIdentity(), "InvalidClientTokenId", "nobody has this key");
    }
}
