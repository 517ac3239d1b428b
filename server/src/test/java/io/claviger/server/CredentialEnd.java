package io.claviger.server;

import io.claviger.server.ApiCaller.Reply;
import java.time.Instant;

/** How the credential of a user or a role named worker is made, and how it ends. */
enum CredentialEnd {
    /** Its access key is deleted. */
    KEY_DELETED("InvalidClientTokenId") {
        @Override
        Reply make(ApiCaller administrator) {
            return administrator.done("iam", "CreateAccessKey", "UserName", "worker");
        }

        @Override
        void end(ApiCaller administrator, Reply made) {
            administrator.done("iam", "DeleteAccessKey", "UserName", "worker", "AccessKeyId", made.text("AccessKeyId"));
        }
    },
    /** Its access key is made inactive. */
    KEY_INACTIVE("InvalidClientTokenId") {
        @Override
        Reply make(ApiCaller administrator) {
            return KEY_DELETED.make(administrator);
        }

        @Override
        void end(ApiCaller administrator, Reply made) {
            administrator.done(
                    "iam",
                    "UpdateAccessKey",
                    "UserName",
                    "worker",
                    "AccessKeyId",
                    made.text("AccessKeyId"),
                    "Status",
                    "Inactive");
        }

        @Override
        void cleanUp(ApiCaller administrator, Reply made) {
            KEY_DELETED.end(administrator, made);
        }
    },
    /** Its user is quarantined. */
    USER_QUARANTINED("AccessDenied") {
        private static final String DENY_ALL = "arn:aws:iam::aws:policy/AWSDenyAll";

        @Override
        Reply make(ApiCaller administrator) {
            return KEY_DELETED.make(administrator);
        }

        @Override
        void end(ApiCaller administrator, Reply made) {
            administrator.done("iam", "AttachUserPolicy", "UserName", "worker", "PolicyArn", DENY_ALL);
        }

        @Override
        void cleanUp(ApiCaller administrator, Reply made) {
            administrator.done("iam", "DetachUserPolicy", "UserName", "worker", "PolicyArn", DENY_ALL);
            KEY_DELETED.end(administrator, made);
        }
    },
    /** The role of its session is deleted. */
    ROLE_DELETED("InvalidClientTokenId") {
        @Override
        Reply make(ApiCaller administrator) {
            return session(administrator);
        }

        @Override
        void end(ApiCaller administrator, Reply made) {
            administrator.done("iam", "DeleteRolePolicy", "RoleName", "worker", "PolicyName", "allowed");
            administrator.done("iam", "DeleteRole", "RoleName", "worker");
        }
    },
    /** Sessions made before now are denied everything, as AWS's console has it. */
    SESSION_REVOKED("AccessDenied") {
        @Override
        Reply make(ApiCaller administrator) {
            return session(administrator);
        }

        @Override
        void end(ApiCaller administrator, Reply made) {
            Instant later = administrator.clock().instant().plusSeconds(1);
            administrator.done(
                    "iam",
                    "PutRolePolicy",
                    "RoleName",
                    "worker",
                    "PolicyName",
                    "AWSRevokeOlderSessions",
                    "PolicyDocument",
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\","
                            + "\"Resource\":\"*\",\"Condition\":{\"DateLessThan\":{\"aws:TokenIssueTime\":\""
                            + later + "\"}}}]}");
        }

        @Override
        void cleanUp(ApiCaller administrator, Reply made) {
            administrator.done("iam", "DeleteRolePolicy", "RoleName", "worker", "PolicyName", "AWSRevokeOlderSessions");
            ROLE_DELETED.end(administrator, made);
        }
    };

    private static final String ROLE = "arn:aws:iam::" + Samples.ACCOUNT + ":role/worker";
    private static final String ALLOWED = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*",\
            "Action":["iam:CreateAccessKey","iam:AttachUserPolicy","iam:ListUsers"]}]}""";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
            "Principal":{"AWS":"%s"}}]}""".formatted(Samples.ACCOUNT);

    private final String code;

    CredentialEnd(String code) {
        this.code = code;
    }

    abstract Reply make(ApiCaller administrator);

    abstract void end(ApiCaller administrator, Reply made);

    void cleanUp(ApiCaller administrator, Reply made) {}

    private static Reply session(ApiCaller administrator) {
        administrator.done("iam", "CreateRole", "RoleName", "worker", "AssumeRolePolicyDocument", TRUST);
        allow(administrator, "PutRolePolicy", "RoleName");
        return administrator.done("sts", "AssumeRole", "RoleArn", ROLE, "RoleSessionName", "worker");
    }

    /** With what error code calls are refused afterwards. */
    String code() {
        return code;
    }

    /** Makes the user whose credentials some of them are. */
    static void createUser(ApiCaller administrator) {
        administrator.done("iam", "CreateUser", "UserName", "worker");
        allow(administrator, "PutUserPolicy", "UserName");
    }

    private static void allow(ApiCaller administrator, String action, String owner) {
        administrator.done("iam", action, owner, "worker", "PolicyName", "allowed", "PolicyDocument", ALLOWED);
    }
}
