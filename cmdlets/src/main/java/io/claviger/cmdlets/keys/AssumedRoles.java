package io.claviger.cmdlets.keys;

import io.claviger.cmdlets.http.ClientSettings;
import io.claviger.cmdlets.http.StoppableCalls;
import io.claviger.powershell.command.SessionValues;
import io.claviger.profiles.ProfileSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleWithWebIdentityCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * Assumes the roles of profiles, with the SDK's own classes. The endpoint of STS is found as for every other call: in
 * the role's profile, else in the profile whose keys sign.
 */
final class AssumedRoles {

    private static final String DEFAULT_REGION = "us-east-1";

    private final SharedFiles files;
    private final SessionValues session;
    private final DeviceCodePrompt asker;

    AssumedRoles(SharedFiles files, SessionValues session, DeviceCodePrompt asker) {
        this.files = files;
        this.session = session;
        this.asker = asker;
    }

    /** The keys of a role, assumed with a token in a file, which is read each time. */
    AwsCredentialsProvider byToken(String name, ProfileSettings settings, Path token) {
        Endpoint place = place(name, settings);
        return new RoleKeys(
                StsAssumeRoleWithWebIdentityCredentialsProvider.builder()
                        .stsClient(sts(place, name, settings, AnonymousCredentialsProvider.create()))
                        .refreshRequest(builder -> builder.roleArn(
                                        settings.value("role_arn").orElse(""))
                                .roleSessionName(sessionName(settings))
                                .webIdentityToken(TokenFile.read(token)))
                        .build(),
                whose(name, settings),
                place);
    }

    /**
     * The keys of a role, assumed with keys.
     *
     * @param name the role's profile; empty if it has none
     */
    AwsCredentialsProvider byKeys(String name, ProfileSettings settings, AwsCredentialsProvider keys) {
        Endpoint place = place(name, settings);
        return new RoleKeys(
                StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(sts(place, name, settings, keys))
                        .refreshRequest(() -> request(settings))
                        .build(),
                whose(name, settings),
                place);
    }

    private static String whose(String name, ProfileSettings settings) {
        return name.isEmpty() ? "the role " + settings.value("role_arn").orElse("") : "the profile '" + name + "'";
    }

    private AssumeRoleRequest request(ProfileSettings settings) {
        AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                .roleArn(settings.value("role_arn").orElse(""))
                .roleSessionName(sessionName(settings));
        settings.value("external_id").ifPresent(request::externalId);
        settings.value("duration_seconds")
                .filter(seconds -> seconds.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .ifPresent(request::durationSeconds);
        settings.value("mfa_serial")
                .ifPresent(serial -> request.serialNumber(serial).tokenCode(asker.code()));
        return request.build();
    }

    private String sessionName(ProfileSettings settings) {
        return settings.value("role_session_name")
                .orElseGet(() -> "claviger-" + session.clock().millis());
    }

    private StsClient sts(Endpoint place, String name, ProfileSettings role, AwsCredentialsProvider keys) {
        ClientSettings settings = ClientSettings.of(session.environment());
        StsClientBuilder builder = StsClient.builder()
                .httpClient(StoppableCalls.of(session)
                        .through(settings.http(
                                place.endpoint().map(URI::getScheme).orElse("https"), place.trust())))
                .region(Region.of(region(name, role.value("source_profile").orElse(""))))
                .credentialsProvider(keys);
        settings.applyTo(builder, place.endpoint());
        return builder.build();
    }

    private String region(String name, String source) {
        for (String profile : new String[] {name, source}) {
            Optional<String> written = files.setting(profile, "region");
            if (written.isPresent()) {
                return Endpoint.requireRegion(written.get(), "the profile '" + profile + "'");
            }
        }
        String environment = session.environment().getOrDefault("AWS_REGION", "");
        return environment.isEmpty() ? DEFAULT_REGION : Endpoint.requireRegion(environment, "the environment");
    }

    private Endpoint place(String name, ProfileSettings settings) {
        String profile = name.isEmpty() ? settings.value("source_profile").orElse("") : name;
        return Endpoint.of(Optional.empty(), session, ProfileSettings.NONE, files, profile, "STS");
    }
}
