package io.claviger.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileTroubleTest {

    private static final Path FILE = Path.of("/srv/key.pem");

    @Test
    void reasonIsInWords() {
        assertThat(FileTrouble.reason(new NoSuchFileException("/srv/key.pem"), FILE))
                .isEqualTo("there is no such file or directory");
        assertThat(FileTrouble.reason(new AccessDeniedException("/srv/key.pem"), FILE))
                .isEqualTo("permission denied");
        assertThat(FileTrouble.reason(new NotDirectoryException("/srv/key.pem"), FILE))
                .isEqualTo("it is not a directory");
        assertThat(FileTrouble.reason(new FileSystemException("/srv/key.pem", null, "No space left on device"), FILE))
                .isEqualTo("no space left on device");
        assertThat(FileTrouble.reason(new MalformedInputException(1), FILE)).isEqualTo("it is not text in UTF-8");
        assertThat(FileTrouble.reason(new IOException("Is a directory"), FILE)).isEqualTo("is a directory");
        assertThat(FileTrouble.reason(new IOException(), FILE)).isEqualTo("the system gives no reason");
    }

    @Test
    void troubleWithAnotherFileNamesIt() {
        assertThat(FileTrouble.reason(new AccessDeniedException("/srv/.key.lock"), FILE))
                .isEqualTo("/srv/.key.lock: permission denied");
    }
}
