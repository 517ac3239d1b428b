package io.claviger.clients;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code curl}. */
final class Curl {

    private Curl() {}

    /** The body of the response to a GET with these headers, such as {@code Accept: text/xml}, whatever its status. */
    static String get(Program program, URI url, String... headers) {
        if (Commands.firstThatWorks(List.of(List.of("curl", "--version"))).isEmpty()) {
            Commands.skip(Commands.notTested("curl"));
        }
        List<String> command = new ArrayList<>(List.of("curl", "--silent", "--show-error", "--max-time", "30"));
        program.tls()
                .ifPresent(tls ->
                        command.addAll(List.of("--cacert", tls.authority().toString())));
        for (String header : headers) {
            command.addAll(List.of("--header", header));
        }
        command.add(url.toString());
        try {
            Process curl = Commands.process(program, Path.of(""), command)
                    .redirectErrorStream(true)
                    .start();
            Ended ended = Ended.of(curl);
            if (ended.status() != 0) {
                throw new AssertionError("curl failed: " + ended.out());
            }
            return ended.out();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
