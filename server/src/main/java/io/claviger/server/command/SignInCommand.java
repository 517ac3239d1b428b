package io.claviger.server.command;

import static io.claviger.server.command.Arguments.flag;
import static io.claviger.server.command.Arguments.value;

import io.claviger.access.password.PasswordText;
import io.claviger.server.signin.ServerTrust;
import io.claviger.server.signin.SignInClient;
import io.claviger.server.signin.SignInClient.Filled;
import io.claviger.server.signin.SignInClient.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.cli.Options;

/** {@code claviger sign-in}: from the password of the root user or of a user to temporary credentials. */
public final class SignInCommand implements Command {

    private static final String DEFAULT_ENDPOINT = "http://127.0.0.1:7080";
    private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");
    private static final Pattern ALIAS = Pattern.compile("(?![0-9]+$)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");
    private static final String ROOT = "root";

    private final Surroundings system;

    public SignInCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "sign-in";
    }

    @Override
    public String summary() {
        return "Signs in as the root user or as a user, and prints temporary credentials, good for an hour.";
    }

    @Override
    public String details() {
        return "Asks for the password, unless it is on standard input or, for the root user, in CLAVIGER_ROOT_PASSWORD"
                + " or in the file that CLAVIGER_ROOT_PASSWORD_FILE names. Asks for the code of an MFA device if there is"
                + " one, and for a new password if one has to be set. AWS_CA_BUNDLE names a file of certificates to trust."
                + " In a shell: eval \"$(./claviger sign-in --account-id 123456789012)\"";
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(value("endpoint", "URL", "Default: " + DEFAULT_ENDPOINT))
                .addOption(value("account-id", "ID", "The account's 12 digits, or its alias"))
                .addOption(value("user-name", "NAME", "Default: root, the root user"))
                .addOption(flag(
                        "password-stdin",
                        "Read the password from standard input, and what else is asked for from its next lines"))
                .addOption(flag("credential-process", "Print JSON, as the credential_process of an AWS profile has to"))
                .addOption(flag("help", "Shows this"));
    }

    @Override
    public int run(Arguments arguments) throws IOException {
        Variables.check(system.environment());
        String accountId = arguments.text("account-id").orElseThrow(() -> new Misused("--account-id is missing"));
        if (!ACCOUNT_ID.matcher(accountId).matches()
                && !ALIAS.matcher(accountId).matches()) {
            throw new Misused("--account-id must be 12 digits, such as 123456789012, or an account's alias");
        }
        String userName = arguments.text("user-name").orElse(ROOT);
        SignInClient client = new SignInClient(endpoint(arguments), trusted());
        Secrets secrets = arguments.has("password-stdin") ? new OnStdin() : this::typed;
        String shown = userName.equals(ROOT) ? "Root password of " + accountId : "Password of " + userName;
        String password = userName.equals(ROOT) && !arguments.has("password-stdin")
                ? system.secret(Variables.ROOT_PASSWORD).orElseGet(() -> secrets.secret(shown))
                : secrets.secret(shown);
        return signIn(
                client,
                new Filled(accountId, userName, whole(password), Optional.empty(), Optional.empty()),
                secrets,
                arguments);
    }

    private int signIn(SignInClient client, Filled filled, Secrets secrets, Arguments arguments) {
        return switch (client.signIn(filled)) {
            case Outcome.CodeNeeded _ ->
                signIn(
                        client,
                        filled.withCode(secrets.secret("MFA code of " + filled.userName())
                                .strip()),
                        secrets,
                        arguments);
            case Outcome.NewPasswordNeeded _ ->
                signIn(
                        client,
                        filled.withNewPassword(whole(secrets.secret("New password of " + filled.userName()))),
                        secrets,
                        arguments);
            case Outcome.SignedIn done -> {
                system.out().print(arguments.has("credential-process") ? done.json() : exports(done.variables()));
                system.out().flush();
                yield 0;
            }
            case Outcome.Failed failed -> throw new UnusableSetting(failed.message());
        };
    }

    private static String whole(String password) {
        PasswordText.complaint(password).ifPresent(complaint -> {
            throw new UnusableSetting(complaint);
        });
        return password;
    }

    private static URI endpoint(Arguments arguments) {
        String text = arguments.text("endpoint").orElse(DEFAULT_ENDPOINT);
        try {
            URI endpoint = URI.create(text);
            boolean isHttp =
                    "http".equalsIgnoreCase(endpoint.getScheme()) || "https".equalsIgnoreCase(endpoint.getScheme());
            if (isHttp && endpoint.getHost() != null) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            // Reported below, as is another kind of URL.
        }
        throw new Misused("--endpoint " + text + " is not the URL of a server, such as " + DEFAULT_ENDPOINT);
    }

    private Optional<Path> trusted() {
        return system.variable(ServerTrust.VARIABLE).map(Path::of);
    }

    /** Where passwords come from. */
    private interface Secrets {

        /** The next one; the text says which. */
        String secret(String shown);
    }

    /** A line of standard input each. */
    private final class OnStdin implements Secrets {
        private final BufferedReader lines =
                new BufferedReader(new InputStreamReader(system.in(), StandardCharsets.UTF_8));

        @Override
        public String secret(String shown) {
            try {
                return Optional.ofNullable(lines.readLine())
                        .orElseThrow(() -> new UnusableSetting("there is no line on standard input for: " + shown));
            } catch (IOException e) {
                throw new UnusableSetting("standard input cannot be read: " + e.getMessage());
            }
        }
    }

    private String typed(String shown) {
        return system.terminal()
                .password(shown + ": ")
                .orElseThrow(() -> new UnusableSetting("there is no terminal to ask for the password: give it with"
                        + " --password-stdin, or the root user's in " + Variables.ROOT_PASSWORD));
    }

    private static String exports(Map<String, String> variables) {
        StringBuilder lines = new StringBuilder();
        variables.forEach((name, value) ->
                lines.append("export ").append(name).append('=').append(value).append('\n'));
        return lines.toString();
    }
}
