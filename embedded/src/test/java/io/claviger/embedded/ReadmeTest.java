package io.claviger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.LimitExceededException;

/** The example of this module's README. */
@ExtendWith(ClavigerExtension.class)
class ReadmeTest {

    @Test
    void aThirdKeyIsRefused(IamClient iam) {
        iam.createUser(create -> create.userName("alice"));
        iam.createAccessKey(create -> create.userName("alice"));
        iam.createAccessKey(create -> create.userName("alice"));

        assertThatThrownBy(() -> iam.createAccessKey(create -> create.userName("alice")))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void theReadmeShowsThisVeryTest() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/claviger/embedded/ReadmeTest.java"));
        int begin = source.indexOf("    @Test");
        String example =
                source.substring(begin, source.indexOf("    @Test", begin + 1)).strip();

        assertThat(Path.of("README.md")).content().contains(example);
    }
}
