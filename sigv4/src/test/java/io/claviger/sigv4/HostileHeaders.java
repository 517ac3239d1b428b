package io.claviger.sigv4;

import static io.claviger.sigv4.Hostile.incomplete;
import static io.claviger.sigv4.Hostile.missing;
import static io.claviger.sigv4.Hostile.scope;
import static io.claviger.sigv4.Requests.KEY_ID;
import static io.claviger.sigv4.Requests.NOW;
import static io.claviger.sigv4.Requests.authorization;
import static io.claviger.sigv4.Requests.header;
import static io.claviger.sigv4.Requests.plainPost;
import static io.claviger.sigv4.Requests.plus;
import static io.claviger.sigv4.Requests.post;
import static io.claviger.sigv4.Requests.temporarySigner;

import io.claviger.sigv4.Refusal.Code;
import java.util.stream.Stream;

/** Requests whose headers are not those of a signature. */
final class HostileHeaders {

    private HostileHeaders() {}

    static Stream<Hostile> inTheHeader() {
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
                        "another host by its other name",
                        plus(post(), ":authority", "evil.example.com"),
                        "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."),
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
}
