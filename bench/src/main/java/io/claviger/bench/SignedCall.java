package io.claviger.bench;

import io.claviger.bench.Program.Administrator;
import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import io.claviger.sigv4.Signer;
import io.claviger.sigv4.SigningSecret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** A call of the API by the administrator, signed as aws-cli signs it. */
record SignedCall(HttpRequest request) {

    static final String GET_CALLER_IDENTITY = "Action=GetCallerIdentity&Version=2011-06-15";
    static final String GET_USER = "Action=GetUser&Version=2010-05-08";

    // What the HTTP client writes itself.
    private static final Set<String> OF_THE_CONNECTION = Set.of("host", "content-length");

    /** Signs a form for a service, now. */
    static SignedCall of(URI endpoint, String service, String form) {
        HttpRequest unsigned = new HttpRequest(
                "POST",
                "/",
                "",
                List.of(
                        new Header("Host", endpoint.getAuthority()),
                        new Header("Accept-Encoding", "identity"),
                        new Header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                        new Header("User-Agent", "aws-cli/1.45.11 Python/3.11.7 Linux/6.18 botocore/1.43.11")),
                form.getBytes(StandardCharsets.UTF_8));
        Signer signer = Signer.of(Administrator.KEY_ID, SigningSecret.of(Administrator.SECRET), "us-east-1", service);
        return new SignedCall(signer.sign(unsigned, Clock.systemUTC().instant()));
    }

    /** GetCallerIdentity. */
    static SignedCall callerIdentity(URI endpoint) {
        return of(endpoint, "sts", GET_CALLER_IDENTITY);
    }

    /** GetUser of the administrator. */
    static SignedCall user(URI endpoint) {
        return of(endpoint, "iam", GET_USER);
    }

    /** The same call for the JDK's HTTP client. */
    java.net.http.HttpRequest forClient(URI endpoint) {
        var builder = java.net.http.HttpRequest.newBuilder(endpoint.resolve("/"))
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(request.body()));
        for (Header header : request.headers()) {
            if (!OF_THE_CONNECTION.contains(header.name().toLowerCase(java.util.Locale.ROOT))) {
                builder.header(header.name(), header.value());
            }
        }
        return builder.build();
    }

    /** The same call as a script of wrk's, in a temporary file. */
    Path asScript() throws IOException {
        StringBuilder script = new StringBuilder("wrk.method = \"POST\"\n");
        script.append("wrk.body = [[")
                .append(new String(request.body(), StandardCharsets.UTF_8))
                .append("]]\n");
        for (Header header : request.headers()) {
            script.append("wrk.headers[\"")
                    .append(header.name())
                    .append("\"] = [[")
                    .append(header.value())
                    .append("]]\n");
        }
        Path file = Files.createTempFile("claviger-bench", ".lua");
        file.toFile().deleteOnExit();
        return Files.writeString(file, script);
    }
}
