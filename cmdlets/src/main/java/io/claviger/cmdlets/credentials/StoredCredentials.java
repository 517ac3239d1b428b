package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.keys.Endpoint;
import io.claviger.cmdlets.keys.StaticKeys;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.View;
import io.claviger.profiles.ProfileSettings;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials as objects of the pipeline. The keys are attached, and not properties, so they are never printed. */
final class StoredCredentials {

    static final String VARIABLE = "StoredAWSCredentials";

    private static final ObjectType TYPE = ObjectType.viewed(
            "Amazon.PowerShell.Common.AWSPSCredentials", View.ofProperties(List.of("Name", "SourceType")));

    /**
     * Keys, and where they come from.
     *
     * @param profile their profile; empty if they have none
     * @param location the file that was named for the profile
     * @param settings the settings of a profile with these keys
     */
    record Source(AwsCredentialsProvider keys, String profile, Optional<String> location, ProfileSettings settings) {

        /** The same keys, for one server. */
        Source at(String url) {
            return new Source(
                    keys, profile, location, settings.without(Endpoint.SETTINGS).with("endpoint_url", url));
        }

        @Override
        public String toString() {
            return "Source[" + profile + "]";
        }
    }

    private StoredCredentials() {}

    /** The server that issued the keys in a response, as a profile's settings. The keys are valid only there. */
    record Issuer(ProfileSettings settings) {}

    /** Keys without a profile. */
    static Source source(String id, String secret, Optional<String> token) {
        return source(id, secret, token, ProfileSettings.NONE);
    }

    private static Source source(String id, String secret, Optional<String> token, ProfileSettings place) {
        ProfileSettings settings = place.with("aws_access_key_id", id).with("aws_secret_access_key", secret);
        return new Source(
                StaticKeys.of(id, secret, token),
                "",
                Optional.empty(),
                token.map(one -> settings.with("aws_session_token", one)).orElse(settings));
    }

    /** The object with these keys attached. */
    static ShellObject object(Source source, String kind) {
        return new ShellObject(TYPE)
                .with("Name", source.profile())
                .with("SourceType", kind)
                .carrying(source);
    }

    /** Whether an object has keys, attached or as properties. */
    static boolean is(ShellObject object) {
        return of(object).isPresent();
    }

    /** The keys of an object: attached ones, or the properties that STS's responses have. */
    static Optional<Source> of(ShellObject object) {
        if (object.carried(Source.class).isPresent()) {
            return object.carried(Source.class);
        }
        Object id = object.get("AccessKeyId");
        Object secret = object.get("SecretAccessKey");
        Object token = object.get("SessionToken");
        return id == null || secret == null
                ? Optional.empty()
                : Optional.of(source(
                        Text.of(id),
                        Text.of(secret),
                        Optional.ofNullable(token).map(Text::of),
                        object.carried(Issuer.class).map(Issuer::settings).orElse(ProfileSettings.NONE)));
    }

    /** Attaches to the keys in a response who issued them. */
    static void mark(ShellObject answer, Issuer giver) {
        for (String name : answer.names()) {
            if (answer.get(name) instanceof ShellObject member && is(member)) {
                member.carrying(giver);
            }
        }
    }
}
