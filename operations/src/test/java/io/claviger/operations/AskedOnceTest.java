package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.operations.RecordedDatabase.Question;
import io.claviger.operations.gate.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * Within a transaction no question is put to the database twice, although the gate looks at what an operation then looks
 * up: of each operation, by the statements that SQLite has executed.
 */
class AskedOnceTest extends OnAWorkbench {

    private final RecordedDatabase database = (RecordedDatabase) bench.database;
    private int questions;

    AskedOnceTest() {
        super(new Workbench(new RecordedDatabase()));
    }

    /** The questions that a request asked twice within one of its transactions. */
    private List<Question> askedTwice(Actor actor, AwsRequest request) {
        List<List<Question>> _ = database.taken();
        try {
            actor.call(request);
        } catch (Refusal _) {
            // Also what is refused has asked.
        }
        List<Question> twice = new ArrayList<>();
        for (List<Question> transaction : database.taken()) {
            Set<Question> asked = new HashSet<>();
            transaction.stream().filter(question -> !asked.add(question)).forEach(twice::add);
            questions += asked.size();
        }
        return twice;
    }

    @Test
    void noOperationAsksAnythingTwice() {
        Map<String, AwsRequest> requests = createTargetsOfEveryOperation();
        Actor administrator = bench.administrator();
        Map<String, List<Question>> twice = new TreeMap<>();
        for (Operation<?> operation : bench.catalog.all()) {
            if (!operation.provesItself()) {
                AwsRequest request = Objects.requireNonNull(requests.get(operation.name()));
                List<Question> again = askedTwice(administrator, request);
                if (!again.isEmpty()) {
                    twice.put(operation.name(), again);
                }
            }
        }
        assertThat(twice).isEmpty();
        assertThat(questions).isGreaterThan(bench.catalog.all().size());
    }
}
