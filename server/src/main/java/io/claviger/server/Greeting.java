package io.claviger.server;

import io.claviger.server.FirstStart.Outcome;
import java.io.PrintStream;
import java.net.URI;

/** What the operator reads when the server has started. */
final class Greeting {

    private final PrintStream out;
    private final Settings settings;
    private final URI endpoint;

    Greeting(PrintStream out, Settings settings, URI endpoint) {
        this.out = out;
        this.settings = settings;
        this.endpoint = endpoint;
    }

    void print(Outcome account) {
        out.println("Claviger " + Version.current() + " serves IAM and STS at " + endpoint);
        out.println("Account " + account.accountId() + ", data in " + settings.data());
        if (account instanceof Outcome.Created created) {
            print(created);
        }
        out.flush();
    }

    private void print(Outcome.Created created) {
        out.println();
        out.println("The account is new. What follows is shown this once; keep it safe.");
        out.println();
        out.println("  Root user's password:  "
                + (created.madePassword() == null
                        ? "the one in " + FirstStartVariables.ROOT_PASSWORD
                        : created.madePassword()));
        out.println("  To sign in as root:    ./claviger sign-in --endpoint " + endpoint + " --account-id "
                + created.accountId());
        out.println();
        out.println("For all daily work, use the access key of the user Administrator. In another terminal:");
        out.println();
        out.println("export AWS_ACCESS_KEY_ID=" + created.accessKeyId());
        out.println("export AWS_SECRET_ACCESS_KEY="
                + (created.madeSecret() == null
                        ? "\"$" + FirstStartVariables.SECRET_ACCESS_KEY + "\""
                        : created.madeSecret()));
        out.println("export AWS_REGION=" + settings.homeRegion() + " AWS_DEFAULT_REGION=" + settings.homeRegion());
        out.println("aws --endpoint-url " + endpoint + " sts get-caller-identity");
    }
}
