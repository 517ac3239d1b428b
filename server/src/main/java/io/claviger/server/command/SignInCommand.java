package io.claviger.server.command;

import static io.claviger.server.command.Arguments.flag;
import static io.claviger.server.command.Arguments.value;

import io.claviger.server.signin.SignInClient;
import io.claviger.server.signin.SignInClient.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code claviger sign-in}: from the root user's password to temporary credentials. */
public final class SignInCommand implements Command {

    private static final String DEFAULT_ENDPOINT = "http://127.0.0.1:7080";

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
        return "Signs in as the root user and prints temporary credentials, good for an hour.";
    }

    @Override
    public String details() {
        return "Asks for the password, unless it is in CLAVIGER_ROOT_PASSWORD or on standard input. In a shell:"
                + " eval \"$(./claviger sign-in --account-id 123456789012)\"";
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(value("endpoint", "URL", "Default: " + DEFAULT_ENDPOINT))
                .addOption(value("account-id", "ID", "The account's 12 digits"))
                .addOption(flag("password-stdin", "Read the password from standard input"))
                .addOption(flag("credential-process", "Print JSON, as the credential_process of an AWS profile has to"))
                .addOption(flag("help", "Shows this"));
    }

    @Override
    public int run(Arguments arguments) throws IOException {
        String accountId = arguments.text("account-id").orElseThrow(() -> new Misused("--account-id is missing"));
        String password = arguments.has("password-stdin") ? passwordOnStdin() : password(accountId);
        if (Surroundings.isMalformed(password)) {
            throw new UnusableSetting("the password is not in UTF-8");
        }
        return switch (new SignInClient(endpoint(arguments)).signIn(accountId, password)) {
            case Outcome.SignedIn done -> {
                system.out().print(arguments.has("credential-process") ? done.json() : exports(done.variables()));
                system.out().flush();
                yield 0;
            }
            case Outcome.Failed failed -> throw new UnusableSetting(failed.message());
        };
    }

    private static URI endpoint(Arguments arguments) {
        try {
            return URI.create(arguments.text("endpoint").orElse(DEFAULT_ENDPOINT));
        } catch (IllegalArgumentException e) {
            throw new Misused("--endpoint is no URL");
        }
    }

    private String passwordOnStdin() throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(system.in(), StandardCharsets.UTF_8));
        return Optional.ofNullable(lines.readLine())
                .orElseThrow(() -> new UnusableSetting("there is no password on standard input"));
    }

    private String password(String accountId) {
        return system.variable(Surroundings.ROOT_PASSWORD)
                .or(() -> system.terminal().password("Root password of " + accountId + ": "))
                .orElseThrow(() -> new UnusableSetting("there is no terminal to ask for the password: give it in "
                        + Surroundings.ROOT_PASSWORD + ", or with --password-stdin"));
    }

    private static String exports(Map<String, String> variables) {
        StringBuilder lines = new StringBuilder();
        variables.forEach((name, value) ->
                lines.append("export ").append(name).append('=').append(value).append('\n'));
        return lines.toString();
    }
}
