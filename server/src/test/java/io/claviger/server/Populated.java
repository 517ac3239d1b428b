package io.claviger.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.federation.saml.IdentityProvider;
import io.claviger.server.composition.RunningServer;
import io.claviger.server.http.SelfSigned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** An account that has some of everything, and the secrets of it that nobody else knows. */
final class Populated {

    static final String PASSWORD = "Correct+h0rse";
    static final String DEVICE = "arn:aws:iam::123456789012:mfa/people/phone";

    private static final String ALLOW =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iam:Get*\",\"Resource\":\"*\"}}";
    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":"
            + "\"sts:AssumeRole\",\"Principal\":{\"AWS\":\"arn:aws:iam::123456789012:user/eng/alice\"}}}";
    private static final IdentityProvider IDP = IdentityProvider.named("https://idp.example/metadata");

    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
    private final ApiCaller admin;

    /** The answers that show her key's secret, the device's seed, and the password of a service. */
    private final ApiCaller.Reply key;

    private final Authenticator phone;
    private final ApiCaller.Reply service;
    private final String serverKey;

    /** Makes it in the account of a server with a clock that stands still. */
    Populated(RunningServer server, Path directory) throws Exception {
        admin = ApiCaller.administrator(server.endpoint(), now::get);
        done(
                "CreatePolicy",
                "PolicyName",
                "limits",
                "Path",
                "/ci/",
                "Description",
                "What may be",
                "PolicyDocument",
                ALLOW);
        String limits = "arn:aws:iam::123456789012:policy/ci/limits";
        done(
                "CreatePolicyVersion",
                "PolicyArn",
                limits,
                "SetAsDefault",
                "true",
                "PolicyDocument",
                ALLOW.replace("Get", "*"));
        done("CreateGroup", "GroupName", "Developers", "Path", "/eng/");
        done("AttachGroupPolicy", "GroupName", "Developers", "PolicyArn", limits);
        done(
                "CreateUser",
                "UserName",
                "alice",
                "Path",
                "/eng/",
                "PermissionsBoundary",
                limits,
                "Tags.member.1.Key",
                "team",
                "Tags.member.1.Value",
                "Bücher");
        done("AddUserToGroup", "UserName", "alice", "GroupName", "Developers");
        done("PutUserPolicy", "UserName", "alice", "PolicyName", "own", "PolicyDocument", ALLOW);
        done("UpdateAccountPasswordPolicy", "PasswordReusePrevention", "3", "MinimumPasswordLength", "9");
        done("CreateLoginProfile", "UserName", "alice", "Password", "Another+h0rse");
        done("UpdateLoginProfile", "UserName", "alice", "Password", PASSWORD);
        key = done("CreateAccessKey", "UserName", "alice");
        phone = Authenticator.from(done("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone", "Path", "/people/")
                .body());
        done(
                "EnableMFADevice",
                "UserName",
                "alice",
                "SerialNumber",
                DEVICE,
                "AuthenticationCode1",
                phone.code(Samples.NOW.minusSeconds(60)),
                "AuthenticationCode2",
                phone.code(Samples.NOW.minusSeconds(30)));
        service =
                done("CreateServiceSpecificCredential", "UserName", "alice", "ServiceName", "codecommit.amazonaws.com");
        done("CreateAccountAlias", "AccountAlias", "the-house");
        roles();
        serverKey = certificates(directory);
        providers();
    }

    private void roles() {
        done(
                "CreateRole",
                "RoleName",
                "deploy",
                "Description",
                "Deploys \"ß\"\r\n\tby night",
                "MaxSessionDuration",
                "7200",
                "AssumeRolePolicyDocument",
                TRUST);
        done("CreateInstanceProfile", "InstanceProfileName", "machine");
        done("AddRoleToInstanceProfile", "InstanceProfileName", "machine", "RoleName", "deploy");
        done("CreateServiceLinkedRole", "AWSServiceName", "ecs.amazonaws.com");
        done("CreateServiceLinkedRole", "AWSServiceName", "support.amazonaws.com");
        done("DeleteServiceLinkedRole", "RoleName", "AWSServiceRoleForSupport");
        admin.with(admin.with(key)
                        .done(
                                "sts",
                                "AssumeRole",
                                "RoleArn",
                                "arn:aws:iam::123456789012:role/deploy",
                                "RoleSessionName",
                                "shift"))
                .done("sts", "GetCallerIdentity");
        done(
                "CreateDelegationRequest",
                "Description",
                "Set up",
                "Permissions.PolicyTemplateArn",
                "arn:aws:iam::aws:policy/ReadOnlyAccess",
                "RequestorWorkflowId",
                "workflow-1",
                "NotificationChannel",
                "arn:aws:sns:us-east-1:123456789012:topic",
                "SessionDuration",
                "3600");
    }

    private String certificates(Path directory) throws Exception {
        SelfSigned pair = SelfSigned.in(directory, "server", "RSA");
        String privateKey = Files.readString(pair.key());
        done(
                "UploadServerCertificate",
                "ServerCertificateName",
                "web",
                "CertificateBody",
                Files.readString(pair.certificate()),
                "PrivateKey",
                privateKey);
        done(
                "UploadSigningCertificate",
                "UserName",
                "alice",
                "CertificateBody",
                Files.readString(SelfSigned.in(directory, "signing", "RSA").certificate()));
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] der = generator.generateKeyPair().getPublic().getEncoded();
        done(
                "UploadSSHPublicKey",
                "UserName",
                "alice",
                "SSHPublicKeyBody",
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END PUBLIC KEY-----\n");
        return privateKey;
    }

    private void providers() {
        done(
                "CreateSAMLProvider",
                "Name",
                "corp",
                "SAMLMetadataDocument",
                IDP.metadata(),
                "AddPrivateKey",
                IDP.privateKeyPem());
        done(
                "CreateOpenIDConnectProvider",
                "Url",
                "https://token.example",
                "ClientIDList.member.1",
                "app",
                "ThumbprintList.member.1",
                "a".repeat(40));
        done("EnableOutboundWebIdentityFederation");
        done(
                "PutAccountProperties",
                "Properties.entry.1.key",
                "RoleManager/Enabled",
                "Properties.entry.1.value",
                "false");
        done("SetSecurityTokenServicePreferences", "GlobalEndpointTokenVersion", "v2Token");
    }

    private ApiCaller.Reply done(String action, String... parameters) {
        return admin.done("iam", action, parameters);
    }

    /** The one who signs with alice's old key at a server. */
    ApiCaller alice(RunningServer server) {
        return ApiCaller.administrator(server.endpoint(), now::get).with(key);
    }

    /** What alice's phone shows. */
    String code() {
        return phone.code(Samples.NOW);
    }

    /** What must not be seen. */
    List<String> secrets() {
        return List.of(
                key.text("SecretAccessKey"),
                service.text("ServicePassword"),
                phone.seed(),
                serverKey.substring(40, 80),
                IDP.privateKeyPem().substring(40, 80),
                PASSWORD,
                "$argon2",
                Base64.getEncoder().encodeToString(key.text("SecretAccessKey").getBytes(UTF_8)));
    }
}
