package io.claviger.sigv4;

import static io.claviger.sigv4.Requests.KEY_ID;
import static io.claviger.sigv4.Requests.NOW;
import static io.claviger.sigv4.Requests.authorization;
import static io.claviger.sigv4.Requests.body;
import static io.claviger.sigv4.Requests.header;
import static io.claviger.sigv4.Requests.line;
import static io.claviger.sigv4.Requests.plainGet;
import static io.claviger.sigv4.Requests.plainPost;
import static io.claviger.sigv4.Requests.plus;
import static io.claviger.sigv4.Requests.post;
import static io.claviger.sigv4.Requests.presigned;
import static io.claviger.sigv4.Requests.query;
import static io.claviger.sigv4.Requests.signer;
import static io.claviger.sigv4.Requests.temporarySigner;
import static io.claviger.sigv4.Requests.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.sigv4.Refusal.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that nobody may be taken in by, each with the exact refusal. */
class HostileRequestTest {

    private static final String MISMATCH = "The request signature we calculated does not match";

    /** @param message how the refusal's text begins */
    record Hostile(String name, HttpRequest request, Code code, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> hostile() {
        return Stream.of(inTheHeader(), inTheCanonicalRequest(), inTime(), inTheQuery(), inSize())
                .flatMap(UnaryOperator.identity());
    }

    private static Stream<Hostile> inTheHeader() {
        String mismatchText = "'SignedHeaders' must be lowercase";
        return Stream.of(
                missing("nothing signed", plainPost()),
                missing("empty Authorization", header(post(), "Authorization", v -> "")),
                missing("blank Authorization", header(post(), "Authorization", v -> " \t ")),
                incomplete(
                        "Basic",
                        header(post(), "Authorization", v -> "Basic QWxhZGRpbjpvcGVu="),
                        "Authorization header requires 'Credential' parameter. Authorization header requires"
                                + " 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter."
                                + " (Hashed with SHA-256 and encoded with Base64) Authorization="),
                incomplete(
                        "Bearer",
                        header(post(), "Authorization", v -> "Bearer eyJhbGciOiJIUzI1NiJ9"),
                        "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and"
                                + " encoded with Base64): '"),
                incomplete(
                        "Signature Version 2",
                        header(post(), "Authorization", v -> "AWS " + KEY_ID + ":Bh0E="),
                        "Authorization header requires 'Credential' parameter."),
                incomplete(
                        "no algorithm",
                        authorization(post(), "AWS4-HMAC-SHA256 ", ""),
                        "Authorization header must begin with the algorithm name"),
                incomplete(
                        "Signature Version 4A",
                        authorization(post(), "AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"),
                        "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256' (only AWS4-HMAC-SHA256 for now). "),
                incomplete(
                        "lower-case algorithm",
                        authorization(post(), "AWS4-HMAC-SHA256", "aws4-hmac-sha256"),
                        "Unsupported AWS 'algorithm': 'aws4-hmac-sha256'"),
                incomplete(
                        "algorithm only",
                        header(post(), "Authorization", v -> "AWS4-HMAC-SHA256"),
                        "Authorization header requires 'Credential' parameter."),
                incomplete(
                        "no Credential",
                        authorization(post(), "Credential=", "Kredential="),
                        "Authorization header requires 'Credential' parameter. (Hashed"),
                incomplete(
                        "no Signature",
                        header(post(), "Authorization", v -> v.substring(0, v.indexOf(", Signature"))),
                        "Authorization header requires 'Signature' parameter. (Hashed"),
                incomplete(
                        "empty signature",
                        header(post(), "Authorization", v -> v.replaceAll("Signature=.*", "Signature=")),
                        "Authorization header requires 'Signature' parameter. (Hashed"),
                incomplete(
                        "no SignedHeaders",
                        authorization(post(), "SignedHeaders=", "signedheaders="),
                        "Authorization header requires 'SignedHeaders' parameter. (Hashed"),
                incomplete(
                        "space within the credential",
                        authorization(post(), KEY_ID + "/", KEY_ID + " /"),
                        "Invalid key=value pair (missing equal-sign)"),
                incomplete(
                        "two Signatures",
                        header(post(), "Authorization", v -> v + ", Signature=00"),
                        "Authorization header has a 'Signature' parameter"),
                incomplete(
                        "two Credentials",
                        header(post(), "Authorization", v -> v + ", Credential=a/b/c/d/e"),
                        "Authorization header has a 'Credential' parameter"),
                incomplete(
                        "a foreign parameter",
                        header(post(), "Authorization", v -> v + ", Extra=1"),
                        "Authorization header has a 'Extra' parameter"),
                incomplete(
                        "two Authorization headers",
                        plus(post(), "authorization", "Basic QQ=="),
                        "A header that carries authentication"),
                incomplete(
                        "two X-Amz-Date headers",
                        plus(post(), "x-amz-date", "20260301T120000Z"),
                        "A header that carries authentication"),
                incomplete(
                        "four elements in the credential",
                        authorization(post(), "/us-east-1/iam", "/us-east-1"),
                        "Credential must have exactly 5 slash-delimited elements, e.g."
                                + " keyid/date/region/service/term, got '" + KEY_ID
                                + "/20260301/us-east-1/aws4_request'"),
                incomplete(
                        "six elements in the credential",
                        authorization(post(), "/iam/", "/iam/x/"),
                        "Credential must have exactly 5"),
                incomplete("no access key ID", authorization(post(), KEY_ID, ""), "Credential must have exactly 5"),
                incomplete(
                        "a huge access key ID",
                        authorization(post(), KEY_ID, "A".repeat(129)),
                        "Credential must have exactly 5"),
                scope(
                        "wrong region",
                        authorization(post(), "us-east-1", "eu-west-1"),
                        "Credential should be scoped to a valid region. "),
                scope(
                        "wrong service",
                        authorization(post(), "/iam/", "/sts/"),
                        "Credential should be scoped to correct service: 'iam'. "),
                scope(
                        "wrong terminator",
                        authorization(post(), "aws4_request", "aws5_request"),
                        "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'. "),
                scope(
                        "wrong day",
                        authorization(post(), "/20260301/", "/20260302/"),
                        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP:"
                                + " '20260302' != '20260301', from '20260301T120000Z'."),
                scope("half a day", authorization(post(), "/20260301/", "/2026030/"), "Date in Credential scope"),
                scope("no day", authorization(post(), "/20260301/", "//"), "Date in Credential scope"),
                scope(
                        "everything wrong at once",
                        authorization(post(), "20260301/us-east-1/iam/aws4_request", "b/c/d/e"),
                        "Credential should be scoped to a valid region. Credential should be scoped to correct"
                                + " service: 'iam'. Credential should be scoped with a valid terminator:"
                                + " 'aws4_request', not 'e'. Date in Credential scope does not match YYYYMMDD"),
                new Hostile(
                        "unknown key",
                        authorization(post(), KEY_ID, "AKIAUNKNOWN"),
                        Code.INVALID_CLIENT_TOKEN_ID,
                        "The security token included in the request is invalid."),
                new Hostile(
                        "long-term key with a token",
                        plus(post(), "X-Amz-Security-Token", "x"),
                        Code.INVALID_CLIENT_TOKEN_ID,
                        "The security token included in the request is invalid"),
                new Hostile(
                        "empty token",
                        plus(post(), "X-Amz-Security-Token", " "),
                        Code.INVALID_CLIENT_TOKEN_ID,
                        "The security token included in the request is invalid"),
                new Hostile(
                        "temporary key without a token",
                        temporarySigner().sign(plainPost(), NOW),
                        Code.INVALID_CLIENT_TOKEN_ID,
                        "The security token included in the request is invalid"),
                new Hostile(
                        "expired token",
                        temporarySigner()
                                .withSessionToken(Requests.EXPIRED_TOKEN)
                                .sign(plainPost(), NOW),
                        Code.EXPIRED_TOKEN,
                        "The security token included in the request is expired"),
                incomplete(
                        "two tokens",
                        plus(
                                temporarySigner()
                                        .withSessionToken(Requests.TOKEN)
                                        .sign(plainPost(), NOW),
                                "X-Amz-Security-Token",
                                Requests.TOKEN),
                        "A header that carries authentication"),
                scope(
                        "host not signed",
                        authorization(post(), "host;", ""),
                        "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."),
                scope(
                        "nothing signed at all",
                        header(post(), "Authorization", v -> v.replaceAll("SignedHeaders=[^,]*", "SignedHeaders=")),
                        "'Host' or ':authority' must be a 'SignedHeader'"),
                scope(
                        "date header not signed",
                        authorization(post(), ";x-amz-date", ""),
                        "There were headers present in the request which were not signed: X-Amz-Date"),
                scope(
                        "an x-amz header slipped in",
                        plus(post(), "X-AMZ-Target", "Evil.Delete"),
                        "There were headers present in the request which were not signed: X-AMZ-Target"),
                scope("capitals in SignedHeaders", authorization(post(), ";host;", ";Host;"), mismatchText),
                scope(
                        "unsorted SignedHeaders",
                        authorization(post(), "content-type;host", "host;content-type"),
                        mismatchText),
                scope("a header signed twice", authorization(post(), ";host;", ";host;host;"), mismatchText),
                scope("empty name in SignedHeaders", authorization(post(), ";host;", ";;host;"), mismatchText),
                scope(
                        "a trailing semicolon",
                        authorization(post(), "x-amz-user-agent,", "x-amz-user-agent;,"),
                        mismatchText));
    }

    private static Stream<Hostile> inTheCanonicalRequest() {
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

    private static Stream<Hostile> inTime() {
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

    private static Stream<Hostile> inTheQuery() {
        HttpRequest late = signer().presign(plainGet(), NOW.minusSeconds(901), Duration.ofDays(7));
        return Stream.of(
                scope(
                        "signed twice",
                        plus(presigned(), "Authorization", Requests.valueOf(post(), "Authorization")),
                        "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header."),
                incomplete(
                        "only the algorithm",
                        new HttpRequest(
                                "GET",
                                "/",
                                "X-Amz-Algorithm=AWS4-HMAC-SHA256",
                                plainGet().headers(),
                                new byte[0]),
                        "AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string parameters must"
                                + " include 'X-Amz-Signature'. AWS query-string parameters must include"
                                + " 'X-Amz-SignedHeaders'. AWS query-string parameters must include 'X-Amz-Date'."
                                + " Re-examine the query-string parameters."),
                missing("no algorithm", query(presigned(), "X-Amz-Algorithm", "X-Amz-Algorithn")),
                missing("algorithm in small letters", query(presigned(), "X-Amz-Algorithm", "x-amz-algorithm")),
                incomplete(
                        "4A in the query",
                        query(presigned(), "AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"),
                        "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256'"),
                incomplete(
                        "Version 2 in the query",
                        new HttpRequest(
                                "GET",
                                "/",
                                "AWSAccessKeyId=AKIA&SignatureVersion=2&Signature=x",
                                plainGet().headers(),
                                new byte[0]),
                        "Unsupported AWS 'algorithm': 'AWS Signature Version 2'"),
                incomplete(
                        "no signature",
                        query(presigned(), "&X-Amz-Signature=", "&X="),
                        "AWS query-string parameters must include 'X-Amz-Signature'. Re-examine"),
                incomplete(
                        "two signatures",
                        query(presigned(), "&X-Amz-Signature=", "&X-Amz-Signature=00&X-Amz-Signature="),
                        "AWS query-string parameters must include 'X-Amz-Signature' only once."),
                incomplete(
                        "two dates, one spelt otherwise",
                        query(presigned(), "&X-Amz-Date=", "&X-Amz%2DDate=x&X-Amz-Date="),
                        "AWS query-string parameters must include 'X-Amz-Date' only once."),
                incomplete(
                        "two tokens in the query",
                        query(
                                presigned(),
                                "&X-Amz-Date=",
                                "&X-Amz-Security-Token=a&X-Amz-Security-Token=b&X-Amz-Date="),
                        "AWS query-string parameters must include 'X-Amz-Security-Token' only once."),
                expires("garbage", "X-Amz-Expires=5m", "X-Amz-Expires should be a number"),
                expires("empty", "X-Amz-Expires=", "X-Amz-Expires should be a number"),
                expires("negative", "X-Amz-Expires=-1", "X-Amz-Expires must be non-negative"),
                expires("more than a week", "X-Amz-Expires=604801", "X-Amz-Expires must be less than a week"),
                expires(
                        "more than a number holds",
                        "X-Amz-Expires=99999999999999999999",
                        "X-Amz-Expires must be less than a week"),
                scope("presigned long ago, whatever it says about a week", late, "Signature expired: 20260301T114459Z"),
                mismatch("a longer life", query(presigned(), "X-Amz-Expires=300", "X-Amz-Expires=301")),
                mismatch("another action", query(presigned(), "GetCallerIdentity", "GetSessionToken")),
                mismatch("a parameter slipped in", query(presigned(), "Action=", "Evil=1&Action=")),
                mismatch("a nameless parameter slipped in", query(presigned(), "Action=", "=evil&Action=")),
                mismatch("presigned GET sent as POST", line(presigned(), "POST", "/")),
                mismatch("a body under a presigned GET", body(presigned(), "x")),
                scope(
                        "host not signed in the query",
                        query(presigned(), "SignedHeaders=host", "SignedHeaders=date"),
                        "'Host' or ':authority' must be"),
                scope(
                        "an x-amz header beside a presigned query",
                        plus(presigned(), "x-amz-acl", "public-read"),
                        "There were headers present in the request which were not signed: x-amz-acl"),
                incomplete(
                        "a token in both places",
                        plus(
                                query(presigned(), "&X-Amz-Date=", "&X-Amz-Security-Token=a&X-Amz-Date="),
                                "X-Amz-Security-Token",
                                "a"),
                        "A header that carries authentication"),
                malformed("half an escape", query(presigned(), "Action=", "x=%4&Action=")),
                malformed(
                        "an escape at the end",
                        new HttpRequest("GET", "/", "x=%", plainGet().headers(), new byte[0])),
                malformed("an escape of no digits", query(presigned(), "Action=", "%zz=1&Action=")),
                malformed("an escape across an ampersand", query(presigned(), "Action=", "x=%4&1=2&Action=")),
                malformed("half a surrogate pair", query(presigned(), "Action=", "x=\ud800&Action=")));
    }

    private static Stream<Hostile> inSize() {
        List<Header> many = new ArrayList<>(Collections.nCopies(101, new Header("a", "b")));
        return Stream.of(
                tooLarge("headers without end", Requests.headers(post(), many)),
                tooLarge("a header without end", plus(post(), "a", "b".repeat(Bounds.HEADER_CHARACTERS))),
                tooLarge("an Authorization without end", header(post(), "Authorization", v -> v + ",".repeat(8_192))),
                tooLarge("a query without end", query(presigned(), "Action=", "x".repeat(16_385) + "&Action=")),
                tooLarge("parameters without end", query(presigned(), "Action=", "x&".repeat(1_024) + "Action=")),
                tooLarge("a path without end", line(post(), "POST", "/" + "x".repeat(8_192))),
                tooLarge("a method without end", line(post(), "P".repeat(33), "/")));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedInAwsWords(Hostile hostile) {
        Verification<String> verification = Requests.verifier(Requests.IAM).verify(hostile.request());

        assertThat(verification).isInstanceOfSatisfying(Verification.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(hostile.code());
            assertThat(refused.refusal().message()).startsWith(hostile.message());
        });
    }

    @Test
    void thereAreManyWaysToCheat() {
        assertThat(hostile().map(Hostile::name).distinct()).hasSizeGreaterThan(110);
    }

    @Test
    void theRequestsTheyStartFromAreGood() {
        assertThat(Requests.verifier(Requests.IAM).verify(post())).isInstanceOf(Verification.Verified.class);
        assertThat(Requests.verifier(Requests.IAM).verify(presigned())).isInstanceOf(Verification.Verified.class);
    }

    private static Hostile missing(String name, HttpRequest request) {
        return new Hostile(name, request, Code.MISSING_AUTHENTICATION_TOKEN, "Request is missing Authentication Token");
    }

    private static Hostile incomplete(String name, HttpRequest request, String message) {
        return new Hostile(name, request, Code.INCOMPLETE_SIGNATURE, message);
    }

    private static Hostile scope(String name, HttpRequest request, String message) {
        return new Hostile(name, request, Code.SIGNATURE_DOES_NOT_MATCH, message);
    }

    private static Hostile mismatch(String name, HttpRequest request) {
        return new Hostile(name, request, Code.SIGNATURE_DOES_NOT_MATCH, MISMATCH);
    }

    private static Hostile malformed(String name, HttpRequest request) {
        return new Hostile(name, request, Code.MALFORMED_QUERY_STRING, "The query string contains a syntax error.");
    }

    private static Hostile expires(String name, String parameter, String message) {
        HttpRequest request = query(presigned(), "X-Amz-Expires=300", parameter);
        return new Hostile("expires: " + name, request, Code.AUTHORIZATION_QUERY_PARAMETERS_ERROR, message);
    }

    private static Hostile tooLarge(String name, HttpRequest request) {
        return new Hostile(name, request, Code.REQUEST_TOO_LARGE, "The ");
    }
}
