package io.claviger.cmdlets.keys;

import io.claviger.cmdlets.http.ClientSettings;
import io.claviger.powershell.command.Prompts;
import io.claviger.powershell.command.SessionValues;
import io.claviger.profiles.ProfileSettings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The keys of profiles. A profile names, in the order of the SDKs: a role, a program, SSO, or the keys themselves. They
 * are kept as long as the files and the variables that they depend on do not change.
 */
public final class ProfileKeys {

    private static final int LONGEST_CHAIN = 16;
    private static final String ID = "aws_access_key_id";

    private static final List<String> ADDRESSES = List.of(
            "AWS_ENDPOINT_URL",
            "AWS_ENDPOINT_URL_STS",
            "AWS_CA_BUNDLE",
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "AWS_REGION");
    private static final List<String> ROLE =
            List.of("AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_SESSION_NAME");
    private static final List<String> SOURCES = List.of(
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "AWS_CONTAINER_SERVICE_ENDPOINT",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
            "AWS_EC2_METADATA_SERVICE_ENDPOINT",
            "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE",
            "AWS_EC2_METADATA_DISABLED");

    private final SharedFiles files;
    private final SessionValues session;
    private final DeviceCodePrompt asker;
    private final AssumedRoles roles;

    /**
     * The keys of the profiles in these files.
     *
     * @param asked asks for an MFA code; if empty, profiles that need one have no keys, nor have those that would need
     *     to run a program
     */
    public ProfileKeys(SharedFiles files, SessionValues session, Optional<Prompts> asked) {
        this.files = files;
        this.session = session;
        asker = new DeviceCodePrompt(asked);
        roles = new AssumedRoles(files, session, asker);
    }

    /** What keys depend on besides the files. */
    private record CacheKey(String profile, ClientSettings settings, Map<String, String> environment, boolean asks) {

        @Override
        public String toString() {
            return "CacheKey[" + profile + "]";
        }
    }

    /**
     * The keys of a profile, obtained when they are first needed.
     *
     * @throws io.claviger.powershell.value.TerminatingError if there is no such profile, or it has no keys
     */
    public AwsCredentialsProvider of(String name) {
        settings(name);
        Map<String, String> variables = variables(ADDRESSES);
        if (hasSource(name)) {
            variables.putAll(variables(SOURCES));
        }
        return cached(name, variables, () -> inChain(name, new HashSet<>()));
    }

    /**
     * The keys of the role that the environment names, with the token in a file that it names, as <a
     * href="https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html">EKS</a> sets both.
     */
    public Optional<AwsCredentialsProvider> ofEnvironment() {
        Map<String, String> variables = variables(ROLE);
        String role = variables.getOrDefault("AWS_ROLE_ARN", "");
        String token = variables.getOrDefault("AWS_WEB_IDENTITY_TOKEN_FILE", "");
        if (role.isEmpty() || token.isEmpty()) {
            return Optional.empty();
        }
        String name = variables.getOrDefault("AWS_ROLE_SESSION_NAME", "");
        ProfileSettings settings = ProfileSettings.NONE
                .with("role_arn", role)
                .with("web_identity_token_file", token)
                .with("role_session_name", name);
        variables.putAll(variables(ADDRESSES));
        return Optional.of(cached("", variables, () -> role("", settings, new HashSet<>())));
    }

    private AwsCredentialsProvider cached(
            String profile, Map<String, String> variables, Supplier<AwsCredentialsProvider> make) {
        return files.provider(
                new CacheKey(profile, ClientSettings.of(session.environment()), variables, asker.asks()), make);
    }

    private Map<String, String> variables(List<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        names.forEach(name -> values.put(name, session.environment().getOrDefault(name, "")));
        return values;
    }

