package io.claviger.cmdlets.keys;

import io.claviger.powershell.command.SessionValues;
import io.claviger.powershell.value.ErrorRecord;
import io.claviger.powershell.value.TerminatingError;
import io.claviger.profiles.FileKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The shared credentials file and the config file of AWS's command line and SDKs, read through the SDK. If a file is
 * named, it is the only one. They are read once, and again when one of them has changed. Used by the session's thread.
 */
public final class SharedFiles {

    private static final int MAX_BYTES = 1 << 20;
    private static final String LOCATION = "AWS_SHARED_CREDENTIALS_FILE";

    private final Path credentials;
    private final Optional<Path> config;
    private final ProfileFile content;
    private final List<Provider> providers = new ArrayList<>();
    private final Map<String, RefreshedKeys> programs = new HashMap<>();

    private SharedFiles(Path credentials, Optional<Path> config, ProfileFile content) {
        this.credentials = credentials;
        this.config = config;
        this.content = content;
    }

    /**
     * A provider of keys, and what it was made from. Searched in a list: the JDK generates code before it first hashes
     * a record.
     */
    private record Provider(Object key, AwsCredentialsProvider keys) {}

    /** The files as the session has read them. */
    private static final class Read implements AutoCloseable {

        private static final int KEPT = 8;

        private final Map<String, SharedFiles> files = new LinkedHashMap<>();

        /** What was read of files that look like this, or reads them now. */
        SharedFiles of(String look, Supplier<SharedFiles> reading) {
            if (files.size() >= KEPT && !files.containsKey(look)) {
                close();
            }
            return files.computeIfAbsent(look, _ -> reading.get());
        }

        @Override
        public void close() {
            files.clear();
        }
    }

    /**
     * The files of a session.
     *
     * @param named the only file to use, if it is named
     * @throws TerminatingError if a file exists and cannot be read
     */
    public static SharedFiles of(SessionValues session, Optional<String> named) {
        Optional<String> location = named.filter(one -> !one.isEmpty());
        Path credentials =
                location.map(one -> path(session, one)).orElseGet(() -> path(session, LOCATION, "credentials"));
        Optional<Path> config =
                location.isPresent() ? Optional.empty() : Optional.of(path(session, "AWS_CONFIG_FILE", "config"));
        String look = look(credentials) + config.map(SharedFiles::look).orElse("");
        return session.part(Read.class, Read::new).of(look, () -> read(credentials, config));
    }

    private static Path path(SessionValues session, String variable, String name) {
        String given = session.environment().getOrDefault(variable, "");
        return given.isEmpty() ? session.home().resolve(".aws").resolve(name) : path(session, given);
    }

    /** A path in which a tilde is the home folder, as in a shell. */
    private static Path path(SessionValues session, String given) {
        return given.startsWith("~/")
                ? session.home().resolve(given.substring(2))
                : session.folder().resolve(given);
    }

    /** A file's path, size and time, which change when the file does. */
    private static String look(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            long changed = now.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            return file + " " + now.fileKey() + " " + now.size() + " " + changed + "\n";
        } catch (IOException _) {
            return file + "\n";
        }
    }

    private static SharedFiles read(Path credentials, Optional<Path> config) {
        ProfileFile.Aggregator both = ProfileFile.aggregator();
        read(credentials, ProfileFile.Type.CREDENTIALS).ifPresent(both::addFile);
        config.flatMap(file -> read(file, ProfileFile.Type.CONFIGURATION)).ifPresent(both::addFile);
        return new SharedFiles(credentials, config, both.build());
    }

    private static Optional<ProfileFile> read(Path file, ProfileFile.Type type) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ProfileFile.builder().content(text(file)).type(type).build());
        } catch (RuntimeException | IOException e) {
            throw new TerminatingError(
                    ErrorRecord.argument("The profiles in '" + file + "' cannot be read: " + KeyErrors.reason(e)));
        }
    }

    /**
     * A file's text. Bytes that are not UTF-8 occur in comments and are replaced; a byte order mark is dropped. A
     * comment may be indented, as for aws-cli; the SDK would take it for a setting.
     */
    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is longer than 1 MiB.");
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return withoutIndentedRemarks(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }

    /** Empties the lines of indented comments, so that other lines keep their numbers. */
    private static String withoutIndentedRemarks(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int start = 0; start < text.length(); ) {
            int next = text.indexOf('\n', start);
            int end = next < 0 ? text.length() : next;
            int at = start;
            while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
            boolean remark = at > start && at < end && (text.charAt(at) == '#' || text.charAt(at) == ';');
            kept.append(text, remark ? end : start, next < 0 ? end : end + 1);
            start = end + 1;
        }
        return kept.toString();
    }

    /** The file that new profiles are written to. */
    public Path credentials() {
        return credentials;
    }

    /** The files, each with its kind, whether they exist or not; the one for new profiles first. */
    public Map<Path, FileKind> editable() {
        Map<Path, FileKind> all = new LinkedHashMap<>();
        all.put(credentials, FileKind.CREDENTIALS);
        config.ifPresent(file -> all.put(file, FileKind.CONFIG));
        return all;
    }

    /** The profiles' names. */
    public List<String> names() {
        return content.profiles().keySet().stream().sorted().toList();
    }

    /** A profile's settings. Their names are in lower case, as aws-cli reads them. */
    public Optional<Map<String, String>> profile(String name) {
        return content.profile(name).map(profile -> {
            Map<String, String> settings = new LinkedHashMap<>();
            profile.properties().forEach((key, value) -> settings.put(key.toLowerCase(Locale.ROOT), value));
            return settings;
        });
    }

    /** A profile's setting that is not empty. */
    public Optional<String> setting(String profile, String key) {
        return profile(profile).map(one -> one.getOrDefault(key, "")).filter(value -> !value.isEmpty());
    }

    /**
     * The address of a service in a section {@code [services NAME]} of the config file.
     *
     * @param section the section's name
     * @param service {@code IAM} or {@code STS}
     * @throws TerminatingError when there is no such section
     */
    Optional<String> endpoint(String section, String service) {
        Profile services = content.getSection("services", section)
                .orElseThrow(() -> KeyErrors.of("The section [services " + section
                        + "], which a profile names, could not" + " be found in " + config.orElse(credentials) + "."));
        String address = "";
        for (Map.Entry<String, String> block : services.properties().entrySet()) {
            if (block.getKey().equalsIgnoreCase(service)) {
                for (String line : block.getValue().split("\n", -1)) {
                    int equals = line.indexOf('=');
                    if (equals >= 0 && line.substring(0, equals).strip().equalsIgnoreCase("endpoint_url")) {
                        address = line.substring(equals + 1).strip();
                    }
                }
            }
        }
        return Optional.of(address).filter(one -> !one.isEmpty());
    }

    /** The keys of a profile's program, which is run once for all who need them. */
    RefreshedKeys program(String profile, Supplier<RefreshedKeys> make) {
        return programs.computeIfAbsent(profile, _ -> make.get());
    }

    /** A provider of keys, made once as long as the files do not change. */
    AwsCredentialsProvider provider(Object key, Supplier<AwsCredentialsProvider> make) {
        for (Provider provider : providers) {
            if (provider.key().equals(key)) {
                return provider.keys();
            }
        }
        AwsCredentialsProvider made = make.get();
        providers.add(new Provider(key, made));
        return made;
    }
}
