package io.claviger.server;

import io.claviger.server.Visitor.Keys;
import io.claviger.server.composition.DataLocation;
import io.claviger.server.composition.RunningServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Signs people in to the console as its page does. */
abstract class ConsoleSignInContract {

    static final String EMAIL = "Root@Example.com";
    static final String PASSWORD = "Correct+h0rse";
    static final String ALICE =
            "{\"account\":\"123456789012\",\"userName\":\"alice\",\"password\":\"" + PASSWORD + "\"}";
    static final String ROOT = "{\"email\":\"root@example.com\",\"password\":\"" + Samples.PASSWORD + "\"}";

    final Path directory;
    final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
    final RunningServer server;
    final Visitor visitor;

    ConsoleSignInContract(@TempDir Path directory) {
        this.directory = directory;
        this.server = Samples.start(
                Samples.settings(
                        new DataLocation.InMemory(), Optional.of(directory.resolve("audit")), Optional.of(EMAIL)),
                now::get);
        this.visitor = new Visitor(server.endpoint());
    }

    @BeforeEach
    void createAlice() throws Exception {
        iam("CreateUser&UserName=alice");
        iam("CreateLoginProfile&UserName=alice&Password=" + Samples.encoded(PASSWORD));
    }

    @AfterEach
    void stop() {
        visitor.close();
        server.close();
    }

    String iam(String call) throws Exception {
        return Samples.iam(server.endpoint(), now.get(), call);
    }

    String identity(Keys keys) throws Exception {
        return Samples.call(server.endpoint(), now.get(), keys, "sts", "Action=GetCallerIdentity&Version=2011-06-15");
    }

    HttpResponse<String> session() {
        return visitor.post("session", "{}");
    }

    String asked(Keys keys, String action) throws Exception {
        return Samples.call(server.endpoint(), now.get(), keys, "iam", "Action=" + action + "&Version=2010-05-08");
    }
}
