package io.claviger.policy.validation;

import static io.claviger.policy.validation.FindingType.ERROR;
import static io.claviger.policy.validation.FindingType.SECURITY_WARNING;
import static io.claviger.policy.validation.FindingType.SUGGESTION;
import static io.claviger.policy.validation.FindingType.WARNING;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that IAM Access Analyzer looks for in a policy, in the order of its reference, and after it what Claviger looks
 * for besides; the names are the issue codes.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Policy check
 *     reference</a>
 */
public enum Check {
    ARN_ACCOUNT_NOT_ALLOWED("ARN account not allowed", ERROR),
    ARN_REGION_NOT_ALLOWED("ARN Region not allowed", ERROR),
    DATA_TYPE_MISMATCH("Data type mismatch", ERROR),
    DUPLICATE_KEYS_WITH_DIFFERENT_CASE("Duplicate keys with different case", ERROR),
    INVALID_ACTION("Invalid action", ERROR),
    INVALID_ARN_ACCOUNT("Invalid ARN account", ERROR),
    INVALID_ARN_PREFIX("Invalid ARN prefix", ERROR),
    INVALID_ARN_REGION("Invalid ARN Region", ERROR),
    INVALID_ARN_RESOURCE("Invalid ARN resource", ERROR),
    INVALID_ARN_SERVICE_CASE("Invalid ARN service case", ERROR),
    INVALID_CONDITION_DATA_TYPE("Invalid condition data type", ERROR),
    INVALID_CONDITION_KEY_FORMAT("Invalid condition key format", ERROR),
    INVALID_CONDITION_MULTIPLE_BOOLEAN("Invalid condition multiple Boolean", ERROR),
    INVALID_CONDITION_OPERATOR("Invalid condition operator", ERROR),
    INVALID_EFFECT("Invalid effect", ERROR),
    INVALID_GLOBAL_CONDITION_KEY("Invalid global condition key", ERROR),
    INVALID_PARTITION("Invalid partition", ERROR),
    INVALID_POLICY_ELEMENT("Invalid policy element", ERROR),
    INVALID_PRINCIPAL_FORMAT("Invalid principal format", ERROR),
    INVALID_PRINCIPAL_KEY("Invalid principal key", ERROR),
    INVALID_REGION("Invalid Region", ERROR),
    INVALID_SERVICE("Invalid service", ERROR),
    INVALID_SERVICE_CONDITION_KEY("Invalid service condition key", ERROR),
    INVALID_SERVICE_IN_ACTION("Invalid service in action", ERROR),
    INVALID_VARIABLE_FOR_OPERATOR("Invalid variable for operator", ERROR),
    INVALID_VERSION("Invalid version", ERROR),
    JSON_SYNTAX_ERROR("Json syntax error", ERROR),
    MISSING_ACTION("Missing action", ERROR),
    MISSING_ARN_FIELD("Missing ARN field", ERROR),
    MISSING_ARN_REGION("Missing ARN Region", ERROR),
    MISSING_EFFECT("Missing effect", ERROR),
    MISSING_PRINCIPAL("Missing principal", ERROR),
    MISSING_QUALIFIER("Missing qualifier", ERROR),
    MISSING_RESOURCE("Missing resource", ERROR),
    MISSING_STATEMENT("Missing statement", ERROR),
    NULL_WITH_IF_EXISTS("Null with if exists", ERROR),
    SCP_SYNTAX_ERROR_ACTION_WILDCARD(
            "SCP syntax error action wildcard",
            ERROR,
            "A star may stand anywhere in the actions of service control policies since September 2025"),
    SCP_SYNTAX_ERROR_ALLOW_CONDITION(
            "SCP syntax error allow condition",
            ERROR,
            "Statements that allow may have conditions in service control policies since September 2025"),
    SCP_SYNTAX_ERROR_ALLOW_NOTACTION(
            "SCP syntax error allow NotAction",
            ERROR,
            "Statements that allow may have NotAction in service control policies since September 2025"),
    SCP_SYNTAX_ERROR_ALLOW_RESOURCE(
            "SCP syntax error allow resource",
            ERROR,
            "Statements that allow may name resources in service control policies since September 2025"),
    SCP_SYNTAX_ERROR_NOTRESOURCE(
            "SCP syntax error NotResource",
            ERROR,
            "NotResource may stand in service control policies since September 2025"),
    SCP_SYNTAX_ERROR_PRINCIPAL("SCP syntax error principal", ERROR),
    UNIQUE_SIDS_REQUIRED("Unique Sids required", ERROR),
    UNSUPPORTED_ACTION_IN_POLICY("Unsupported action in policy", ERROR),
    UNSUPPORTED_ELEMENT_COMBINATION("Unsupported element combination", ERROR),
    UNSUPPORTED_GLOBAL_CONDITION_KEY("Unsupported global condition key", ERROR),
    UNSUPPORTED_PRINCIPAL("Unsupported principal", ERROR),
    UNSUPPORTED_RESOURCE_ARN_IN_POLICY("Unsupported resource ARN in policy", ERROR),
    UNSUPPORTED_SID("Unsupported Sid", ERROR),
    UNSUPPORTED_WILDCARD_IN_PRINCIPAL("Unsupported wildcard in principal", ERROR),
    MISSING_BRACE_IN_VARIABLE("Missing brace in variable", ERROR),
    MISSING_QUOTE_IN_VARIABLE("Missing quote in variable", ERROR),
    UNSUPPORTED_SPACE_IN_VARIABLE("Unsupported space in variable", ERROR),
    EMPTY_VARIABLE("Empty variable", ERROR),
    VARIABLE_UNSUPPORTED_IN_ELEMENT("Variable unsupported in element", ERROR),
    VARIABLE_UNSUPPORTED_IN_VERSION("Variable unsupported in version", ERROR),
    PRIVATE_IP_ADDRESS("Private IP address", ERROR),
    PRIVATE_NOT_IP_ADDRESS("Private NotIpAddress", ERROR),
    POLICY_SIZE_EXCEEDS_SCP_QUOTA("Policy size exceeds SCP quota", ERROR),
    INVALID_SERVICE_PRINCIPAL_FORMAT("Invalid service principal format", ERROR),
    MISSING_TAG_KEY_IN_CONDITION("Missing tag key in condition", ERROR),
    INVALID_VPC_FORMAT("Invalid vpc format", ERROR),
    INVALID_VPCE_FORMAT("Invalid vpce format", ERROR),
    FEDERATED_PRINCIPAL_NOT_SUPPORTED("Federated principal not supported", ERROR),
    UNSUPPORTED_ACTION_FOR_CONDITION_KEY("Unsupported action for condition key", ERROR),
    UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL("Unsupported condition key for service principal", ERROR),
    ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL("Role trust policy syntax error notprincipal", ERROR),
    ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL("Role trust policy unsupported wildcard in principal", ERROR),
    ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE("Role trust policy syntax error resource", ERROR),
    TYPE_MISMATCH_IP_RANGE("Type mismatch IP range", ERROR),
    MISSING_ACTION_FOR_CONDITION_KEY("Missing action for condition key", ERROR),
    INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY(
            "Invalid federated principal syntax in role trust policy", ERROR),
    MISMATCHED_ACTION_FOR_PRINCIPAL("Mismatched action for principal", ERROR),
    MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY("Missing action for roles anywhere trust policy", ERROR),
    POLICY_SIZE_EXCEEDS_RCP_QUOTA("Policy size exceeds RCP quota", ERROR),
    RCP_SYNTAX_ERROR_PRINCIPAL("RCP syntax error principal", ERROR),
    RCP_SYNTAX_ERROR_ALLOW("RCP syntax error allow", ERROR),
    RCP_SYNTAX_ERROR_NOTACTION("RCP syntax error NotAction", ERROR),
    RCP_SYNTAX_ERROR_ACTION("RCP syntax error action", ERROR),
    MISSING_ARN_ACCOUNT("Missing ARN account", ERROR),
    INVALID_KMS_KEY_VALUE("Invalid kms key value", ERROR),
    VARIABLE_USAGE_TOO_PERMISSIVE("Variable usage too permissive", ERROR),
    WILDCARD_USAGE_TOO_PERMISSIVE("Wildcard usage too permissive", ERROR),
    CREATE_SLR_WITH_NOT_RESOURCE("Create SLR with NotResource", WARNING),
    CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE("Create SLR with star in action and NotResource", WARNING),
    CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE("Create SLR with NotAction and NotResource", WARNING),
    CREATE_SLR_WITH_STAR_IN_RESOURCE("Create SLR with star in resource", WARNING),
    CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE("Create SLR with star in action and resource", WARNING),
    CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION("Create SLR with star in resource and NotAction", WARNING),
    DEPRECATED_GLOBAL_CONDITION_KEY("Deprecated global condition key", WARNING),
    INVALID_DATE_VALUE("Invalid date value", WARNING),
    INVALID_ROLE_REFERENCE("Invalid role reference", WARNING),
    INVALID_USER_REFERENCE("Invalid user reference", WARNING),
    MISSING_VERSION("Missing version", WARNING),
    UNIQUE_SIDS_RECOMMENDED("Unique Sids recommended", WARNING),
    WILDCARD_WITHOUT_LIKE_OPERATOR("Wildcard without like operator", WARNING),
    POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA("Policy size exceeds identity policy quota", WARNING),
    POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA("Policy size exceeds resource policy quota", WARNING),
    TYPE_MISMATCH("Type mismatch", WARNING),
    TYPE_MISMATCH_BOOLEAN("Type mismatch Boolean", WARNING),
    TYPE_MISMATCH_DATE("Type mismatch date", WARNING),
    TYPE_MISMATCH_NUMBER("Type mismatch number", WARNING),
    TYPE_MISMATCH_STRING("Type mismatch string", WARNING),
    SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED("Specific github repo and branch recommended", WARNING),
    POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA("Policy size exceeds role trust policy quota", WARNING),
    RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY("RCP missing related principal condition key", WARNING),
    RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY("RCP missing related service principal condition key", WARNING),
    RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK("RCP missing service condition key null check", WARNING),
    USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES("Use condition key only with supported services", WARNING),
    UNTRUSTWORTHY_CONDITION_KEY("Untrustworthy condition key", SECURITY_WARNING),
    ALLOW_WITH_NOT_PRINCIPAL("Allow with NotPrincipal", SECURITY_WARNING),
    FORALLVALUES_WITH_SINGLE_VALUED_KEY("ForAllValues with single valued key", SECURITY_WARNING),
    PASS_ROLE_WITH_NOT_RESOURCE("Pass role with NotResource", SECURITY_WARNING),
    PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE("Pass role with star in action and NotResource", SECURITY_WARNING),
    PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE("Pass role with NotAction and NotResource", SECURITY_WARNING),
    PASS_ROLE_WITH_STAR_IN_RESOURCE("Pass role with star in resource", SECURITY_WARNING),
    PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE("Pass role with star in action and resource", SECURITY_WARNING),
    PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION("Pass role with star in resource and NotAction", SECURITY_WARNING),
    MISSING_PAIRED_CONDITION_KEYS("Missing paired condition keys", SECURITY_WARNING),
    DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE(
            "Deny with unsupported tag condition key for service", SECURITY_WARNING),
    DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE(
            "Deny NotAction with unsupported tag condition key for service", SECURITY_WARNING),
    RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL("Restrict access to service principal", SECURITY_WARNING),
    MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL("Missing condition key for oidc principal", SECURITY_WARNING),
    MISSING_GITHUB_REPO_CONDITION_KEY("Missing github repo condition key", SECURITY_WARNING),
    STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS("String like operator with ARN condition keys", SECURITY_WARNING),
    DYNAMODB_ATTRIBUTES_WITHOUT_SELECT("DynamoDB attributes without select", SECURITY_WARNING),
    S3_PREFIX_IN_NEGATIVE_CONTEXT("S3 prefix in negative context", SECURITY_WARNING),
    FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE("ForAnyValue with audience claim type", SECURITY_WARNING),
    EMPTY_ARRAY_ACTION("Empty array action", SUGGESTION),
    EMPTY_ARRAY_CONDITION("Empty array condition", SUGGESTION),
    EMPTY_ARRAY_CONDITION_FORALLVALUES("Empty array condition ForAllValues", SUGGESTION),
    EMPTY_ARRAY_CONDITION_FORANYVALUE("Empty array condition ForAnyValue", SUGGESTION),
    EMPTY_ARRAY_CONDITION_IFEXISTS("Empty array condition IfExists", SUGGESTION),
    EMPTY_ARRAY_PRINCIPAL("Empty array principal", SUGGESTION),
    EMPTY_ARRAY_RESOURCE("Empty array resource", SUGGESTION),
    EMPTY_OBJECT_CONDITION("Empty object condition", SUGGESTION),
    EMPTY_OBJECT_PRINCIPAL("Empty object principal", SUGGESTION),
    EMPTY_SID_VALUE("Empty Sid value", SUGGESTION),
    EQUIVALENT_TO_NULL_FALSE("Equivalent to null false", SUGGESTION),
    EQUIVALENT_TO_NULL_TRUE("Equivalent to null true", SUGGESTION),
    IMPROVE_IP_RANGE("Improve IP range", SUGGESTION),
    NULL_WITH_QUALIFIER("Null with qualifier", SUGGESTION),
    PRIVATE_IP_ADDRESS_SUBSET("Private IP address subset", SUGGESTION),
    PRIVATE_NOT_IP_ADDRESS_SUBSET("Private NotIpAddress subset", SUGGESTION),
    REDUNDANT_ACTION("Redundant action", SUGGESTION),
    REDUNDANT_CONDITION_VALUE_NUM("Redundant condition value num", SUGGESTION),
    REDUNDANT_RESOURCE("Redundant resource", SUGGESTION),
    REDUNDANT_STATEMENT("Redundant statement", SUGGESTION),
    WILDCARD_IN_SERVICE_NAME("Wildcard in service name", SUGGESTION),
    ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE(
            "Allow with unsupported tag condition key for service", SUGGESTION),
    ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE(
            "Allow NotAction with unsupported tag condition key for service", SUGGESTION),
    RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL("Recommended condition key for service principal", SUGGESTION),
    IRRELEVANT_CONDITION_KEY_IN_POLICY("Irrelevant condition key in policy", SUGGESTION),
    REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION("Redundant key due to wildcard in condition", SUGGESTION),
    REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY("Redundant principal in role trust policy", SUGGESTION),
    REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION("Redundant statement due to wildcard in condition", SUGGESTION),
    CONFIRM_AUDIENCE_CLAIM_TYPE("Confirm audience claim type", SUGGESTION),
    CLAVIGER_ACTION_NOT_ON_RESOURCE("Action does not act on the resource", WARNING),
    CLAVIGER_DENY_WITHOUT_EFFECT("Deny without effect", WARNING),
    CLAVIGER_SCP_ALLOWS_NOTHING("SCP allows nothing", SUGGESTION);

