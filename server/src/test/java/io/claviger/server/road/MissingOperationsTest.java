package io.claviger.server.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.server.LogLines;
import io.claviger.wire.Service;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MissingOperationsTest {

    private static final long QUARTER = Duration.ofMinutes(15).toNanos();

    @Test
    void eachMissingOperationIsSaidOnceInAQuarterOfAnHour() {
        MissingOperations missing = new MissingOperations();
        try (LogLines log = LogLines.from(MissingOperations.class.getName())) {
            for (int i = 0; i < 3; i++) {
                missing.note(Service.IAM, "NewOperation", i);
                missing.note(Service.STS, "NewOperation", i);
            }
            assertThat(log.messages())
                    .hasSize(2)
                    .anyMatch(line -> line.contains("iam:NewOperation"))
                    .anyMatch(line -> line.contains("sts:NewOperation"))
                    .allMatch(line -> line.contains("InvalidAction"));

            missing.note(Service.IAM, "NewOperation", QUARTER);
            assertThat(log.messages()).hasSize(3);
        }
    }
}
