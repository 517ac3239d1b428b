package io.claviger.operations.gate;

import java.util.stream.Stream;

/** The errors that operations answer with, under the names that AWS's service models give them. */
public enum ErrorCode {
    /** No policy allows the request, or one denies it. */
    ACCESS_DENIED("AccessDenied"),
    /** What is to be deleted still has something that depends on it. */
    DELETE_CONFLICT("DeleteConflict"),
    /** The entity has just been changed by somebody else. */
    ENTITY_TEMPORARILY_UNMODIFIABLE("EntityTemporarilyUnmodifiable"),
    /** The account has this certificate already. */
    DUPLICATE_CERTIFICATE("DuplicateCertificate"),
    /** The user has this public key already. */
    DUPLICATE_SSH_PUBLIC_KEY("DuplicateSSHPublicKey"),
    /** The name is taken. */
    ENTITY_ALREADY_EXISTS("EntityAlreadyExists"),
    /** The codes of an MFA device are not right. */
    INVALID_AUTHENTICATION_CODE("InvalidAuthenticationCode"),
    /** The caller is not of the kind that can do this. */
    INVALID_USER_TYPE("InvalidUserType"),
    /** The feature is not on. */
    FEATURE_DISABLED("FeatureDisabled"),
    /** The feature is on already. */
    FEATURE_ENABLED("FeatureEnabled"),
    /** The time of an identity token is over. */
    EXPIRED_TOKEN("ExpiredTokenException"),
    /** The time of a delegation is over, or there is none. */
    EXPIRED_TRADE_IN_TOKEN("ExpiredTradeInTokenException"),
    /** The identity provider does not answer. */
    IDP_COMMUNICATION_ERROR("IDPCommunicationError"),
    /** The identity provider does not vouch for this. */
    IDP_REJECTED_CLAIM("IDPRejectedClaim"),
    /** What should be decoded was not encoded here, or not for this account. */
    INVALID_AUTHORIZATION_MESSAGE("InvalidAuthorizationMessageException"),
    /** The identity token proves nothing. */
    INVALID_IDENTITY_TOKEN("InvalidIdentityToken"),
    /** The input is well-formed, but not one that the operation can work with. */
    INVALID_INPUT("InvalidInput"),
    /** A session cannot last longer than the one that it is made of. */
    INSUFFICIENT_SESSION_LIFETIME("InsufficientSessionLifetime"),
    /** The caller has no session of which others could be made. */
    INVALID_SUBJECT_CREDENTIALS("InvalidSubjectCredentials"),
    /** The credentials may not be used for this service. */
    INVALID_CLIENT_TOKEN_ID("InvalidClientTokenId"),
    /** The private key is not the certificate's. */
    KEY_PAIR_MISMATCH("KeyPairMismatch"),
    /** A quota is used up. */
    LIMIT_EXCEEDED("LimitExceeded"),
    /** A parameter contradicts another one, or what the caller's session has. */
    INVALID_PARAMETER_VALUE("InvalidParameterValue"),
    /** A token would say more than there is room for. */
    JWT_PAYLOAD_SIZE_EXCEEDED("JWTPayloadSizeExceededException"),
    /** The public key is none that is taken. */
    INVALID_PUBLIC_KEY("InvalidPublicKey"),
    /** The text is no certificate, or the certificate is none that is taken. */
    MALFORMED_CERTIFICATE("MalformedCertificate"),
    /** The policy document cannot be evaluated. */
    MALFORMED_POLICY_DOCUMENT("MalformedPolicyDocument"),
    /** What the request names does not exist. */
    NO_SUCH_ENTITY("NoSuchEntity"),
    /** The account issues no tokens. */
    OUTBOUND_FEDERATION_DISABLED("OutboundWebIdentityFederationDisabledException"),
    /** The identity provider that is to be created does not answer. */
    OPEN_ID_IDP_COMMUNICATION_ERROR("OpenIdIdpCommunicationError"),
    /** Policies and tags of a session take more room than there is. */
    PACKED_POLICY_TOO_LARGE("PackedPolicyTooLarge"),
    /** The password is not one that the account's policy takes. */
    PASSWORD_POLICY_VIOLATION("PasswordPolicyViolation"),
    /** The account is in no organization. */
    ORGANIZATION_NOT_FOUND("OrganizationNotFoundException"),
    /** The account does not manage its organization. */
    ACCOUNT_NOT_MANAGEMENT("AccountNotManagementOrDelegatedAdministratorException"),
    /** The policy is one that AWS's services alone may use. */
    POLICY_NOT_ATTACHABLE("PolicyNotAttachable"),
    /** There are too many attempts for now. */
    THROTTLING("Throttling"),
    /** A token would outlive the session that asks for it. */
    SESSION_DURATION_ESCALATION("SessionDurationEscalationException"),
    /** The name is taken by a role that the template would not make. */
    NAME_CONFLICT("NameConflict"),
    /** The role is not as its template made it any more. */
    ROLE_MODIFIED("RoleModified"),
    /** The entity is one that a service alone may change. */
    UNMODIFIABLE_ENTITY("UnmodifiableEntity"),
    /** The account's credential report is too old. */
    REPORT_EXPIRED("ReportExpired"),
    /** The account's credential report is being made. */
    REPORT_IN_PROGRESS("ReportInProgress"),
    /** Another report of the organization is being made. */
    REPORT_GENERATION_LIMIT_EXCEEDED("ReportGenerationLimitExceeded"),
    /** The account has no credential report. */
    REPORT_NOT_PRESENT("ReportNotPresent"),
    /** The public key has a form that is not known. */
    UNRECOGNIZED_PUBLIC_KEY_ENCODING("UnrecognizedPublicKeyEncoding"),
    /** A parameter is not what the operation takes. */
    VALIDATION_ERROR("ValidationError");

    private final String wireName;

    ErrorCode(String wireName) {
        this.wireName = wireName;
    }

    /** The error of this name on the wire. */
    static ErrorCode named(String wireName) {
        return Stream.of(values())
                .filter(code -> code.wireName.equals(wireName))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(wireName));
    }

    /** The code as it stands in the answer. */
    public String wireName() {
        return wireName;
    }
}
