package io.claviger.server;

import io.claviger.server.signin.SignInClient;
import io.claviger.server.signin.SignInClient.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code claviger sign-in}: from the root user's password to temporary credentials. */
@Command(
        name = "sign-in",
        description = {
            "Signs in as the root user and prints temporary credentials, good for an hour.",
            "Asks for the password, unless it is in CLAVIGER_ROOT_PASSWORD or on standard input.",
            ""
        },
        footer = {"", "In a shell:  eval \"$(./claviger sign-in --account-id 123456789012)\""},
        sortOptions = false)
final class SignInCommand implements Callable<Integer> {

    private final Surroundings system;

    @Option(names = "--endpoint", defaultValue = "http://127.0.0.1:7080", description = "Default: ${DEFAULT-VALUE}")
    URI endpoint = URI.create("");

    @Option(names = "--account-id", required = true, description = "The account's 12 digits")
    String accountId = "";

    @Option(names = "--password-stdin", description = "Read the password from standard input")
    boolean passwordFromStdin;

    @Option(
            names = "--credential-process",
            description = "Print JSON, as the credential_process of an AWS profile has to")
    boolean credentialProcess;

    @Option(names = "--help", usageHelp = true, description = "Shows this")
    boolean help;

    SignInCommand(Surroundings system) {
        this.system = system;
    }

    @Override
    public Integer call() throws IOException {
        return switch (new SignInClient(endpoint).signIn(accountId, password())) {
            case Outcome.SignedIn done -> {
                system.out().print(credentialProcess ? done.json() : exports(done.variables()));
                system.out().flush();
                yield 0;
            }
            case Outcome.Failed failed -> {
                system.err().println("claviger: " + failed.message());
                yield 1;
            }
        };
    }

    private String password() throws IOException {
        if (passwordFromStdin) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(system.in(), StandardCharsets.UTF_8));
            return Optional.ofNullable(lines.readLine())
                    .orElseThrow(() -> new UnusableSetting("there is no password on standard input"));
        }
        return system.variable(FirstStartVariables.ROOT_PASSWORD)
                .or(() -> system.terminal().password("Root password of " + accountId + ": "))
                .orElseThrow(() -> new UnusableSetting("there is no terminal to ask for the password: give it in "
                        + FirstStartVariables.ROOT_PASSWORD + ", or with --password-stdin"));
    }

    private static String exports(Map<String, String> variables) {
        StringBuilder lines = new StringBuilder();
        variables.forEach((name, value) ->
                lines.append("export ").append(name).append('=').append(value).append('\n'));
        return lines.toString();
    }
}
