package io.claviger.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.Authorizer;
import io.claviger.iam.User;
import io.claviger.iam.store.EntityMemory;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Transactions;
import io.claviger.iam.store.Writing;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Gate;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Permit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;

/** What the gate has looked up, the transaction that follows need not look up again, unless it was touched meanwhile. */
class RememberedEntitiesTest extends OnAWorkbench {

    private final Actor alice = bench.user("alice", Documents.allow("iam:*", "*"));
    private final Watched store = new Watched(bench.store);
    private final Gate gate =
            new Gate(new Authorizer(), new EntityView.Latest(store, bench.store.changes(), 100), store);

    /** Keeps the ID of the user "bob" that the last writing transaction remembered. */
    private static final class Watched implements Transactions {
        private final Transactions store;
        private @Nullable String remembered;

        Watched(Transactions store) {
            this.store = store;
        }

        @Override
        public <T> T read(Function<Reading, T> work) {
            return store.read(work);
        }

        @Override
        public <T> T write(Function<Writing, T> work) {
            return store.write(work);
        }

        @Override
        public <T> T write(EntityMemory memory, Function<Writing, T> work) {
            return store.write(memory, writing -> {
                remembered = memory.user(ACCOUNT, "bob").map(User::id).orElse(null);
                return work.apply(writing);
            });
        }
    }

    private Permit admitted(String userName) {
        CreateAccessKeyRequest request =
                CreateAccessKeyRequest.builder().userName(userName).build();
        return bench.catalog.all().stream()
                .filter(row -> row.requestClass().isInstance(request))
                .map(operation -> admitted(operation, request))
                .findAny()
                .orElseThrow();
    }

    private <Q extends AwsRequest> Permit admitted(Operation<Q> operation, AwsRequest request) {
        return (Permit) gate.admit(
                Peer.USUAL.call(bench.caller(alice.accessKeyId(), null).orElseThrow(), bench.now()),
                operation,
                operation.requestClass().cast(request));
    }

    @Test
    void theUserThatWasJudgedIsRememberedUntilItIsTouched() {
        String id = admin.createUser(create -> create.userName("bob")).user().userId();
        admin.createUser(create -> create.userName("carol"));
        admitted("bob").execute();
        assertThat(store.remembered).isEqualTo(id);

        Permit permit = admitted("bob");
        admin.updateUser(update -> update.userName("carol").newPath("/elsewhere/"));
        permit.execute();
        assertThat(store.remembered).isEqualTo(id);

        admin.listAccessKeys(list -> list.userName("bob"))
                .accessKeyMetadata()
                .forEach(key ->
                        admin.deleteAccessKey(delete -> delete.userName("bob").accessKeyId(key.accessKeyId())));
        Permit late = admitted("bob");
        admin.updateUser(update -> update.userName("bob").newPath("/elsewhere/"));
        late.execute();
        assertThat(store.remembered).isNull();
    }

    @Test
    void aKeyThatTheUserGetsMeanwhileDoesNotTouchThem() {
        String id = admin.createUser(create -> create.userName("bob")).user().userId();
        Permit permit = admitted("bob");
        admin.createAccessKey(create -> create.userName("bob"));
        permit.execute();
        assertThat(store.remembered).isEqualTo(id);
    }
}
