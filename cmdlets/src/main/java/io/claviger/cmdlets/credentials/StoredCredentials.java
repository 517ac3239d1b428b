package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.keys.HeldKeys;
import io.claviger.cmdlets.keys.Place;
import io.claviger.powershell.value.ObjectType;
import io.claviger.powershell.value.ShellObject;
import io.claviger.powershell.value.Text;
import io.claviger.powershell.value.View;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials as objects of the pipeline. They carry their keys; none is a property, so none is printed. */
final class StoredCredentials {

    static final String VARIABLE = "StoredAWSCredentials";

    private static final ObjectType TYPE = ObjectType.viewed(
            "Amazon.PowerShell.Common.AWSPSCredentials", View.ofProperties(List.of("Name", "SourceType")));

    /**
     * Keys, and where they are from.
     *
     * @param profile the profile that they are of, empty when they are of none
     * @param location the file that was named for it
     * @param settings what a profile with these keys says
     */
    record Source(
            AwsCredentialsProvider keys, String profile, Optional<String> location, Map<String, String> settings) {

        Source {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }

        /** The same keys, of a server. */
        Source at(String url) {
            Map<String, String> others = new LinkedHashMap<>(settings);
            others.put("endpoint_url", url);
            others.keySet().removeIf(key -> Place.SETTINGS.contains(key) && !key.equals("endpoint_url"));
            return new Source(keys, profile, location, others);
        }

        @Override
        public String toString() {
            return "Source[" + profile + "]";
        }
    }

    private StoredCredentials() {}

    /** Where a server's answer has its keys from: with them goes where they are good. */
    record Giver(Map<String, String> settings) {

        Giver {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }
    }

    /** Keys in the hand, of no profile. */
    static Source source(String id, String secret, Optional<String> token) {
        return source(id, secret, token, Map.of());
    }

    private static Source source(String id, String secret, Optional<String> token, Map<String, String> place) {
        Map<String, String> settings = new LinkedHashMap<>(place);
        settings.put("aws_access_key_id", id);
        settings.put("aws_secret_access_key", secret);
        token.ifPresent(one -> settings.put("aws_session_token", one));
        return new Source(HeldKeys.of(id, secret, token), "", Optional.empty(), settings);
    }

    /** The object that carries keys. */
    static ShellObject object(Source source, String kind) {
        return new ShellObject(TYPE)
                .with("Name", source.profile())
                .with("SourceType", kind)
                .carrying(source);
    }

    /** Whether an object is or has keys. */
    static boolean is(ShellObject object) {
        return of(object).isPresent();
    }

    /** The keys of an object: those that it carries, or those that STS's answers have as properties. */
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
                        object.carried(Giver.class).map(Giver::settings).orElse(Map.of())));
    }

    /** Lets the keys in an answer carry who gave them. */
    static void mark(ShellObject answer, Giver giver) {
        for (String name : answer.names()) {
            if (answer.get(name) instanceof ShellObject member && is(member)) {
                member.carrying(giver);
            }
        }
    }
}
