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
 * Typical lines, each run as a command line, with real calls over the network to recorded answers of AWS. The start-up
 * cache is recorded from them. Part of the build.
 *
 * <p>Everything in a cache is loaded at every start, so the prompt, which a line from a shell never needs, has a cache
 * of its own.
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

    /** Lines with keys and region in files, as {@code Set-AWSCredential -StoreAs} writes them. */
    private static final List<String> AT_HOME = List.of("Get-STSCallerIdentity", "Get-IAMUser -ProfileName default");

    private static final String KEYS = """
            aws_access_key_id = AKIAIOSFODNN7EXAMPLE
            aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
            """;

    /** Runs a command line. */
    interface Launcher {
        /** Returns its exit code. */
        int run(ProgramEnvironment around, List<String> words);
    }

    private final ProgramEnvironment system;
    private final Launcher launcher;

    /**
     * A rehearsal, which uses nothing of the user's.
     *
     * @param system its streams, for failures; its files and its settings for AWS are not used
     * @param launcher runs the lines
     */
    Rehearsal(ProgramEnvironment system, Launcher launcher) {
        this.system = system;
        this.launcher = launcher;
    }

    /**
     * Runs the lines.
     *
     * @param prompt whether the prompt is run too
     * @return 0 if all succeeded, else 1
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
        ProgramEnvironment around = around(all, home);
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
        ProgramEnvironment around = around(all, home);
        int failed = 0;
        for (String line : AT_HOME) {
            failed += run(List.of(line), around);
        }
        return failed;
    }

    /** The process's environment, without the user's files and keys. */
    private Map<String, String> environment(String endpoint) {
        Map<String, String> environment = new HashMap<>(system.environment());
        environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("XDG_"));
        environment.put("AWS_ENDPOINT_URL", endpoint);
        return environment;
    }

    private ProgramEnvironment around(Map<String, String> environment, Path home) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new ProgramEnvironment(
                new ByteArrayInputStream(new byte[0]),
                nowhere,
                nowhere,
                new ProgramEnvironment.Terminals(
                        false, false, false, system.terminals().columns()),
                environment,
                home,
                home,
                system.clock(),
                system.hidden());
    }

    /** Runs a line; returns 0 if it succeeded, else 1. */
    private int run(List<String> words, ProgramEnvironment around) {
        int code = launcher.run(around, words);
        boolean expected = code == (words.getLast().endsWith("Get-IAMUser -UserName nobody") ? 1 : 0);
        if (!expected) {
            system.err().println("rehearsal: exit code " + code + ": " + String.join(" ", words));
        }
        return expected ? 0 : 1;
    }

    /** Runs a line that is typed at a prompt. */
    private static int prompt(ProgramEnvironment around) {
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
