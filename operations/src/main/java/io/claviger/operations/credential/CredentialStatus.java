package io.claviger.operations.credential;

import io.claviger.iam.AccessKey.Status;
import io.claviger.operations.gate.Refused;
import software.amazon.awssdk.services.iam.model.StatusType;

/** The status of credentials, in the words of requests and answers. */
final class CredentialStatus {

    private CredentialStatus() {}

    /**
     * The status that a request asks for.
     *
     * @throws Refused for a status that nobody can ask for
     */
    static Status requested(StatusType status) {
        return switch (status) {
            case ACTIVE -> Status.ACTIVE;
            case INACTIVE -> Status.INACTIVE;
            case EXPIRED, UNKNOWN_TO_SDK_VERSION ->
                throw Refused.invalidInput("Operation does not support status " + status);
        };
    }

    /** The status as answers show it. */
    static StatusType shown(Status status) {
        return switch (status) {
            case ACTIVE -> StatusType.ACTIVE;
            case INACTIVE -> StatusType.INACTIVE;
        };
    }
}
