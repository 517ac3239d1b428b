package io.claviger.cmdlets.aws;

import io.claviger.powershell.value.ServiceTypes;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The types of AWS's SDK for .NET that scripts name, with its exceptions for IAM and STS. */
public final class AwsTypes implements ServiceTypes {

    /** What a service's exceptions extend. */
    static final String ANY_SERVICE = "Amazon.Runtime.AmazonServiceException";

    /** The exception for a response that is not the service's. */
    static final String NOT_UNDERSTOOD = "Amazon.Runtime.AmazonUnmarshallingException";

    /** The exception for a call that never reached a service. */
    static final String CLIENT = "Amazon.Runtime.AmazonClientException";

    private static final String ANY = "System.Exception";
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Made by {@link java.util.ServiceLoader}. */
    public AwsTypes() {}

    @Override
    public String prefix() {
        return "Amazon.";
    }

    @Override
    public Map<String, String> exceptions() {
        Map<String, String> bases = new HashMap<>();
        bases.put(CLIENT, ANY);
        bases.put(ANY_SERVICE, ANY);
        bases.put(NOT_UNDERSTOOD, ANY_SERVICE);
        for (AwsService service : AwsService.values()) {
            bases.put(service.exception(), ANY_SERVICE);
            SPACE.splitAsStream(codes(service))
                    .forEach(code -> bases.put(service.model(code + "Exception"), service.exception()));
        }
        return Map.copyOf(bases);
    }

    /** What the names of a service's own exceptions begin with. */
    private static String codes(AwsService service) {
        return switch (service) {
            case IAM -> """
                    AccountNotManagementOrDelegatedAdministrator CallerIsNotManagementAccount ConcurrentModification
                    CredentialReportExpired CredentialReportNotPresent CredentialReportNotReady DeleteConflict
                    DuplicateCertificate DuplicateSSHPublicKey EntityAlreadyExists EntityTemporarilyUnmodifiable
                    FeatureDisabled FeatureEnabled InvalidAuthenticationCode InvalidCertificate InvalidInput
                    InvalidPublicKey InvalidUserType KeyPairMismatch LimitExceeded MalformedCertificate
                    MalformedPolicyDocument NameConflict NoSuchEntity OpenIdIdpCommunicationError OrganizationNotFound
                    OrganizationNotInAllFeaturesMode PasswordPolicyViolation PolicyEvaluation PolicyNotAttachable
                    ReportGenerationLimitExceeded RoleModified RoleTemplateDisabled ServiceAccessNotEnabled
                    ServiceFailure ServiceNotSupported UnmodifiableEntity UnrecognizedPublicKeyEncoding""";
            case STS -> """
                    ExpiredToken ExpiredTradeInToken IDPCommunicationError IDPRejectedClaim InvalidAuthorizationMessage
                    InvalidIdentityToken JWTPayloadSizeExceeded MalformedPolicyDocument
                    OutboundWebIdentityFederationDisabled PackedPolicyTooLarge RegionDisabled
                    SessionDurationEscalation""";
        };
    }
}
