package io.claviger.server.declared;

import io.claviger.operations.account.SignUp.GivenKey;
import io.claviger.server.command.Surroundings;
import io.claviger.server.command.UnusableSetting;
import io.claviger.server.declared.Declaration.AccessKey;
import io.claviger.server.declared.Declaration.Group;
import io.claviger.server.declared.Declaration.OidcProvider;
import io.claviger.server.declared.Declaration.Policy;
import io.claviger.server.declared.Declaration.Rights;
import io.claviger.server.declared.Declaration.Role;
import io.claviger.server.declared.Declaration.SamlProvider;
import io.claviger.server.declared.Declaration.TokenFile;
import io.claviger.server.declared.Declaration.User;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads what is declared in a file of YAML or JSON.
 *
 * @param system whose variables may hold secrets
 */
public record DeclarationFile(Path file, Surroundings system) {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern PATH = Pattern.compile("/|/[!-~]+/");
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{2,5}");

    /**
     * What is declared.
     *
     * @throws UnusableSetting if it cannot be read; the message names the line
     */
    public Declaration read() {
        Entry all = Entry.in(file)
                .only(
                        "account",
                        "prune",
                        "policies",
                        "groups",
                        "users",
                        "roles",
                        "oidc_providers",
                        "saml_providers",
                        "hardware_tokens");
        return new Declaration(
                all.text("account", ACCOUNT, "12 digits in quotes, such as \"123456789012\""),
                all.isTrue("prune"),
                each(all, "policies", DeclarationFile::policy, Policy::name),
                each(all, "groups", DeclarationFile::group, Group::name),
                each(all, "users", this::user, User::name),
                each(all, "roles", DeclarationFile::role, Role::name),
                each(all, "oidc_providers", DeclarationFile::oidcProvider, OidcProvider::url),
                each(all, "saml_providers", DeclarationFile::samlProvider, SamlProvider::name),
                tokenFiles(all));
    }

    private static <T> List<T> each(Entry all, String kind, Function<Entry, T> reader, Function<T, String> name) {
        Set<String> names = new HashSet<>();
        return all.entries(kind).stream()
                .map(entry -> {
                    T read = reader.apply(entry);
                    if (!names.add(name.apply(read).toLowerCase(Locale.ROOT))) {
                        throw entry.place().wrong(name.apply(read) + " is declared twice: bring the two together");
                    }
                    return read;
                })
                .toList();
    }

    private static String path(Entry entry) {
        return entry.text("path", PATH, "a path that begins and ends with a slash, such as /ops/")
                .orElse("/");
    }

    private static Policy policy(Entry entry) {
        entry.only("name", "path", "description", "document", "tags");
        return new Policy(
                entry.place(),
                entry.required("name"),
                path(entry),
                entry.text("description").orElse(null),
                entry.document("document"),
                entry.map("tags"));
    }

    private static Rights rights(Entry entry) {
        return new Rights(entry.texts("policies"), entry.documents("inline_policies"));
    }

    private static Group group(Entry entry) {
        entry.only("name", "path", "policies", "inline_policies");
        return new Group(entry.place(), entry.required("name"), path(entry), rights(entry));
    }

    private User user(Entry entry) {
        entry.only("name", "path", "boundary", "tags", "groups", "policies", "inline_policies", "access_keys");
        return new User(
                entry.place(),
                entry.required("name"),
                path(entry),
                entry.text("boundary").orElse(null),
                entry.map("tags"),
                entry.texts("groups"),
                rights(entry),
                entry.entries("access_keys").stream().map(this::key).toList());
    }

    private AccessKey key(Entry entry) {
        entry.only("file", "profile", "id", "secret_env", "secret_file");
        if (entry.text("file").isPresent()) {
            if (entry.names().stream().anyMatch(name -> name.equals("id") || name.startsWith("secret_"))) {
                throw entry.place()
                        .wrong("file is where a new key is written, id and its secret are of a key that there is:"
                                + " give one or the other");
            }
            return new AccessKey.Written(
                    entry.place(),
                    entry.path(entry.required("file")),
                    entry.text("profile").orElse("default"));
        }
        String id = entry.required("id");
        String secret = entry.text("secret_env").isPresent()
                ? system.variable(entry.required("secret_env"))
                        .orElseThrow(() ->
                                entry.place().wrong("the variable " + entry.required("secret_env") + " is not set"))
                : entry.content("secret_file").strip();
        GivenKey.complaintOfId(id).ifPresent(complaint -> {
            throw entry.place().wrong("id " + complaint);
        });
        GivenKey.complaintOfSecret(secret).ifPresent(complaint -> {
            throw entry.place().wrong("the secret of " + id + " " + complaint);
        });
        return new AccessKey.Given(entry.place(), id, secret);
    }

    private static Role role(Entry entry) {
        entry.only(
                "name",
                "path",
                "description",
                "trust",
                "max_session",
                "boundary",
                "tags",
                "policies",
                "inline_policies");
        return new Role(
                entry.place(),
                entry.required("name"),
                path(entry),
                entry.text("description").orElse(null),
                entry.document("trust"),
                entry.text("max_session", SECONDS, "a number of seconds, such as 3600")
                        .map(Integer::valueOf)
                        .orElse(null),
                entry.text("boundary").orElse(null),
                entry.map("tags"),
                rights(entry));
    }

    private static OidcProvider oidcProvider(Entry entry) {
        entry.only("url", "client_ids", "thumbprints", "tags");
        return new OidcProvider(
                entry.place(),
                entry.required("url"),
                entry.texts("client_ids"),
                entry.texts("thumbprints"),
                entry.map("tags"));
    }

    private static SamlProvider samlProvider(Entry entry) {
        entry.only("name", "metadata_file", "tags");
        return new SamlProvider(
                entry.place(), entry.required("name"), entry.content("metadata_file"), entry.map("tags"));
    }

    private static List<TokenFile> tokenFiles(Entry all) {
        Set<String> known = new HashSet<>();
        return all.entries("hardware_tokens").stream()
                .map(entry -> tokenFile(entry.only("seeds_file"), known))
                .toList();
    }

    private static TokenFile tokenFile(Entry entry, Set<String> known) {
        TokenFile file = new TokenFile(
                entry.place(), new SeedsFile(entry.path(entry.required("seeds_file")), entry.place()).read());
        file.tokens().forEach(token -> {
            String serialNumber = token.bought().serialNumber();
            if (!known.add(serialNumber.toLowerCase(Locale.ROOT))) {
                throw token.place().wrong("hardware token " + serialNumber + " is declared twice: remove one");
            }
        });
        return file;
    }
}
