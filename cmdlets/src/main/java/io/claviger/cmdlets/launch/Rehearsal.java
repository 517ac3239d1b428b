package io.claviger.cmdlets.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Lines such as people type, each as a command line of its own, with real calls over the network to answers that AWS gave:
 * so a JVM that watches learns what a cmdlet needs. Part of the build.
 *
 * <p>What is learnt is made ready at every start, so what a line from a shell never needs, the prompt above all, is
 * rehearsed apart.
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

    /** With keys and region in files, as {@code Set-AWSCredential -StoreAs} writes them. */
    private static final List<String> AT_HOME = List.of("Get-STSCallerIdentity", "Get-IAMUser -ProfileName default");

    private static final String KEYS = """
            aws_access_key_id = AKIAIOSFODNN7EXAMPLE
            aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
            """;

    /** Runs a command line. */
    interface Launcher {
        /** Returns its exit code. */
        int run(Surroundings around, List<String> words);
    }

    private final Surroundings system;
    private final Launcher launcher;

    /**
     * A rehearsal that nothing of the user's has a part in.
     *
     * @param system takes what goes wrong; its files and its environment's settings for AWS are left alone
     * @param launcher runs the lines
     */
    Rehearsal(Surroundings system, Launcher launcher) {
        this.system = system;
        this.launcher = launcher;
    }

    /**
     * Plays the lines.
     *
     * @param prompt whether the prompt is played too
     * @return 0 when all went as they should, else 1
     */
    int play(boolean prompt) {
        try (RehearsedService service = new RehearsedService()) {
            Path home = Files.createTempDirectory("claviger-rehearsal");
            try {
                Map<String, String> environment = environment(service.endpoint());
                int failed = withKeys(environment, home)
                        + withFiles(environment, home)
                        + (prompt ? prompt(around(environment, home)) : 0);
                return failed == 0 ? 0 : 1;
            } finally {
                delete(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int withKeys(Map<String, String> environment, Path home) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
        all.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        all.put("AWS_REGION", "us-east-1");
        Surroundings around = around(all, home);
        int failed = run(List.of("Get-IAMUser", "-UserName", "alice"), around);
        for (String line : LINES) {
            failed += run(List.of(line), around);
        }
        return failed;
    }

    private int withFiles(Map<String, String> environment, Path home) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        Path credentials = home.resolve("credentials");
        Path config = home.resolve("config");
        Files.writeString(credentials, "# kept\n[default]\n" + KEYS + "\n[other]\n" + KEYS);
        Files.writeString(config, "[default]\nregion = us-east-1\n[profile other]\nregion = eu-west-1\n");
        all.put("AWS_SHARED_CREDENTIALS_FILE", credentials.toString());
        all.put("AWS_CONFIG_FILE", config.toString());
        Surroundings around = around(all, home);
        int failed = 0;
        for (String line : AT_HOME) {
            failed += run(List.of(line), around);
        }
        return failed;
    }

    /** That of the process, without what would lead to the user's files and keys. */
    private Map<String, String> environment(String endpoint) {
        Map<String, String> environment = new HashMap<>(system.environment());
        environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("XDG_"));
        environment.put("AWS_ENDPOINT_URL", endpoint);
        return environment;
    }

    private Surroundings around(Map<String, String> environment, Path home) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Surroundings(
                new ByteArrayInputStream(new byte[0]),
                nowhere,
                nowhere,
                new Surroundings.Terminals(
                        false, false, false, system.terminals().columns()),
                environment,
                home,
                home,
                system.clock(),
                system.hidden());
    }

    /** Runs it; 1 when it did not go as it should, else 0. */
    private int run(List<String> words, Surroundings around) {
        int code = launcher.run(around, words);
        boolean expected = code == (words.getLast().endsWith("Get-IAMUser -UserName nobody") ? 1 : 0);
        if (!expected) {
            system.err().println("rehearsal: exit code " + code + ": " + String.join(" ", words));
        }
        return expected ? 0 : 1;
    }

    /** A line typed at a prompt. */
    private static int prompt(Surroundings around) {
        ByteArrayInputStream typed = new ByteArrayInputStream("1+1\rexit\r".getBytes(StandardCharsets.UTF_8));
        try (Terminal terminal = TerminalBuilder.builder()
                .system(false)
                .type("xterm")
                .jni(false)
                .exec(false)
                .graphemeCluster(false)
                .streams(typed, OutputStream.nullOutputStream())
                .build()) {
            return new Prompt(around).run(terminal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.toList();
        }
        for (Path path : all.reversed()) {
            Files.delete(path);
        }
    }
}
