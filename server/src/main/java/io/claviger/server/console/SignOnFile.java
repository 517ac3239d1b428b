package io.claviger.server.console;

import io.claviger.federation.oidc.CodeFlow.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file that sets up single sign-on: a JSON object with a list {@code providers}, each of which has {@code name}, {@code
 * issuer}, {@code clientId}, {@code role}, and perhaps {@code clientSecret} and {@code scopes}.
 */
public final class SignOnFile {

    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::(?<account>[0-9]{12}):role/.+");
    private static final Set<String> MEMBERS = Set.of("name", "issuer", "clientId", "clientSecret", "role", "scopes");
    private static final List<String> USUAL_SCOPES = List.of("email", "profile");

    private SignOnFile() {}

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException when it cannot be used; the message says why, and repeats no secret
     */
    public static List<SignOnProvider> read(Path file) {
        Map<String, Object> all;
        try {
            all = Json.object(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read: " + e.getClass().getSimpleName(), e);
        } catch (NotJson e) {
            throw new IllegalArgumentException("is not a JSON object", e);
        }
        if (!(all.get("providers") instanceof List<?> list) || all.size() != 1) {
            throw new IllegalArgumentException("has no list \"providers\", or more than that");
        }
        List<SignOnProvider> providers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Object one : list) {
            SignOnProvider provider = provider(one);
            if (!names.add(provider.accountId() + " " + provider.name())) {
                throw new IllegalArgumentException("has two providers of the name " + provider.name());
            }
            providers.add(provider);
        }
        return providers;
    }

    private static SignOnProvider provider(Object value) {
        if (!(value instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("has a provider that is not an object");
        }
        for (Object name : members.keySet()) {
            if (!(name instanceof String known) || !MEMBERS.contains(known)) {
                throw new IllegalArgumentException("has a provider with a member " + name + ", which there is not");
            }
        }
        String issuer = text(members, "issuer");
        if (!issuer.startsWith("https://")) {
            throw new IllegalArgumentException("has the issuer " + issuer + ", which is not an https URL");
        }
        String role = text(members, "role");
        Matcher arn = ROLE.matcher(role);
        if (!arn.matches()) {
            throw new IllegalArgumentException("has the role " + role + ", which is not the ARN of a role");
        }
        Optional<String> secret =
                members.containsKey("clientSecret") ? Optional.of(text(members, "clientSecret")) : Optional.empty();
        return new SignOnProvider(
                text(members, "name"),
                arn.group("account"),
                issuer,
                new Client(text(members, "clientId"), secret),
                role,
                members.containsKey("scopes") ? scopes(members.get("scopes")) : USUAL_SCOPES);
    }

    private static List<String> scopes(Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new IllegalArgumentException("has scopes that are not a list of texts");
    }

    private static String text(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException("has a provider without the text " + name);
    }
}
