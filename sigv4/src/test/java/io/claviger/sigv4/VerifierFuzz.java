package io.claviger.sigv4;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Feeds arbitrary bytes to the verifier, for Jazzer and for the test beside it. The bytes are a request, spelt in
 * lines, that may start from a good one.
 */
public final class VerifierFuzz {

    private static final Verifier<String> IAM = Requests.verifier(Requests.IAM);
    private static final Verifier<String> S3 = Requests.verifier(Requests.S3);
    private static final HttpRequest POST = Requests.post();
    private static final HttpRequest PRESIGNED =
            Requests.signer().presign(Requests.plainGet(), Requests.NOW, Duration.ofMinutes(5));

    private VerifierFuzz() {}

    /** Jazzer's entry point: throws where the verifier does, or where it takes a forgery for true. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        String text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
        String[] parts = text.split("\u0001", -1);
        HttpRequest start = (data[0] & 1) == 0 ? POST : PRESIGNED;
        HttpRequest request = new HttpRequest(
                part(parts, 0, start.method()),
                part(parts, 1, start.path()),
                part(parts, 2, start.query()),
                headers(start, parts),
                part(parts, 3, "").getBytes(StandardCharsets.UTF_8));
        boolean verified = IAM.verify(request) instanceof Verification.Verified;
        if (S3.verify(request) instanceof Verification.Verified) {
            throw new AssertionError("nobody signed for the object store");
        }
        if (verified && !part(parts, 3, "").equals(new String(start.body(), StandardCharsets.UTF_8))) {
            throw new AssertionError("nobody signed this body");
        }
        AuthorizationHeader.parse(text, new RequestHeaders(request.headers()));
        QueryParameters.parse(text);
    }

    private static String part(String[] parts, int i, String otherwise) {
        return i < parts.length && !parts[i].isEmpty() ? parts[i] : otherwise;
    }

    private static List<Header> headers(HttpRequest start, String[] parts) {
        List<Header> headers = new ArrayList<>(start.headers());
        for (int i = 4; i < parts.length; i++) {
            int colon = parts[i].indexOf(':');
            if (colon < 0) {
                headers.remove(Math.min(parts[i].length(), headers.size() - 1));
            } else {
                headers.add(new Header(parts[i].substring(0, colon), parts[i].substring(colon + 1)));
            }
            if (headers.isEmpty()) {
                break;
            }
        }
        return headers;
    }
}
