package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.operations.RecordedDatabase.Question;
import io.claviger.operations.gate.Operation;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** What names a thing by what the server makes, such as an ID or a password, asks for it and no more. */
    private static final String WITHOUT_A_TARGET = "GetSSHPublicKey UpdateSSHPublicKey DeleteSSHPublicKey"
            + " UpdateSigningCertificate DeleteSigningCertificate ResetServiceSpecificCredential"
            + " UpdateServiceSpecificCredential DeleteServiceSpecificCredential GetServiceLinkedRoleDeletionStatus"
            + " DeleteServiceLinkedRole ChangePassword ResyncMFADevice GetMFADevice DeactivateMFADevice"
            + " GetServiceLastAccessedDetails GetServiceLastAccessedDetailsWithEntities GetOrganizationsAccessReport"
            + " GetDelegationRequest AssociateDelegationRequest UpdateDelegationRequest AcceptDelegationRequest"
            + " RejectDelegationRequest SendDelegationToken GetHumanReadableSummary";

    private final RecordedDatabase database = (RecordedDatabase) bench.database;
    private final List<String> missing = new ArrayList<>();
    private int questions;

    AskedOnceTest() {
        super(new Workbench(new RecordedDatabase()));
    }

    /** How much is gone after an operation that others then miss: nothing, a part of an entity, or the entity. */
    private static int takesAway(Operation<?> operation) {
        if (operation.name().startsWith("Delete")) {
            return 2;
        }
        return operation.name().matches("(Detach|Remove|Untag|Deactivate|Disable).*") ? 1 : 0;
    }

    /** The questions that a request asked twice within one of its transactions. */
    private List<Question> askedTwice(Actor actor, String name, AwsRequest request) {
        List<List<Question>> _ = database.taken();
        try {
            actor.call(request);
        } catch (Refusal refusal) {
            // Also what is refused has asked, but no more than whether its target is there.
            if (refusal.code().equals("NoSuchEntity")) {
                missing.add(name);
            }
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
        bench.catalog.all().stream()
                .filter(operation -> !operation.provesItself())
                .sorted(Comparator.comparingInt(AskedOnceTest::takesAway))
                .forEach(operation -> {
                    AwsRequest request = Objects.requireNonNull(requests.get(operation.name()));
                    List<Question> again = askedTwice(administrator, operation.name(), request);
                    if (!again.isEmpty()) {
                        twice.put(operation.name(), again);
                    }
                });
        assertThat(twice).isEmpty();
        assertThat(missing).containsExactlyInAnyOrder(WITHOUT_A_TARGET.split(" "));
        assertThat(questions).isGreaterThan(bench.catalog.all().size());
    }
}
