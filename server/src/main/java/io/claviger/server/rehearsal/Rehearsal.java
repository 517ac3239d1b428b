package io.claviger.server.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;

/** Plays the part of the clients, over a real connection for each request. */
public final class Rehearsal {

    /** One call of each kind of work, and what follows from it; {@code CreateUser} may find the user there. */
    private static final List<String> IAM_CALLS = List.of(
            "Action=CreateUser&UserName=rehearsal",
            "Action=GetUser&UserName=rehearsal",
            "Action=ListUsers",
            "Action=CreateAccessKey&UserName=nobody",
            "Action=ListGroups",
            "Action=ListAttachedGroupPolicies&GroupName=Administrators",
            "Action=NoSuchAction");

    private static final int ROUNDS = 3;

    private final URI endpoint;
    private final InstantSource clock;
    private final String accessKeyId;
    private final String secret;

    /** Calls the server at this endpoint with this key. */
    public Rehearsal(URI endpoint, InstantSource clock, String accessKeyId, String secret) {
        this.endpoint = endpoint;
        this.clock = clock;
        this.accessKeyId = accessKeyId;
        this.secret = secret;
    }

    /**
     * Plays all of it.
     *
     * @throws IllegalStateException when the server does not answer as it should
     */
    public void play(String accountId, String rootPassword, String region) {
        try {
            Signing signing = new Signing(accessKeyId, secret, region);
            expect(exchange("GET /health/ready HTTP/1.1\r\nHost: " + host() + "\r\n", ""), "200");
            for (int round = 0; round < ROUNDS; round++) {
                expect(call(signing, "sts", "Action=GetCallerIdentity&Version=2011-06-15"), "200");
                for (String call : IAM_CALLS) {
                    call(signing, "iam", call + "&Version=2010-05-08");
                }
            }
            expect(exchange("GET /metrics HTTP/1.1\r\nHost: " + host() + "\r\n", ""), "200");
            String form = "AccountId=" + accountId + "&UserName=root&Password=" + rootPassword;
            expect(exchange("POST /sign-in HTTP/1.1\r\nHost: " + host() + "\r\n", form), "200");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the rehearsal failed", e);
        }
    }

    private String call(Signing signing, String service, String body) throws IOException, GeneralSecurityException {
        return exchange(
                "POST / HTTP/1.1\r\nHost: " + host() + "\r\n" + signing.headers(service, host(), body, clock.instant()),
                body);
    }

    private String host() {
        return endpoint.getAuthority();
    }

    private String exchange(String head, String body) throws IOException {
        String request = head + "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void expect(String answer, String status) {
        if (!answer.startsWith("HTTP/1.1 " + status)) {
            throw new IllegalStateException(
                    "not " + status + " but " + answer.lines().findFirst().orElse("nothing"));
        }
    }
}
