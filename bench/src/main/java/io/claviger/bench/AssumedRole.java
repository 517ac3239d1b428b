package io.claviger.bench;

import io.claviger.bench.SignedCall.By;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The role that benchmarks assume, and the calls of a session of it. */
final class AssumedRole {

    static final String ARN = "arn:aws:iam::" + Program.ACCOUNT + ":role/bench";

    /** The form that assumes it. */
    static final String ASSUME = "Action=AssumeRole&Version=2011-06-15&RoleSessionName=bench&RoleArn=" + encoded(ARN);

    private AssumedRole() {}

    /** A value as it stands in a form. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Calls of STS by the session that this answer to {@link #ASSUME} brings. */
    static By by(byte[] answer, URI endpoint) {
        String session = new String(answer, StandardCharsets.UTF_8);
        KeyPair key = new KeyPair(element(session, "AccessKeyId"), element(session, "SecretAccessKey"));
        return new By(key.signer("sts").withSessionToken(element(session, "SessionToken")), endpoint);
    }

    private static String element(String xml, String name) {
        return xml.substring(xml.indexOf("<" + name + ">") + name.length() + 2, xml.indexOf("</" + name + ">"));
    }
}
