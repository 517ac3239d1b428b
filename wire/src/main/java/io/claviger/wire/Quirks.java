package io.claviger.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where IAM and STS stray from what their models say: the one table of it. Everything else in this package follows from
 * the models alone. Which entries are established and which assumed stands in {@code docs/wire-errors.md}.
 */
final class Quirks {

    /** The namespace of refusals from AWS's front end, before a service is chosen. */
    private static final String FAULT_NAMESPACE = "http://webservices.amazon.com/AWSFault/2005-15-09";

    private static final Set<String> FRONT_END_ERRORS = Set.of("InvalidAction", "MissingAction");

    /** Members of responses that carry a policy percent-encoded after RFC 3986: class of the structure, then name. */
    private static final Set<String> PERCENT_ENCODED = Set.of(
            "GetGroupPolicyResponse.PolicyDocument",
            "GetRolePolicyResponse.PolicyDocument",
            "GetUserPolicyResponse.PolicyDocument",
            "InlinePolicy.PolicyDocument",
            "PolicyDetail.PolicyDocument",
            "PolicyVersion.Document",
            "Role.AssumeRolePolicyDocument",
            "RoleDetail.AssumeRolePolicyDocument",
            "RoleTemplateVersion.AssumeRolePolicyDocumentTemplate");

    private static final String WORDS = "It must contain only alphanumeric characters and/or the following: +=,.@_-";
    private static final String PATH =
            "It must begin and end with / and contain only alphanumeric characters and/or" + " / characters.";
    private static final String PATH_PREFIX =
            "It must begin with the / character and contain only alphanumeric" + " characters and/or / characters.";

    /** IAM's own sentences for its patterns, which it gives before it looks at any other constraint. */
    private static final Map<String, String> IAM_SENTENCES = Map.of(
            "[\\w+=,.@-]+", WORDS,
            "[\\w]+", "It must contain only alphanumeric characters.",
            "(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)", PATH,
            "((/[A-Za-z0-9\\.,\\+@=_-]+)*)/", PATH,
            "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+", "It must contain only printable ASCII characters.");

    /** Patterns that AWS demands and its model does not have: operation, then the member's path. */
    private static final Map<String, String> UNMODELLED_PATTERNS =
            Map.of("CreatePolicy.Description", "[\\p{L}\\p{M}\\p{Z}\\p{S}\\p{N}\\p{P}]*");

    /** Codes that no service model lists, but that AWS documents as common to all actions; the others are 400. */
    private static final Map<String, Integer> COMMON_STATUSES = Map.ofEntries(
            Map.entry("AccessDenied", 403),
            Map.entry("AccessDeniedException", 403),
            Map.entry("ExpiredToken", 403),
            Map.entry("InternalFailure", 500),
            Map.entry("InvalidClientTokenId", 403),
            Map.entry("MalformedQueryString", 404),
            Map.entry("MissingAuthenticationToken", 403),
            Map.entry("NotAuthorized", 400),
            Map.entry("OptInRequired", 403),
            Map.entry("ServiceUnavailable", 503),
            Map.entry("SignatureDoesNotMatch", 403));

    /** What must not reach a log although no model marks it; of requests and of responses. */
    private static final Set<String> SECRETS = Set.of(
            "AddPrivateKey",
            "AuthenticationCode1",
            "AuthenticationCode2",
            "Base32StringSeed",
            "NewPassword",
            "OldPassword",
            "Password",
            "PrivateKey",
            "QRCodePNG",
            "SAMLAssertion",
            "ServiceCredentialSecret",
            "ServicePassword",
            "SessionToken",
            "TokenCode",
            "TradeInToken",
            "WebIdentityToken");

    /** What CloudTrail does not even mention. */
    private static final Set<String> UNMENTIONED = Set.of("SecretAccessKey");

    /** How the names of actions begin whose answers CloudTrail leaves out, unless they bear credentials. */
    private static final List<String> READING = List.of("Get", "List", "Simulate");

    private Quirks() {}

    static String errorNamespace(Service service, WireError error) {
        return FRONT_END_ERRORS.contains(error.code()) ? FAULT_NAMESPACE : service.namespace();
    }

    static boolean isPercentEncoded(Class<?> structure, String member) {
        String name = structure.getSimpleName();
        Class<?> owner = structure.getEnclosingClass();
        return PERCENT_ENCODED.contains((owner == null ? name : owner.getSimpleName()) + "." + member);
    }

    /** STS repeats an offending text in its message; IAM does not. Both repeat numbers. */
    static boolean repeatsTexts(Service service) {
        return service == Service.STS;
    }

    /** STS names the pattern before the lengths; IAM names it after them. */
    static boolean patternComesFirst(Service service) {
        return service == Service.STS;
    }

    /** The service's own sentence for a value that breaks its pattern; null where it has none. */
    static @Nullable String patternSentence(Service service, InputMember member) {
        ValuePattern pattern = member.constraint().pattern();
        if (service != Service.IAM || pattern == null) {
            return null;
        }
        return member.name().equals("PathPrefix") ? PATH_PREFIX : IAM_SENTENCES.get(pattern.text());
    }

    /** What a member must match beyond what its model says; empty for nothing. */
    static String unmodelledPattern(String operation, String path) {
        return UNMODELLED_PATTERNS.getOrDefault(operation + "." + path, "");
    }

    static int commonStatus(String code) {
        return COMMON_STATUSES.getOrDefault(code, 400);
    }

    static boolean isSecret(String member) {
        return SECRETS.contains(member);
    }

    static boolean isUnmentioned(String member) {
        return UNMENTIONED.contains(member);
    }

    static boolean isReading(String operation) {
        return READING.stream().anyMatch(operation::startsWith);
    }
}
