package io.claviger.sigv4;

import static io.claviger.sigv4.Hostile.incomplete;
import static io.claviger.sigv4.Hostile.mismatch;
import static io.claviger.sigv4.Hostile.scope;
import static io.claviger.sigv4.Requests.NOW;
import static io.claviger.sigv4.Requests.authorization;
import static io.claviger.sigv4.Requests.body;
import static io.claviger.sigv4.Requests.header;
import static io.claviger.sigv4.Requests.line;
import static io.claviger.sigv4.Requests.plainGet;
import static io.claviger.sigv4.Requests.plainPost;
import static io.claviger.sigv4.Requests.plus;
import static io.claviger.sigv4.Requests.post;
import static io.claviger.sigv4.Requests.signer;
import static io.claviger.sigv4.Requests.without;

import io.claviger.sigv4.Refusal.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/** Requests that are not what was signed, or not now. */
final class HostileContents {

    private HostileContents() {}

    static Stream<Hostile> inTheCanonicalRequest() {
        return Stream.of(
                mismatch("another method", line(post(), "GET", "/")),
                mismatch("method in small letters", line(post(), "post", "/")),
                mismatch("another path", line(post(), "POST", "/x")),
                mismatch("an encoded slash", line(post(), "POST", "/%2F")),
                mismatch("another body", body(post(), "Action=DeleteUser&Version=2010-05-08")),
                mismatch("no body", body(post(), "")),
                mismatch(
                        "a parameter added",
                        Requests.query(signer().sign(plainGet(), NOW), "Version", "UserName=bob&Version")),
                mismatch("another host", header(post(), "Host", v -> "evil.example.com")),
                mismatch("a second host", plus(post(), "Host", "evil.example.com")),
                mismatch("another content type", header(post(), "Content-Type", v -> "application/json")),
                mismatch("another x-amz header", header(post(), "X-Amz-User-Agent", v -> "other")),
                mismatch("a second value of a signed header", plus(post(), "Content-Type", "text/plain")),
                mismatch("a signed header gone", without(post(), "Content-Type")),
                mismatch(
                        "a signed header that never was",
                        authorization(post(), "x-amz-user-agent,", "x-amz-user-agent;zzz,")),
                mismatch("another second", header(post(), "X-Amz-Date", v -> "20260301T120001Z")),
                mismatch("signature in capitals", header(post(), "Authorization", v -> {
                    int at = v.indexOf("Signature=") + 10;
                    return v.substring(0, at) + v.substring(at).toUpperCase(Locale.ROOT);
                })),
                mismatch("half a signature", header(post(), "Authorization", v -> v.substring(0, v.length() - 32))),
                mismatch("a longer signature", header(post(), "Authorization", v -> v + "0")),
                mismatch(
                        "a signature that is none",
                        header(post(), "Authorization", v -> v.replaceAll("Signature=.*", "Signature=ünïcödé"))),
                mismatch("Unicode in a signed header", header(post(), "X-Amz-User-Agent", v -> "tеsts/1.0")),
                mismatch(
                        "a body hash that is another body's",
                        signer().sign(plus(plainPost(), "X-Amz-Content-Sha256", Sha256.EMPTY_HEX), NOW)),
                mismatch(
                        "an unsigned payload nobody allows",
                        signer().sign(plus(plainPost(), "X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"), NOW)),
                mismatch(
                        "a chunked payload nobody allows",
                        signer().sign(
                                        plus(plainPost(), "X-Amz-Content-Sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"),
                                        NOW)),
                new Hostile(
                        "a bare line break in a header",
                        header(post(), "Content-Type", v -> v + "\nx-evil:1"),
                        Code.INVALID_REQUEST,
                        "The header section holds"),
                new Hostile(
                        "a carriage return in a header",
                        header(post(), "Content-Type", v -> v + "\rx"),
                        Code.INVALID_REQUEST,
                        "The header section holds"),
                new Hostile(
                        "a NUL in a header",
                        header(post(), "Content-Type", v -> v + "\0"),
                        Code.INVALID_REQUEST,
                        "The header section holds"),
                new Hostile(
                        "half a surrogate pair in a header",
                        header(post(), "Content-Type", v -> v + "\ud800"),
                        Code.INVALID_REQUEST,
                        "The header section holds"),
                mismatch("a folded header that says more", header(post(), "Content-Type", v -> v + "\r\n x-evil:1")),
                new Hostile(
                        "a line break in the method",
                        line(post(), "POST\n/", "/"),
                        Code.INVALID_REQUEST,
                        "The method holds"),
                new Hostile("no method", line(post(), "", "/"), Code.INVALID_REQUEST, "The method holds"),
                new Hostile("a path without a slash", line(post(), "POST", "*"), Code.INVALID_URI, "Couldn't parse"),
                new Hostile(
                        "half a surrogate pair in the path",
                        line(post(), "POST", "/\udc00"),
                        Code.INVALID_URI,
                        "Couldn't parse"));
    }

    static Stream<Hostile> inTime() {
        Instant quarter = NOW.minus(Duration.ofMinutes(15));
        return Stream.of(
                scope(
                        "replayed after the window",
                        signer().sign(plainPost(), quarter.minusSeconds(1)),
                        "Signature expired: 20260301T114459Z is now earlier than 20260301T114500Z (20260301T120000Z -"
                                + " 15 min.)"),
                scope(
                        "from the future",
                        signer().sign(plainPost(), NOW.plusSeconds(901)),
                        "Signature not yet current: 20260301T121501Z is still later than 20260301T121500Z"
                                + " (20260301T120000Z + 15 min.)"),
                incomplete(
                        "no date",
                        without(post(), "X-Amz-Date"),
                        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. (Hashed"
                                + " with SHA-256 and encoded with Base64) Authorization="),
                incomplete(
                        "a date that is none",
                        header(post(), "X-Amz-Date", v -> "201"),
                        "Date must be in ISO-8601 'basic format'. Got '201'. See http://en.wikipedia.org/wiki/ISO_8601"),
                incomplete(
                        "a date with hyphens",
                        header(post(), "X-Amz-Date", v -> "2026-03-01T12:00:00Z"),
                        "Date must be in ISO-8601 'basic format'."),
                incomplete("month 13", header(post(), "X-Amz-Date", v -> "20261301T120000Z"), "Date must be in"),
                incomplete(
                        "digits of another script",
                        header(post(), "X-Amz-Date", v -> "２０260301T120000Z"),
                        "Date must be in"),
                incomplete(
                        "garbage in Date", plus(without(post(), "X-Amz-Date"), "Date", "yesterday"), "Date must be in"),
                scope(
                        "an old Date",
                        plus(without(post(), "X-Amz-Date"), "Date", "Sun, 01 Mar 2026 11:00:00 GMT"),
                        "Signature expired: 20260301T110000Z"),
                incomplete(
                        "X-Amz-Date goes before Date",
                        plus(header(post(), "X-Amz-Date", v -> "x"), "Date", "Sun, 01 Mar 2026 12:00:00 GMT"),
                        "Date must be in ISO-8601 'basic format'. Got 'x'."));
    }
}
