package io.claviger.policycli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Asks of each kind once, so that a JVM that watches learns what answers need. */
public final class PolicyRehearsal {

    private static final String POLICY = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {"Sid": "Read", "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::photos/${aws:username}/*"},
                {"Effect": "Allow", "Action": "sqs:SendMesage", "Resource": "*"},
                {
                  "Effect": "Deny",
                  "Action": "*",
                  "Resource": "*",
                  "Condition": {"NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}}
                }
              ]
            }
            """;

    private static final List<List<String>> QUESTIONS = List.of(
            List.of("validate", "-"),
            List.of("validate", "--json", "-"),
            List.of("decide", "--policy", "-", "--action", "s3:GetObject", "--resource", "arn:aws:s3:::photos/b/c"),
            List.of("decide", "--policy", "-", "--action", "s3:GetObject", "--json", "--context", "aws:username=b"),
            List.of("expand", "--long", "sqs:*"),
            List.of("keys", "--long", "-"),
            List.of("--help"));

    private PolicyRehearsal() {}

    /** Asks all of it. */
    public static void play() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        byte[] policy = POLICY.getBytes(StandardCharsets.UTF_8);
        for (List<String> question : QUESTIONS) {
            new PolicyProgram(
                            Path.of(""),
                            new ByteArrayInputStream(policy),
                            nowhere,
                            nowhere,
                            Map.of(Screen.COLUMNS, "100"))
                    .run(question);
        }
    }
}
