package io.claviger.operations.gate;

import java.util.stream.Stream;

/** The errors that operations answer with, under the names that AWS's service models give them. */
public enum ErrorCode {
    /** No policy allows the request, or one denies it. */
    ACCESS_DENIED("AccessDenied"),
    /** What is to be deleted still has something that depends on it. */
    DELETE_CONFLICT("DeleteConflict"),
    /** The account has this certificate already. */
    DUPLICATE_CERTIFICATE("DuplicateCertificate"),
    /** The user has this public key already. */
    DUPLICATE_SSH_PUBLIC_KEY("DuplicateSSHPublicKey"),
    /** The name is taken. */
    ENTITY_ALREADY_EXISTS("EntityAlreadyExists"),
    /** The input is well-formed, but not one that the operation can work with. */
    INVALID_INPUT("InvalidInput"),
    /** The credentials may not be used for this service. */
    INVALID_CLIENT_TOKEN_ID("InvalidClientTokenId"),
    /** The private key is not the certificate's. */
    KEY_PAIR_MISMATCH("KeyPairMismatch"),
    /** A quota is used up. */
    LIMIT_EXCEEDED("LimitExceeded"),
    /** A parameter contradicts another one, or what the caller's session has. */
    INVALID_PARAMETER_VALUE("InvalidParameterValue"),
    /** The public key is none that is taken. */
    INVALID_PUBLIC_KEY("InvalidPublicKey"),
    /** The text is no certificate, or the certificate is none that is taken. */
    MALFORMED_CERTIFICATE("MalformedCertificate"),
    /** The policy document cannot be evaluated. */
    MALFORMED_POLICY_DOCUMENT("MalformedPolicyDocument"),
    /** What the request names does not exist. */
    NO_SUCH_ENTITY("NoSuchEntity"),
    /** Policies and tags of a session take more room than there is. */
    PACKED_POLICY_TOO_LARGE("PackedPolicyTooLarge"),
    /** The policy is one that AWS's services alone may use. */
    POLICY_NOT_ATTACHABLE("PolicyNotAttachable"),
    /** The entity is one that a service alone may change. */
    UNMODIFIABLE_ENTITY("UnmodifiableEntity"),
    /** The account's credential report is too old. */
    REPORT_EXPIRED("ReportExpired"),
    /** The account's credential report is being made. */
    REPORT_IN_PROGRESS("ReportInProgress"),
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
