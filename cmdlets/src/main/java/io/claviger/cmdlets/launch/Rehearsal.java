package io.claviger.cmdlets.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.claviger.cmdlets.shell.Session;
import io.claviger.cmdlets.shell.StreamConsole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Lines such as people type, each in a session of its own, with real calls over the network to answers that AWS gave: so a
 * JVM that watches learns what a cmdlet needs. Part of the build.
 */
final class Rehearsal {

    private static final List<String> LINES = List.of(
            "Get-STSCallerIdentity",
            "Get-IAMUser",
            "Get-IAMUser -UserName alice -Region us-east-1",
            "Get-IAMUserList | Where-Object Path -eq /dev/ | Select-Object UserName, Arn | Sort-Object UserName",
            "(Get-IAMUserList).Count",
            "Get-IAMUserList | ForEach-Object { $_.UserName.ToUpper() } | Select-Object -First 1",
            "Get-IAMUserList | Format-Table UserName, Path",
            "Get-IAMUserList | ConvertTo-Json -Depth 3",
            "New-IAMAccessKey -UserName alice",
            "New-IAMUser -UserName alice -Tag @{Key='team';Value='a'}",
            "Remove-IAMAccessKey -UserName alice -AccessKeyId AKIAIOSFODNN7EXAMPLE -Force",
            "Remove-IAMUser -UserName alice -WhatIf",
            "$k = Get-IAMAccessKey -UserName alice; if ($k) { \"$($k.AccessKeyId) of $env:USER\" } else { 'none' }",
            "try { Get-IAMUser -UserName nobody } catch { $_.Exception.Message }",
            "Get-IAMUser -UserName nobody");

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

    private final Surroundings system;

    Rehearsal(Surroundings system) {
        this.system = system;
    }

    /** Plays the lines; 0 when all went as they should. */
    int play() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", Rehearsal::answer);
            server.start();
            try {
                return play("http://127.0.0.1:" + server.getAddress().getPort());
            } finally {
                server.stop(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int play(String endpoint) {
        Map<String, String> environment = new HashMap<>(system.environment());
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("AWS_ENDPOINT_URL", endpoint);
        environment.put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
        environment.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        environment.put("AWS_REGION", "us-east-1");
        int failed = 0;
        for (String line : LINES) {
            int code = run(line, environment);
            boolean expected = code == (line.endsWith("Get-IAMUser -UserName nobody") ? 1 : 0);
            if (!expected) {
                system.err().println("rehearsal: exit code " + code + ": " + line);
                failed++;
            }
        }
        return failed + prompt() == 0 ? 0 : 1;
    }

    /** A line typed at a prompt. */
    private int prompt() {
        ByteArrayInputStream typed = new ByteArrayInputStream("1+1\rexit\r".getBytes(StandardCharsets.UTF_8));
        try (Terminal terminal = TerminalBuilder.builder()
                .system(false)
                .type("xterm")
                .jni(false)
                .exec(false)
                .graphemeCluster(false)
                .streams(typed, OutputStream.nullOutputStream())
                .build()) {
            return new Prompt(system).run(terminal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(String line, Map<String, String> environment) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        StreamConsole console = new StreamConsole(
                StreamConsole.DEFAULT_WIDTH,
                new ByteArrayInputStream(new byte[0]),
                nowhere,
                nowhere,
                false,
                false,
                true);
        try (Session session =
                new Session(console, Launch.sources(), environment, system.folder(), system.home(), system.clock())) {
            return session.run(line);
        }
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
