package io.claviger.cmdlets.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers calls on the loopback interface with recorded answers of AWS, for a {@link Rehearsal}. */
final class RehearsedService implements AutoCloseable {

    private static final Map<String, String> ANSWERS = Map.of(
            "Action=GetCallerIdentity",
            "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>"
                    + "<Arn>arn:aws:iam::123456789012:user/alice</Arn><UserId>AIDACKCEVSQ6C2EXAMPLE</UserId>"
                    + "<Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata>"
                    + "<RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>",
            "Action=GetUser",
            "<GetUserResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><GetUserResult><User>"
                    + "<Path>/</Path><UserName>alice</UserName><Arn>arn:aws:iam::123456789012:user/alice</Arn>"
                    + "<UserId>AIDACKCEVSQ6C2EXAMPLE</UserId><CreateDate>2019-09-04T12:46:18Z</CreateDate>"
                    + "</User></GetUserResult></GetUserResponse>",
            "Action=CreateUser",
            "<CreateUserResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><CreateUserResult><User>"
                    + "<Path>/</Path><UserName>alice</UserName><Arn>arn:aws:iam::123456789012:user/alice</Arn>"
                    + "<UserId>AIDACKCEVSQ6C2EXAMPLE</UserId><CreateDate>2019-09-04T12:46:18Z</CreateDate>"
                    + "<Tags><member><Key>team</Key><Value>a</Value></member></Tags>"
                    + "</User></CreateUserResult></CreateUserResponse>",
            "Action=ListUsers",
            "<ListUsersResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><ListUsersResult><Users><member>"
                    + "<Path>/dev/</Path><UserName>alice</UserName><Arn>arn:aws:iam::123456789012:user/dev/alice</Arn>"
                    + "<UserId>AIDACKCEVSQ6C2EXAMPLE</UserId><CreateDate>2019-09-04T12:46:18Z</CreateDate>"
                    + "</member></Users><IsTruncated>false</IsTruncated></ListUsersResult></ListUsersResponse>",
            "Action=CreateAccessKey",
            "<CreateAccessKeyResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><CreateAccessKeyResult>"
                    + "<AccessKey><UserName>alice</UserName><AccessKeyId>AKIAIOSFODNN7EXAMPLE</AccessKeyId>"
                    + "<Status>Active</Status><SecretAccessKey>wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
                    + "</SecretAccessKey><CreateDate>2019-09-04T12:46:18Z</CreateDate></AccessKey>"
                    + "</CreateAccessKeyResult></CreateAccessKeyResponse>",
            "Action=ListAccessKeys",
            "<ListAccessKeysResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><ListAccessKeysResult>"
                    + "<AccessKeyMetadata><member><UserName>alice</UserName>"
                    + "<AccessKeyId>AKIAIOSFODNN7EXAMPLE</AccessKeyId><Status>Active</Status>"
                    + "<CreateDate>2019-09-04T12:46:18Z</CreateDate></member></AccessKeyMetadata>"
                    + "<IsTruncated>false</IsTruncated></ListAccessKeysResult></ListAccessKeysResponse>",
            "Action=DeleteAccessKey",
            "<DeleteAccessKeyResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><ResponseMetadata>"
                    + "<RequestId>1</RequestId></ResponseMetadata></DeleteAccessKeyResponse>");

    private static final String NO_USER =
            "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type>"
                    + "<Code>NoSuchEntity</Code><Message>The user with name nobody cannot be found.</Message></Error>"
                    + "<RequestId>1</RequestId></ErrorResponse>";

    private final HttpServer server;

    /**
     * Listens at a port that the system chooses.
     *
     * @throws IOException if it cannot listen
     */
    RehearsedService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", RehearsedService::answer);
        server.start();
    }

    /** Its address. */
    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean missing = body.contains("UserName=nobody");
        String answer = missing
                ? NO_USER
                : ANSWERS.entrySet().stream()
                        .filter(one -> (body + "&").contains(one.getKey() + "&"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(() -> new IOException("no answer is kept for " + body));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(missing ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
