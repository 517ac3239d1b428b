package io.claviger.cmdlets.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call of a server that does not answer is broken off with the command that makes it. */
class StoppedCallsTest {

    @TempDir
    private Path home;

    private final CountDownLatch closing = new CountDownLatch(1);
    private TestSession desk;
    private HttpServer silent;
    private HttpServer endless;

    @BeforeEach
    void open() throws IOException {
        desk = new TestSession(home);
        silent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        silent.createContext("/", exchange -> {
            desk.stop();
            try {
                closing.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        silent.start();
        endless = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endless.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            desk.stop();
            try (OutputStream body = exchange.getResponseBody()) {
                while (!closing.await(100, TimeUnit.MILLISECONDS)) {
                    body.write(' ');
                    body.flush();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        endless.start();
    }

    @AfterEach
    void close() {
        closing.countDown();
        silent.stop(0);
        endless.stop(0);
        desk.close();
    }

    /** A call that is not broken off ends by itself after half a minute. */
    @ParameterizedTest
    @Timeout(20)
    @CsvSource({
        "<url>, <silent>, Get-IAMUser -ProfileName role",
        "<url>, <silent>, Get-IAMUser -ProfileName token",
        "<url>, <silent>, Get-IAMCredentialReport -Raw -ProfileName role",
        "<silent>, <url>, Get-IAMUser -ProfileName base",
        "<silent>, <url>, Get-IAMCredentialReport -Raw -ProfileName base",
    })
    void itEndsAtOnce(String iam, String sts, String line) throws IOException {
        desk.write("token", "a-token");
        desk.write("config", """
                [profile base]
                aws_access_key_id = A
                aws_secret_access_key = s
                [profile role]
                role_arn = arn:aws:iam::123456789012:role/r
                source_profile = base
                [profile token]
                role_arn = arn:aws:iam::123456789012:role/r
                web_identity_token_file = .aws/token
                """);
        desk.environment.put("AWS_ENDPOINT_URL_IAM", address(iam));
        desk.environment.put("AWS_ENDPOINT_URL_STS", address(sts));
        assertThat(desk.run("try { " + line + "; 'never' } catch { 'never' }")).isEqualTo(130);
        // The stop may have interrupted this thread; the session's next line would pass over that.
        Thread.interrupted();
        assertThat(desk.out()).isEmpty();
        assertThat(desk.err()).isEmpty();
        assertThat(desk.calls).isEmpty();
    }

    /** At whatever moment of the call the stop comes. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void itEndsWheneverItIsStopped() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Random random = new Random(11);
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listening.setExecutor(task -> Thread.ofVirtual().start(task));
        listening.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            int micros = random.nextInt(300);
            Thread.ofVirtual().start(() -> {
                LockSupport.parkNanos(1_000L * micros);
                desk.stop();
            });
            try {
                over.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        listening.start();
        desk.environment.put("AWS_ACCESS_KEY_ID", "A");
        desk.environment.put("AWS_SECRET_ACCESS_KEY", "s");
        desk.environment.put(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + listening.getAddress().getPort());
        try {
            for (int round = 0; round < 400; round++) {
                assertThat(desk.run("Get-IAMUser")).isEqualTo(130);
                Thread.interrupted();
            }
        } finally {
            over.countDown();
            listening.stop(0);
        }
    }

    /** Nor is a server waited for that has the keys: one that says nothing, or one that never comes to its end. */
    @ParameterizedTest
    @Timeout(value = 15, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @CsvSource({
        "AWS_CONTAINER_CREDENTIALS_FULL_URI, <silent>, Get-IAMUser",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI, <endless>, Get-IAMUser",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI, <endless>, Get-IAMUser -ProfileName container",
        "AWS_EC2_METADATA_SERVICE_ENDPOINT, <silent>, Get-IAMUser",
        "AWS_EC2_METADATA_SERVICE_ENDPOINT, <endless>, Get-IAMUser",
    })
    void norAreKeysWaitedFor(String variable, String server, String line) throws IOException {
        desk.write("config", """
                [profile container]
                role_arn = arn:aws:iam::123456789012:role/r
                credential_source = EcsContainer
                """);
        desk.environment.remove("AWS_EC2_METADATA_DISABLED");
        desk.environment.put("AWS_ENDPOINT_URL", desk.url());
        desk.environment.put(variable, address(server));
        assertThat(desk.run("try { " + line + "; 'never' } catch { 'never' }")).isEqualTo(130);
        Thread.interrupted();
        assertThat(desk.out()).isEmpty();
        assertThat(desk.err()).isEmpty();
        assertThat(desk.calls).isEmpty();
    }

    private String address(String name) {
        return switch (name) {
            case "<silent>" -> "http://127.0.0.1:" + silent.getAddress().getPort();
            case "<endless>" -> "http://127.0.0.1:" + endless.getAddress().getPort();
            default -> desk.url();
        };
    }
}
