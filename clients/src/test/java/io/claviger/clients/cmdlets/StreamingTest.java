package io.claviger.clients.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.Commands;
import io.claviger.clients.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Ten thousand users run through pipelines of the program as a shell starts it; the first are printed before the last are
 * asked for, and they never are in memory all at once.
 */
class StreamingTest {

    private static final int USERS = 10_000;
    private static final int PAGES = USERS / 100;
    private static final int MEBIBYTES = 256;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    @TempDir
    private static Path home = Path.of("");

    private static @Nullable Program program;

    @BeforeAll
    static void makeUsers() throws Exception {
        Program started = Program.start(home, Optional.empty(), "--users-per-account", String.valueOf(USERS + 100));
        program = started;
        makeUsers(started);
    }

    @AfterAll
    static void stop() {
        if (program != null) {
            program.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Get-IAMUserList -PathPrefix /many/",
        "Get-IAMUserList -PathPrefix /many/ | Where-Object Path -eq /many/ | Select-Object UserName",
        "Get-IAMUserList -PathPrefix /many/ | Format-Table UserName",
    })
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void theFirstUsersArePrintedBeforeTheLastPageIsFetched(String line) throws Exception {
        try (Wiretap wiretap = new Wiretap(Objects.requireNonNull(program).endpoint())) {
            wiretap.holdAfter(PAGES - 1);
            Process process = launched(wiretap, line);
            CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> all(process.errorReader()));
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                Stream<String> lines = out.lines().filter(shown -> shown.contains("user-"));
                Iterator<String> users = lines.iterator();
                String first = users.next();
                // Nobody has got the last page yet: it waits for this.
                wiretap.letPass();
                Set<String> names = new HashSet<>();
                names.add(name(first));
                OptionalLong peak = OptionalLong.empty();
                while (users.hasNext()) {
                    names.add(name(users.next()));
                    if (names.size() == USERS - 100) {
                        peak = peak(process);
                    }
                }
                assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
                assertThat(process.exitValue()).as(errors.get()).isZero();
                assertThat(names).hasSize(USERS);
                peak.ifPresent(kibibytes -> {
                    System.err.println(
                            line + ": " + kibibytes / 1024 + " MiB of memory at most, for " + USERS + " users");
                    assertThat(kibibytes / 1024).isLessThan(MEBIBYTES);
                });
            }
            assertThat(wiretap.actions()).hasSize(PAGES);
        }
    }

    private static String name(String shown) {
        return shown.substring(shown.indexOf("user-"), shown.indexOf("user-") + "user-00000".length());
    }

    /** The most memory that the process had so far, where the system tells. */
    private static OptionalLong peak(Process process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        Matcher peak = PEAK.matcher(Files.readString(status));
        return peak.find() ? OptionalLong.of(Long.parseLong(peak.group(1))) : OptionalLong.empty();
    }

    private static Process launched(Wiretap wiretap, String line) throws IOException {
        ProcessBuilder builder =
                Commands.process(home, List.of(Program.launcher().toString(), line));
        builder.environment().put("AWS_ENDPOINT_URL", wiretap.endpoint().toString());
        builder.environment().put("AWS_ACCESS_KEY_ID", Program.ADMINISTRATOR.id());
        builder.environment().put("AWS_SECRET_ACCESS_KEY", Program.ADMINISTRATOR.secret());
        return builder.start();
    }

    private static String all(BufferedReader reader) {
        return String.join("\n", reader.lines().toList());
    }

    private static void makeUsers(Program program) throws Exception {
        try (IamClient client = IamClient.builder()
                        .httpClient(
                                Apache5HttpClient.builder().maxConnections(16).build())
                        .endpointOverride(program.endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(Program.ADMINISTRATOR.id(), Program.ADMINISTRATOR.secret())))
                        .build();
                ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<?>> made = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                String name = "user-%05d".formatted(i);
                made.add(threads.submit(
                        () -> client.createUser(user -> user.userName(name).path("/many/"))));
            }
            for (Future<?> one : made) {
                one.get();
            }
        }
    }
}
