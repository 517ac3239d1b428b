package io.claviger.server.start;

import io.claviger.server.command.Variables;
import io.claviger.server.command.Version;
import io.claviger.server.composition.FirstStart.Outcome;
import io.claviger.server.composition.Settings;
import io.claviger.server.start.FirstProfile.Kept;
import java.io.PrintStream;
import java.net.URI;
import java.util.Optional;

/**
 * What the operator reads when the server starts: {@link #begin}, then {@link #print}.
 *
 * @param endpoint the URL that it serves at
 */
public record Greeting(PrintStream out, Settings settings, URI endpoint) {

    /** The first line. */
    public void begin() {
        out.println("Claviger " + Version.current() + " serves IAM and STS at " + endpoint);
        out.flush();
    }

    /** The rest; whether all of it was written. */
    boolean print(Outcome account, Kept kept) {
        out.println("Account " + account.accountId() + ", data in " + settings.data());
        switch (account) {
            case Outcome.Created created -> print(created, kept);
            case Outcome.Existing _ -> console().ifPresent(url -> out.println("Web console at " + url));
        }
        if (kept instanceof Kept.ThereAlready there) {
            out.println("The profile " + there.name() + " in " + there.file() + " has an access key of this account.");
        }
        if (kept instanceof Kept.TooLate late) {
            out.println();
            out.println(
                    "The account is not new. Its access key was shown or stored at the first start; nobody knows its");
            out.println("secret any more, so it cannot be stored as the profile " + late.name() + ".");
        }
        return !out.checkError();
    }

    /** Where people open the web console; empty if it is off, or was not built. */
    private Optional<URI> console() {
        return settings.console().address(settings.publicUrl().orElse(endpoint));
    }

    private void print(Outcome.Created created, Kept kept) {
        out.println();
        out.println("The account is new. What follows is shown this once; keep it safe.");
        out.println();
        out.println("  Root user's password:  "
                + (created.madePassword() == null ? "the one in " + Variables.ROOT_PASSWORD : created.madePassword()));
        out.println("  To sign in as root:    ./claviger sign-in --endpoint " + endpoint + " --account-id "
                + created.accountId());
        console()
                .ifPresent(url -> out.println(
                        "  In a browser:          " + url + " as the root user of the account " + created.accountId()));
        out.println();
        switch (kept) {
            case Kept.Stored stored -> {
                out.println("The access key of the user Administrator is stored in " + stored.file()
                        + " as the profile " + stored.name() + ".");
                out.println("In another terminal:");
                out.println();
                out.println("./claviger Get-STSCallerIdentity -ProfileName " + stored.name());
                out.println("aws --profile " + stored.name() + " sts get-caller-identity");
            }
            case Kept.Failed failed -> {
                out.println("The access key could not be stored as the profile " + failed.name() + ": "
                        + failed.reason() + ".");
                out.println("It is shown instead:");
                key(created);
            }
            case Kept.Unasked _, Kept.ThereAlready _, Kept.TooLate _ -> {
                out.println("For all daily work, use the access key of the user Administrator. In another terminal:");
                key(created);
            }
        }
    }

    private void key(Outcome.Created created) {
        out.println();
        out.println("export AWS_ACCESS_KEY_ID=" + created.accessKeyId());
        out.println("export AWS_SECRET_ACCESS_KEY="
                + (created.madeSecret() == null ? "\"$" + Variables.SECRET_ACCESS_KEY + "\"" : created.madeSecret()));
        out.println("export AWS_REGION=" + settings.homeRegion() + " AWS_DEFAULT_REGION=" + settings.homeRegion());
        out.println("aws --endpoint-url " + endpoint + " sts get-caller-identity");
    }
}
