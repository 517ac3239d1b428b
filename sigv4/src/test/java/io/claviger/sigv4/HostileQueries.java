package io.claviger.sigv4;

import static io.claviger.sigv4.Hostile.expires;
import static io.claviger.sigv4.Hostile.incomplete;
import static io.claviger.sigv4.Hostile.malformed;
import static io.claviger.sigv4.Hostile.mismatch;
import static io.claviger.sigv4.Hostile.missing;
import static io.claviger.sigv4.Hostile.scope;
import static io.claviger.sigv4.Hostile.tooLarge;
import static io.claviger.sigv4.Requests.NOW;
import static io.claviger.sigv4.Requests.body;
import static io.claviger.sigv4.Requests.header;
import static io.claviger.sigv4.Requests.line;
import static io.claviger.sigv4.Requests.plainGet;
import static io.claviger.sigv4.Requests.plus;
import static io.claviger.sigv4.Requests.post;
import static io.claviger.sigv4.Requests.presigned;
import static io.claviger.sigv4.Requests.query;
import static io.claviger.sigv4.Requests.signer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Presigned requests that are not, and requests without end. */
final class HostileQueries {

    private HostileQueries() {}

    static Stream<Hostile> inTheQuery() {
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

    static Stream<Hostile> inSize() {
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
}
