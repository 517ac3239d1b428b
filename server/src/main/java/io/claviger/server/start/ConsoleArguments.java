package io.claviger.server.start;

import static io.claviger.server.command.Arguments.value;

import io.claviger.server.command.Arguments;
import io.claviger.server.command.Misused;
import io.claviger.server.console.Console;
import io.claviger.server.console.SignOnFile;
import io.claviger.server.console.SignOnProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.cli.Options;

/** The options of {@code claviger start} about the web console. */
final class ConsoleArguments {

    private static final String ON = "console";
    private static final String PREFIX = "console-prefix";
    private static final String SIGN_ON = "console-sign-on";
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");

    private ConsoleArguments() {}

    static void describe(Options options) {
        options.addOption(value(ON, "on|off", "Whether the web console is at /console/. Default: on"))
                .addOption(value(
                        PREFIX,
                        "PATH",
                        "A path, such as /claviger, that may stand before all others, for a proxy that does not take it"
                                + " away"))
                .addOption(value(
                        SIGN_ON,
                        "FILE",
                        "Identity providers through which people sign in to the web console, in JSON; needs"
                                + " --public-url"));
    }

    /**
     * What they say.
     *
     * @throws Misused when one is not understood
     */
    static Console.Settings settings(Arguments arguments) {
        String prefix = arguments.text(PREFIX).orElse("");
        if (!PATH.matcher(prefix).matches()) {
            throw new Misused("--console-prefix " + prefix + " is not a path such as /claviger");
        }
        return new Console.Settings(
                arguments.choice(ON, Switch.class, Switch.ON) == Switch.ON, prefix, providers(arguments));
    }

    private static List<SignOnProvider> providers(Arguments arguments) {
        Optional<String> file = arguments.text(SIGN_ON);
        if (file.isEmpty()) {
            return List.of();
        }
        if (arguments.text("public-url").isEmpty()) {
            throw new Misused("--console-sign-on needs --public-url: identity providers send browsers back there");
        }
        try {
            return SignOnFile.read(Path.of(file.get()));
        } catch (IllegalArgumentException e) {
            throw new Misused("--console-sign-on " + file.get() + " " + e.getMessage());
        }
    }
}