    /** Whether a profile, or one that it is based on, takes the machine's keys. */
    private boolean hasSource(String name) {
        Set<String> above = new HashSet<>();
        for (String at = name;
                above.add(at);
                at = files.setting(at, "source_profile").orElse(at)) {
            if (files.setting(at, "credential_source").isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The keys of a role that is not in a profile.
     *
     * @param settings the settings that its profile would have
     * @throws io.claviger.powershell.value.TerminatingError if they do not say whose keys it is assumed with
     */
    public AwsCredentialsProvider ofRole(ProfileSettings settings) {
        return role("", settings, new HashSet<>());
    }

    private ProfileSettings settings(String name) {
        return files.profile(name)
                .orElseThrow(() ->
                        KeyErrors.of("The profile '" + name + "' could not be found in " + files.credentials() + "."));
    }

    private AwsCredentialsProvider inChain(String name, Set<String> above) {
        ProfileSettings settings = settings(name);
        // A role may name its own profile as its source: the keys in it are meant then, not the role again.
        boolean keysOnly = !above.add(name);
        if (keysOnly && !settings.has(ID)) {
            throw KeyErrors.of("The profile '" + name + "' is its own source_profile.");
        }
        if (above.size() > LONGEST_CHAIN) {
            throw KeyErrors.of("The chain of source_profile that leads to '" + name + "' is longer than "
                    + LONGEST_CHAIN + " profiles.");
        }
        if (!keysOnly && settings.has("role_arn")) {
            return role(name, settings, above);
        }
        // The other settings of SSO may stand beside keys: they are then for other programs.
        refuseSso(name, settings, "sso_account_id", "sso_role_name");
        return keys(name, settings).or(() -> program(name, settings)).orElseThrow(() -> none(name, settings));
    }

    private static void refuseSso(String name, ProfileSettings settings, String... keys) {
        for (String key : keys) {
            if (settings.has(key)) {
                throw KeyErrors.of("The profile '" + name + "' signs in with SSO (" + key
                        + "), for which the AWS SDK's module sso would be needed; it is not part of this program."
                        + " Store the keys that 'aws configure export-credentials' shows.");
            }
        }
    }

    private Optional<AwsCredentialsProvider> keys(String name, ProfileSettings settings) {
        return settings.value(ID)
                .map(id -> StaticKeys.of(
                        id,
                        settings.value("aws_secret_access_key")
                                .orElseThrow(
                                        () -> KeyErrors.of("The profile '" + name + "' has no aws_secret_access_key.")),
                        // The older name, which aws-cli prefers.
                        settings.value("aws_security_token").or(() -> settings.value("aws_session_token"))));
    }

    private Optional<AwsCredentialsProvider> program(String name, ProfileSettings settings) {
        if (settings.has("login_session")) {
            return Optional.empty();
        }
        // A line end parts words, as a blank does.
        return settings.value("credential_process")
                .map(line -> line.replace('\n', ' '))
                .map(line -> {
                    RefreshedKeys keys = files.program(
                            name, () -> new RefreshedKeys(new ProgramKeys(name, line, session), session.clock()));
                    return asker.asks() ? keys : new CachedKeys(keys, "the profile '" + name + "'");
                });
    }

    private RuntimeException none(String name, ProfileSettings settings) {
        if (settings.has("login_session")) {
            return KeyErrors.of("The profile '" + name + "' signs in with the console (login_session), for which the"
                    + " AWS SDK's module signin would be needed; it is not part of this program.");
        }
        refuseSso(name, settings, "sso_session", "sso_start_url");
        return KeyErrors.of("The profile '" + name + "' has no credentials in " + files.credentials() + ".");
    }

    private AwsCredentialsProvider role(String name, ProfileSettings settings, Set<String> above) {
        String source = settings.value("source_profile").orElse("");
        String token = settings.value("web_identity_token_file").orElse("");
        String from = settings.value("credential_source").orElse("");
        if (!source.isEmpty() && !from.isEmpty()) {
            throw KeyErrors.of("The profile '" + name + "' has both source_profile and credential_source.");
        }
        if (!token.isEmpty()) {
            return roles.byToken(name, settings, session.folder().resolve(token));
        }
        if (!source.isEmpty()) {
            return roles.byKeys(name, settings, inChain(source, above));
        }
        return roles.byKeys(
                name,
                settings,
                MachineKeys.named(from, session)
                        .orElseThrow(() -> KeyErrors.of("The profile '" + name + "' has a role_arn, but neither"
                                + " source_profile, credential_source nor web_identity_token_file that can be used.")));
    }
}
