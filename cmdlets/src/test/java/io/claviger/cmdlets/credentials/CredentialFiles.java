package io.claviger.cmdlets.credentials;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A session with shared files, and a server that it calls. */
abstract class CredentialFiles {

    static final String BASE = """
            [base]
            aws_access_key_id = AKIABASE
            aws_secret_access_key = secret
            endpoint_url = <url>
            region = eu-central-1
            """;

    static final String ROLE = """

            [profile role]
            role_arn = arn:aws:iam::123456789012:role/r
            source_profile = base
            external_id = e
            """;

    @TempDir
    Path home;

    TestSession desk;

    @BeforeEach
    void open() throws IOException {
        desk = new TestSession(home);
    }

    @AfterEach
    void close() {
        desk.close();
    }
}
