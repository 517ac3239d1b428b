package io.claviger.operations;

import io.claviger.iam.Account;
import io.claviger.iam.MemberAccount;
import io.claviger.iam.Organization;
import io.claviger.iam.PasswordHash;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** A test with a workbench of its own, whose administrator does what is not said to be done by somebody else. */
abstract class OnAWorkbench {

    static final String ACCOUNT = Workbench.ACCOUNT;
    static final String ARN = "arn:aws:iam::" + ACCOUNT + ":";
    static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    static final String ADMINISTRATOR_ACCESS = "arn:aws:iam::aws:policy/AdministratorAccess";

    final Workbench bench;
    final IamClient admin;

    OnAWorkbench() {
        this(new Workbench());
    }

    /** A test with this workbench. */
    OnAWorkbench(Workbench bench) {
        this.bench = bench;
        admin = bench.admin();
    }

    /** A managed policy of the account's own that allows something harmless. */
    String ownPolicy(String name) {
        return admin.createPolicy(
                        create -> create.policyName(name).policyDocument(Documents.allow("s3:ListAllMyBuckets", "*")))
                .policy()
                .arn();
    }

    void createUsers(String... names) {
        for (String name : names) {
            admin.createUser(create -> create.userName(name));
        }
    }

    void createGroups(String... names) {
        for (String name : names) {
            admin.createGroup(create -> create.groupName(name));
        }
    }

    /** A role that anybody may assume whose own policies allow it. */
    Role createRole(String name) {
        return admin.createRole(create -> create.roleName(name).assumeRolePolicyDocument(Documents.trust(ACCOUNT)))
                .role();
    }

    void createSamlProvider(String name, Tag... tags) {
        admin.createSAMLProvider(create -> create.name(name)
                .samlMetadataDocument(MinimalRequests.IDP.metadata())
                .tags(tags));
    }

    @AfterEach
    void closeTheWorkbench() {
        bench.close();
    }

    /** Makes what {@link MinimalRequests} are about, in an account with a member; returns them by the names of operations. */
    Map<String, AwsRequest> createTargetsOfEveryOperation() {
        createUsers(MinimalRequests.USER);
        createGroups(MinimalRequests.GROUP);
        createOtherTargets();
        bench.insert(
                new Account(MinimalRequests.MEMBER, Workbench.START, new PasswordHash("$argon2id$…")),
                new Organization(ACCOUNT, "o-exampleorg", EnumSet.allOf(Organization.Feature.class)),
                new MemberAccount(
                        MinimalRequests.MEMBER, "o-exampleorg", "Member", "member@example.com", Workbench.START));
        admin.enableOutboundWebIdentityFederation(enable -> {});
        admin.generateCredentialReport();
        String arn = ownPolicy("target-policy");
        admin.createPolicyVersion(create -> create.policyArn(arn).policyDocument(Documents.ALLOW_ALL));
        String keyId = bench.keyOf(MinimalRequests.USER).accessKeyId();
        return MinimalRequests.byOperation(arn, keyId);
    }

    /** What {@link MinimalRequests} are about besides users, groups and policies. */
    void createOtherTargets() {
        createRole(MinimalRequests.ROLE);
        admin.createInstanceProfile(create -> create.instanceProfileName(MinimalRequests.PROFILE));
        createSamlProvider(MinimalRequests.SAML);
        admin.createVirtualMFADevice(create -> create.virtualMFADeviceName("target-device"));
        admin.createOpenIDConnectProvider(
                create -> create.url("https://" + MinimalRequests.ISSUER).thumbprintList("a".repeat(40)));
        admin.uploadServerCertificate(upload -> upload.serverCertificateName(MinimalRequests.CERTIFICATE)
                .certificateBody(SampleKeys.CERTIFICATE)
                .privateKey(SampleKeys.PRIVATE_KEY));
    }
}
