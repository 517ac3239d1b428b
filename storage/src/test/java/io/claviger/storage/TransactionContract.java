package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.group;
import static io.claviger.storage.Samples.in;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.key;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.Group;
import io.claviger.iam.User;
import io.claviger.iam.store.Change;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.StoreFailure;
import io.claviger.iam.store.Writing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Transactions: whole or not at all, one after another, each a revision, each reader in one state. */
interface TransactionContract extends ContractGround {

    @Test
    default void aWorkThatThrowsLeavesNothingBehindAndItsExceptionIsThrownOn() {
        long revision = store().changes().latest();
        IllegalStateException thrown = new IllegalStateException("changed my mind");
        assertThatThrownBy(() -> store().write(writing -> {
                    writing.insert(user("u"));
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(now().users().list(ACCOUNT, Slice.ALL)).isEmpty();
        assertThat(now().accounts().count(ACCOUNT, Counted.USERS)).isZero();
        assertThat(store().changes().latest()).isEqualTo(revision);
    }

    @Test
    default void aWorkThatWroteNothingTakesNoRevisionAndReturnsItsValue() {
        long revision = store().changes().latest();
        assertThat(store().<Long>write(writing -> writing.accounts().count(ACCOUNT, Counted.USERS)))
                .isZero();
        assertThat(store().changes().latest()).isEqualTo(revision);
    }

    @Test
    default void aWorkSeesItsOwnWrites() {
        User user = user("u");
        List<User> seen = store().write(writing -> {
            writing.insert(user);
            return writing.users().list(ACCOUNT, Slice.ALL);
        });
        assertThat(seen).containsExactly(user);
    }

    @Test
    default void aWorkThatGoesOnAfterARefusedWriteIsRefusedWhole() {
        insert(store(), user("u"));
        assertThatThrownBy(() -> store().write(writing -> {
                    writing.insert(user("first"));
                    try {
                        writing.insert(user("U"));
                    } catch (StoreFailure e) {
                        return false;
                    }
                    return true;
                }))
                .isInstanceOf(StoreFailure.class);
        assertThat(now().users().list(ACCOUNT, Slice.ALL)).containsExactly(user("u"));
    }

    @Test
    default void aReadOfOneAnswerSeesWhatWasWrittenAndAsksNoMore() {
        User user = user("u");
        insert(store(), user);
        assertThat(store().<Optional<User>>readOne(reading -> reading.users().named(ACCOUNT, "U")))
                .contains(user);
        AtomicReference<Reading> ended = new AtomicReference<>();
        assertThatThrownBy(() -> store().readOne(reading -> {
                    ended.set(reading);
                    return reading.users()
                            .byId(user.id())
                            .equals(reading.users().byId("another"));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("one statement was promised, and another is asked for");
        assertThatThrownBy(() -> ended.get().users().byId(user.id()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the transaction has ended");
        insert(store(), user("v"));
        assertThat(store().<Boolean>readOne(
                                reading -> reading.users().named(ACCOUNT, "v").isPresent()))
                .isTrue();
    }

    @Test
    default void everyWriteIsOneChangeOfAllThatItTouched() {
        long before = store().changes().latest();
        User user = user("u");
        Group group = group("g");
        insert(store(), user, group, in(group, user));
        insert(store(), key("AKIA1", user));
        assertThat(store().changes().latest()).isEqualTo(before + 2);
        assertThat(store().changes().holds(Set.of(user.id()), before, before + 1))
                .isFalse();
        assertThat(store().changes().holds(Set.of(group.id()), before, before + 1))
                .isFalse();
        assertThat(store().changes().holds(Set.of(ACCOUNT, "AKIA1"), before, before + 1))
                .isTrue();
        assertThat(store().changes().holds(Set.of("AKIA1"), before + 1, before + 2))
                .isFalse();
        assertThat(store().changes().holds(Set.of(group.id()), before + 1, before + 2))
                .isTrue();
    }

    @Test
    default void aReadingOrWritingIsOfNoUseAfterItsTransaction() {
        AtomicReference<Reading> reading = new AtomicReference<>();
        AtomicReference<Writing> writing = new AtomicReference<>();
        store().read(given -> {
            reading.set(given);
            return true;
        });
        store().write(given -> {
            writing.set(given);
            return true;
        });
        assertThatThrownBy(() -> reading.get().accounts().all()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writing.get().accounts().all()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writing.get().insert(user("late"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void aTransactionWithinAnotherIsRefusedAtOnce() {
        assertThatThrownBy(() -> store().write(outer ->
                        store().write(reading -> reading.accounts().all())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store().write(outer ->
                        store().read(reading -> reading.accounts().all())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store().read(outer ->
                        store().read(reading -> reading.accounts().all())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store().read(outer ->
                        store().write(reading -> reading.accounts().all())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(now().accounts().all()).hasSize(2);
    }

    @Test
    default void isReadyUntilItIsClosedAndThenRefuses() throws ExecutionException {
        assertThat(store().isReady()).isTrue();
        store().close();
        assertThat(store().isReady()).isFalse();
        assertThatThrownBy(() -> now().accounts().all()).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> insert(store(), user("u"))).isInstanceOf(StoreFailure.class);
        store().close();
    }

    @Test
    default void theLogsChangesAreInTheOrderOfTheirRevisions() {
        long before = store().changes().latest();
        for (int i = 0; i < 20; i++) {
            insert(store(), user("u" + i));
            Change expected = new Change(before + 1 + i, Set.of(user("u" + i).id()));
            assertThat(store().changes().latest()).isEqualTo(expected.revision());
            assertThat(store().changes().holds(expected.touched(), before + i, before + i + 1))
                    .isFalse();
        }
    }
}
