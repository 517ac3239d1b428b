package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of one call at a time holds of many at once. */
class SimultaneousCallsTest extends OnAWorkbench {

    private static final int CALLS = 16;

    @Test
    void oneOfManyGetsTheName() throws InterruptedException {
        List<String> outcomes = atOnce(i -> admin.createUser(create -> create.userName(i % 2 == 0 ? "bob" : "BOB")));

        assertThat(outcomes).containsOnlyOnce("done").hasSize(CALLS);
        assertThat(outcomes).filteredOn(outcome -> !outcome.equals("done")).containsOnly("EntityAlreadyExists");
        assertThat(admin.listUsers().users()).hasSize(2);
    }

    @Test
    void noQuotaIsOutrun() throws InterruptedException {
        createUsers("bob");

        List<String> outcomes = atOnce(_ -> admin.createAccessKey(create -> create.userName("bob")));

        assertThat(outcomes).filteredOn("done"::equals).hasSize(2);
        assertThat(outcomes).filteredOn("LimitExceeded"::equals).hasSize(CALLS - 2);
    }

    @Test
    void whatIsAttachedIsNotDeletedUnderneath() throws InterruptedException {
        createUsers("bob");
        String arn = ownPolicy("own");

        List<String> outcomes = atOnce(i -> i % 2 == 0
                ? admin.attachUserPolicy(attach -> attach.userName("bob").policyArn(arn))
                : admin.deletePolicy(delete -> delete.policyArn(arn)));

        boolean isThere =
                !admin.listPolicies(list -> list.scope("Local")).policies().isEmpty();
        boolean isAttached = !admin.listAttachedUserPolicies(list -> list.userName("bob"))
                .attachedPolicies()
                .isEmpty();
        assertThat(isAttached).isEqualTo(isThere);
        assertThat(outcomes).contains("done");
    }

    private interface Numbered {

        Object call(int number);
    }

    private static List<String> atOnce(Numbered call) throws InterruptedException {
        List<Callable<String>> tasks = IntStream.range(0, CALLS)
                .<Callable<String>>mapToObj(i -> () -> outcome(call, i))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLS)) {
            List<Future<String>> futures = threads.invokeAll(tasks);
            return futures.stream().map(Future::resultNow).toList();
        }
    }

    private static String outcome(Numbered call, int number) {
        try {
            call.call(number);
            return "done";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }
}
