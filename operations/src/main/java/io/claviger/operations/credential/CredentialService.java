package io.claviger.operations.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claviger.operations.gate.Refused;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The services of AWS for which users can have credentials of their own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_api_keys_for_aws_services.html">API keys
 *     for AWS services</a>
 */
enum CredentialService {
    CODECOMMIT("codecommit.amazonaws.com", null),
    CASSANDRA("cassandra.amazonaws.com", null),
    BEDROCK("bedrock.amazonaws.com", "ABSK"),
    LOGS("logs.amazonaws.com", "ACWL"),
    CLOUDWATCH("cloudwatch.amazonaws.com", "APIAACWM"),
    EXTERNAL_ANTHROPIC("aws-external-anthropic.amazonaws.com", "AEAA");

    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9.-]*+");

    private final String fullName;
    private final @Nullable String keyPrefix;

    CredentialService(String fullName, @Nullable String keyPrefix) {
        this.fullName = fullName;
        this.keyPrefix = keyPrefix;
    }

    /**
     * The service of this name, whatever its case.
     *
     * @throws Refused if there is none
     */
    static CredentialService named(String name) {
        if (!FORM.matcher(name).matches()) {
            throw Refused.validation("ServiceName must match [a-zA-Z0-9.-]*");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(service -> service.fullName.equals(lower))
                .findAny()
                .orElseThrow(() -> Refused.noSuchEntity(
                        "No such service " + name + " is supported for Service Specific Credentials"));
    }

    /** Its name in lower case, such as {@code codecommit.amazonaws.com}. */
    String fullName() {
        return fullName;
    }

    /** Whether users show the service one text, an API key, and not a name and a password. */
    boolean takesApiKeys() {
        return keyPrefix != null;
    }

    /** What users show the service to prove who they are: the password, or the API key that it is part of. */
    String secret(String login, String password) {
        return keyPrefix == null
                ? password
                : keyPrefix + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(UTF_8));
    }
}
