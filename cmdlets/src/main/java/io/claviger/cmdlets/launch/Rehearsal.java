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

    private final Surroundings system;

    Rehearsal(Surroundings system) {
        this.system = system;
    }

    /**
     * Plays the lines.
     *
     * @param prompt whether the prompt is played too
     * @return 0 when all went as they should, else 1
     */
    int play(boolean prompt) {
        try (RehearsedService service = new RehearsedService()) {
            int failed = withKeys(service.endpoint()) + atHome(service.endpoint()) + (prompt ? prompt() : 0);
            return failed == 0 ? 0 : 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int withKeys(String endpoint) {
        Map<String, String> environment = environment(endpoint);
        environment.put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
        environment.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        environment.put("AWS_REGION", "us-east-1");
        int failed = run(List.of("Get-IAMUser", "-UserName", "alice"), environment, system.home());
        for (String line : LINES) {
            failed += run(List.of(line), environment, system.home());
        }
        return failed;
    }

    private int atHome(String endpoint) throws IOException {
        Path home = Files.createTempDirectory("claviger-rehearsal");
        Path credentials = home.resolve("credentials");
        Path config = home.resolve("config");
        try {
            Files.writeString(credentials, "# kept\n[default]\n" + KEYS + "\n[other]\n" + KEYS);
            Files.writeString(config, "[default]\nregion = us-east-1\n[profile other]\nregion = eu-west-1\n");
            Map<String, String> environment = environment(endpoint);
            environment.put("AWS_SHARED_CREDENTIALS_FILE", credentials.toString());
            environment.put("AWS_CONFIG_FILE", config.toString());
            int failed = 0;
            for (String line : AT_HOME) {
                failed += run(List.of(line), environment, home);
            }
            return failed;
        } finally {
            Files.deleteIfExists(credentials);
            Files.deleteIfExists(config);
            Files.delete(home);
        }
    }

    private Map<String, String> environment(String endpoint) {
        Map<String, String> environment = new HashMap<>(system.environment());
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("AWS_ENDPOINT_URL", endpoint);
        return environment;
    }

    /** Runs it; 1 when it did not go as it should, else 0. */
    private int run(List<String> words, Map<String, String> environment, Path home) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Surroundings around = new Surroundings(
                new ByteArrayInputStream(new byte[0]),
                nowhere,
                nowhere,
                new Surroundings.Terminals(
                        false, false, false, system.terminals().columns()),
                environment,
                system.folder(),
                home,
                system.clock(),
                system.hidden());
        int code = new Launch(around, new Stopping()).run(words);
        boolean expected = code == (words.getLast().endsWith("Get-IAMUser -UserName nobody") ? 1 : 0);
        if (!expected) {
            system.err().println("rehearsal: exit code " + code + ": " + String.join(" ", words));
        }
        return expected ? 0 : 1;
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
}
