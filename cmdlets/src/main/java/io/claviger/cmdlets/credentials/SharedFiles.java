package io.claviger.cmdlets.credentials;

import io.claviger.cmdlets.command.SessionState;
import io.claviger.cmdlets.value.ErrorRecord;
import io.claviger.cmdlets.value.TerminatingError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The shared credentials file and the config file of AWS's command line and SDKs, read through the SDK. A file that was
 * named is searched alone.
 *
 * @param credentials the file that new profiles are written to
 */
record SharedFiles(Path credentials, ProfileFile content) {

    /** The files of a session. */
    static SharedFiles of(SessionState session, Optional<String> location) {
        Path home = session.home();
        Path credentials = location.map(one -> session.folder().resolve(one))
                .orElseGet(() -> Optional.ofNullable(session.environment().get("AWS_SHARED_CREDENTIALS_FILE"))
                        .map(one -> session.folder().resolve(one))
                        .orElse(home.resolve(".aws").resolve("credentials")));
        Path config = Optional.ofNullable(session.environment().get("AWS_CONFIG_FILE"))
                .map(one -> session.folder().resolve(one))
                .orElse(home.resolve(".aws").resolve("config"));
        ProfileFile.Aggregator both = ProfileFile.aggregator();
        read(credentials, ProfileFile.Type.CREDENTIALS).ifPresent(both::addFile);
        if (location.isEmpty()) {
            read(config, ProfileFile.Type.CONFIGURATION).ifPresent(both::addFile);
        }
        return new SharedFiles(credentials, both.build());
    }

    private static Optional<ProfileFile> read(Path file, ProfileFile.Type type) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ProfileFile.builder().content(file).type(type).build());
        } catch (RuntimeException e) {
            throw new TerminatingError(
                    ErrorRecord.argument("The profiles in '" + file + "' cannot be read: " + e.getMessage()));
        }
    }

    /** The profiles' names. */
    List<String> names() {
        return content.profiles().keySet().stream().sorted().toList();
    }

    /** A profile. */
    Optional<Profile> profile(String name) {
        return content.profile(name);
    }
}
