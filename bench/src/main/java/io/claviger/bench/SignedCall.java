package io.claviger.bench;

import io.claviger.sigv4.Header;
import io.claviger.sigv4.HttpRequest;
import io.claviger.sigv4.Signer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A call of the API, with the headers that aws-cli sends, those of them signed that aws-cli signs. */
record SignedCall(HttpRequest request) {

    static final String GET_CALLER_IDENTITY = "Action=GetCallerIdentity&Version=2011-06-15";
    static final String GET_USER = "Action=GetUser&Version=2010-05-08";

    private static final Clock CLOCK = Clock.systemUTC();
    private static final List<Header> UNSIGNED = List.of(
            new Header("Accept-Encoding", "identity"),
            new Header(
                    "User-Agent",
                    "aws-cli/1.45.11 md/Botocore#1.43.11 ua/2.1 os/linux#6.12 md/arch#x86_64 lang/python#3.11.7"
                            + " md/pyimpl#CPython m/b,N,g,Z,D cfg/retry-mode#legacy botocore/1.43.11"),
            new Header("amz-sdk-invocation-id", "e921366e-27c9-490d-995c-0c6e01b8acec"),
            new Header("amz-sdk-request", "attempt=1"));

    /** Whose calls they are: one key, for one service. */
    record By(Signer signer, URI endpoint) {

        /** Calls of IAM. */
        static By iam(KeyPair key, URI endpoint) {
            return new By(key.signer("iam"), endpoint);
        }

        /** Calls of STS. */
        static By sts(KeyPair key, URI endpoint) {
            return new By(key.signer("sts"), endpoint);
        }

        /** Signs a form, now. */
        SignedCall call(String form) {
            return signed("/", form, new Header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"));
        }

        /** Signs a question of the console's, now. */
        SignedCall ask(String path, String json) {
            return signed(
                    path, json, new Header("Content-Type", "application/json"), new Header("X-Claviger-Console", "1"));
        }

        private SignedCall signed(String path, String body, Header... more) {
            List<Header> first = new ArrayList<>(List.of(new Header("Host", endpoint.getAuthority())));
            first.addAll(List.of(more));
            HttpRequest unsigned = new HttpRequest("POST", path, "", first, body.getBytes(StandardCharsets.UTF_8));
            HttpRequest signed = signer.sign(unsigned, CLOCK.instant());
            List<Header> headers = new ArrayList<>(signed.headers());
            headers.addAll(UNSIGNED);
            headers.add(new Header("Content-Length", Integer.toString(signed.body().length)));
            return new SignedCall(new HttpRequest("POST", path, "", headers, signed.body()));
        }
    }

    /** As it goes over the network. */
    byte[] bytes() {
        StringBuilder head = new StringBuilder("POST " + request.path() + " HTTP/1.1\r\n");
        for (Header header : request.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(request.body());
        return bytes.toByteArray();
    }

    /** The same call as a script of wrk's, in a file. */
    Path writeScript(Path file) throws IOException {
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
        return Files.writeString(file, script);
    }
}
