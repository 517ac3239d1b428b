package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.keys.Endpoint;
import io.claviger.cmdlets.keys.KeyErrors;
import io.claviger.cmdlets.keys.SharedFiles;
import io.claviger.powershell.command.CmdletContext;
import io.claviger.profiles.FileKind;
import io.claviger.profiles.ProfileFile;
import io.claviger.profiles.ProfileSettings;
import io.claviger.profiles.ProfileText;
import io.claviger.profiles.UnusableProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes profiles to the session's shared files. */
final class ProfileStore {

    // The settings about keys: a profile loses all of these when it is stored again.
    private static final Set<String> WHOSE_KEYS = Set.of(
            "aws_access_key_id",
            "aws_secret_access_key",
            "aws_session_token",
            "aws_security_token",
            "aws_account_id",
            "role_arn",
            "source_profile",
            "credential_source",
            "external_id",
            "mfa_serial",
            "role_session_name",
            "duration_seconds",
            "web_identity_token_file",
            "credential_process",
            "sso_session",
            "sso_account_id",
            "sso_role_name",
            "sso_start_url",
            "sso_region",
            "sso_registration_scopes",
            "login_session");

    private final Optional<String> location;
    private final CmdletContext context;

    ProfileStore(Optional<String> location, CmdletContext context) {
        this.location = location;
        this.context = context;
    }

    private SharedFiles files() {
        return SharedFiles.of(context.session(), location);
    }

    /**
     * Stores a profile with these settings. If there is one with this name, only its settings that are not about keys
     * stay.
     */
    void store(String name, ProfileSettings settings) {
        Set<String> replaced = new HashSet<>(WHOSE_KEYS);
        // If the keys' server is known, settings for another server must not send the keys there.
        if (settings.has("endpoint_url")) {
            replaced.addAll(Endpoint.SETTINGS);
        }
        Set<String> stale = new HashSet<>(replaced);
        stale.removeAll(settings.values().keySet());
        SharedFiles files = files();
        UnaryOperator<ProfileText> clearing = text -> text.without(name, replaced);
        List<Path> configs = new ArrayList<>();
        files.editable().forEach((path, kind) -> {
            if (kind == FileKind.CONFIG && exists(path, kind, name)) {
                check(path, kind, clearing);
                configs.add(path);
            }
        });
        edit(
                files.credentials(),
                FileKind.CREDENTIALS,
                text -> once(text, name, settings).with(name, settings.values()).without(name, stale));
        configs.forEach(path -> edit(path, FileKind.CONFIG, clearing));
        context.writeVerbose("Updated shared credentials file at " + files.credentials());
    }

    /** The text without those of these settings that it has more than once, so that they can be written once. */
    private static ProfileText once(ProfileText text, String name, ProfileSettings settings) {
        Set<String> repeated = new HashSet<>(text.repeated(name));
        repeated.retainAll(settings.values().keySet());
        return text.without(name, repeated);
    }

    /** Removes a profile. Returns whether there was one. */
    boolean remove(String name) {
        boolean removed = false;
        for (Map.Entry<Path, FileKind> file : files().editable().entrySet()) {
            if (exists(file.getKey(), file.getValue(), name)) {
                removed |= edit(file.getKey(), file.getValue(), text -> text.withoutProfile(name));
            }
        }
        return removed;
    }

    /** Whether there is such a profile. */
    boolean has(String name) {
        return files().editable().entrySet().stream().anyMatch(file -> exists(file.getKey(), file.getValue(), name));
    }

    /** The file that a profile is in; the one for new profiles if it is in both. */
    Path place(String name) {
        SharedFiles files = files();
        return files.editable().entrySet().stream()
                .filter(file -> exists(file.getKey(), file.getValue(), name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(files.credentials());
    }

    private static boolean exists(Path file, FileKind kind, String name) {
        try {
            return new ProfileFile(file, kind).read().profiles().contains(name);
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (UnusableProfile e) {
            throw KeyErrors.argument(String.valueOf(e.getMessage()));
        }
    }

    private static void check(Path file, FileKind kind, UnaryOperator<ProfileText> edit) {
        try {
            new ProfileFile(file, kind).check(edit);
        } catch (UnusableProfile e) {
            throw KeyErrors.argument(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static boolean edit(Path file, FileKind kind, UnaryOperator<ProfileText> edit) {
        try {
            return new ProfileFile(file, kind).edit(edit);
        } catch (UnusableProfile e) {
            throw KeyErrors.argument(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static RuntimeException unreadable(Path file, IOException e) {
        return KeyErrors.of("The profiles in '" + file + "' cannot be read or written: " + KeyErrors.reason(e));
    }
}
