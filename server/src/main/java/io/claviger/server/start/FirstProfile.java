package io.claviger.server.start;

import io.claviger.operations.account.SignUp.GivenKey;
import io.claviger.profiles.FileKind;
import io.claviger.profiles.ProfileFile;
import io.claviger.profiles.ProfileText;
import io.claviger.profiles.UnusableProfile;
import io.claviger.server.command.Misused;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.composition.FirstStart;
import io.claviger.server.composition.Settings;
import io.claviger.storage.FileTrouble;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The profile of AWS's shared files as which the first start stores the administrator's key, for the clients of the
 * person who starts it.
 *
 * @param certificates those that clients must be made to trust
 */
public record FirstProfile(String name, ProfileFile credentials, ProfileFile config, Optional<Path> certificates) {

    private static final String KEY_ID = "aws_access_key_id";
    private static final String SECRET = "aws_secret_access_key";

    /** What became of the key. */
    public sealed interface Kept {

        /** Nobody asked for a profile. */
        record Unasked() implements Kept {}

        /** It is stored. */
        record Stored(String name, Path file) implements Kept {}

        /** It could not be stored, and has to be shown. */
        record Failed(String name, String reason) implements Kept {}

        /** An earlier start stored it, or somebody stored another key that works. */
        record ThereAlready(String name, Path file) implements Kept {}

        /** The account was there; nobody knows the key's secret any more. */
        record TooLate(String name) implements Kept {}
    }

    /**
     * The profile that {@code --store-as} names.
     *
     * @throws Misused when no profile can have that name, or nobody's files are known
     */
    public static FirstProfile of(String name, Surroundings system, Optional<Path> certificates) {
        try {
            ProfileText.parse(FileKind.CREDENTIALS, "").with(name, Map.of());
        } catch (UnusableProfile e) {
            throw new Misused("--store-as: " + e.getMessage());
        }
        return new FirstProfile(
                name,
                new ProfileFile(file(system, "AWS_SHARED_CREDENTIALS_FILE", "credentials"), FileKind.CREDENTIALS),
                new ProfileFile(file(system, "AWS_CONFIG_FILE", "config"), FileKind.CONFIG),
                certificates);
    }

    private static Path file(Surroundings system, String variable, String name) {
        return system.variable(variable)
                .map(Path::of)
                .or(() -> system.variable("HOME").map(home -> Path.of(home, ".aws", name)))
                .orElseThrow(() -> new Misused("--store-as needs HOME, or " + variable));
    }

    /**
     * Refuses when there is such a profile: it may hold the only copy of a key. One that holds the given key loses nothing.
     *
     * @throws UnusableSetting then, and when the files cannot be read
     */
    public void mustBeFree(Optional<GivenKey> given) {
        if (given.filter(this::holds).isPresent()) {
            return;
        }
        for (ProfileFile file : new ProfileFile[] {credentials, config}) {
            try {
                if (file.read().profiles().contains(name)) {
                    throw new UnusableSetting("there is a profile " + name + " in " + file.file()
                            + " already: give --store-as another name, or remove that one with ./claviger"
                            + " Remove-AWSCredentialProfile -ProfileName " + name);
                }
            } catch (IOException e) {
                throw new UnusableSetting(
                        "--store-as cannot read " + file.file() + ": " + FileTrouble.reason(e, file.file()));
            } catch (UnusableProfile e) {
                throw new UnusableSetting("--store-as cannot read " + file.file() + ": " + e.getMessage());
            }
        }
    }

    private boolean holds(GivenKey key) {
        Map<String, String> settings = settings();
        return key.accessKeyId().equals(settings.get(KEY_ID))
                && key.secretAccessKey().equals(settings.get(SECRET));
    }

    /** Those of the profile; none if it cannot be read. */
    private Map<String, String> settings() {
        try {
            ProfileText text = credentials.read();
            return text.profiles().contains(name) ? text.settings(name) : Map.of();
        } catch (IOException | UnusableProfile e) {
            return Map.of();
        }
    }

    /**
     * What there is of the key of an account that is not new.
     *
     * @param isKey whether an access key of this ID may be used
     */
    Kept ofAnEarlierStart(Predicate<String> isKey) {
        return Optional.ofNullable(settings().get(KEY_ID)).filter(isKey).isPresent()
                ? new Kept.ThereAlready(name, credentials.file())
                : new Kept.TooLate(name);
    }

    /** Stores the key of an account that is new. What goes wrong is reported and never costs the key. */
    Kept store(FirstStart.Outcome.Created created, Settings server, URI endpoint) {
        Optional<String> secret = Optional.ofNullable(created.madeSecret())
                .or(() -> server.firstStart().administratorKey().map(GivenKey::secretAccessKey));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(KEY_ID, created.accessKeyId());
        secret.ifPresent(value -> settings.put(SECRET, value));
        settings.put("region", server.homeRegion());
        settings.put("endpoint_url", endpoint.toString());
        certificates.ifPresent(
                file -> settings.put("ca_bundle", file.toAbsolutePath().toString()));
        try {
            mustBeFree(server.firstStart().administratorKey());
            credentials.edit(text -> text.with(name, settings));
            return new Kept.Stored(name, credentials.file());
        } catch (IOException e) {
            return new Kept.Failed(name, credentials.file() + ": " + FileTrouble.reason(e, credentials.file()));
        } catch (UnusableProfile | UnusableSetting e) {
            return new Kept.Failed(name, String.valueOf(e.getMessage()));
        }
    }

    /** Removes it again: no account was made. */
    void remove() {
        try {
            credentials.edit(text -> text.withoutProfile(name));
        } catch (IOException e) {
            throw unremoved(FileTrouble.reason(e, credentials.file()));
        } catch (UnusableProfile e) {
            throw unremoved(String.valueOf(e.getMessage()));
        }
    }

    private UnusableSetting unremoved(String reason) {
        return new UnusableSetting("the profile " + name + " in " + credentials.file()
                + " has a key that is of no use, and cannot be removed: " + reason);
    }
}