    private static final String OWN = "CLAVIGER_";
    private static final String REFERENCE =
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html";

    private final String title;
    private final FindingType type;
    private final @Nullable String obsolete;

    Check(String title, FindingType type) {
        this(title, type, null);
    }

    Check(String title, FindingType type, @Nullable String obsolete) {
        this.title = title;
        this.type = type;
        this.obsolete = obsolete;
    }

    /** The check's name, for a person. */
    public String title() {
        return title;
    }

    /** How much what it finds matters. */
    public FindingType type() {
        return type;
    }

    /** The code by which programs know it, such as {@code INVALID_ACTION}. */
    public String issueCode() {
        return name();
    }

    /** Why nothing is looked for any more, in one sentence without a full stop; null if something is. */
    public @Nullable String obsolete() {
        return obsolete;
    }

    /** Whether Claviger alone looks for it; a comparison with Access Analyzer leaves it out. */
    public boolean own() {
        return name().startsWith(OWN);
    }

    /** The page of AWS's documentation that explains the check; null if AWS has no such check. */
    public @Nullable String learnMoreLink() {
        String heading = type.category() + '-' + name().toLowerCase(Locale.ROOT).replace('_', '-');
        return own() ? null : REFERENCE + "#access-analyzer-reference-policy-checks-" + heading;
    }
}
