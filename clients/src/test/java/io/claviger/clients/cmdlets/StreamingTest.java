package io.claviger.clients.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.clients.Commands;
import io.claviger.clients.Program;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * As many users as an account may have run through a pipeline of a small process, three times over; and the first are
 * printed before the last are asked for.
 */
class StreamingTest {

    /** AWS's quota is 5,000; some are there from the start. */
    private static final int USERS = 4_900;

    private static final int TIMES = 3;
    private static final int PAGES = TIMES * USERS / 100;
    private static final int MEBIBYTES = 256;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    @TempDir
    private Path home = Path.of("");

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void theFirstUsersArePrintedBeforeTheLastPageIsFetched() throws Exception {
        try (Program program = Program.start(home, Optional.empty())) {
            makeUsers(program);
            try (Wiretap wiretap = new Wiretap(program.endpoint())) {
                wiretap.holdAfter(PAGES - 1);
                Process child = child(wiretap);
                CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> all(child.errorReader()));
                List<String> lines = new ArrayList<>();
                try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
                    while (lines.size() < 5) {
                        lines.add(out.readLine());
                    }
                    // Nobody has got the last page yet: it waits for this.
                    wiretap.letPass();
                    out.lines().forEach(lines::add);
                }
                assertThat(child.waitFor()).as(errors.get()).isZero();
                assertThat(lines).filteredOn(line -> line.startsWith("user-")).hasSize(TIMES * USERS);
                assertThat(wiretap.actions()).hasSize(PAGES);
                tellMemory(errors.get());
            }
        }
    }

    private static void tellMemory(String errors) {
        Matcher peak = PEAK.matcher(errors);
        if (peak.find()) {
            long mebibytes = Long.parseLong(peak.group(1)) / 1024;
            System.err.println(
                    "A pipeline over " + TIMES * USERS + " users needed at most " + mebibytes + " MiB of memory");
            assertThat(mebibytes).isLessThan(MEBIBYTES);
        }
    }

    private Process child(Wiretap wiretap) throws Exception {
        ProcessBuilder builder = Commands.process(
                home,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneLine.class.getName(),
                        "1.." + TIMES + " | ForEach-Object { Get-IAMUserList -PathPrefix /many/ }"
                                + " | Where-Object Path -eq /many/ | Select-Object UserName, Arn",
                        home.toString()));
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
