package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.NOW;
import static io.claviger.storage.Samples.OTHER_ACCOUNT;
import static io.claviger.storage.Samples.account;
import static io.claviger.storage.Samples.attached;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.group;
import static io.claviger.storage.Samples.in;
import static io.claviger.storage.Samples.inline;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.key;
import static io.claviger.storage.Samples.policy;
import static io.claviger.storage.Samples.update;
import static io.claviger.storage.Samples.user;
import static io.claviger.storage.Samples.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.Entity;
import io.claviger.iam.Group;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.Partition;
import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.StoreFailure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What would break the data is refused, and nothing of the transaction stays. */
interface RefusingContract extends ContractGround {

    @Test
    default void neverFindsOrChangesAnEntityOfAnotherAccount() {
        User theirs = user(OTHER_ACCOUNT, "name", "/");
        User ours = user("name");
        Group group = group("name");
        insert(store(), theirs, group(OTHER_ACCOUNT, "name", "/"), policy(OTHER_ACCOUNT, "name", "/"));
        assertThat(now().users().named(ACCOUNT, "name")).isEmpty();
        assertThat(now().groups().named(ACCOUNT, "name")).isEmpty();
        assertThat(now().policies().named(ACCOUNT, "name")).isEmpty();
        assertThat(now().users().list(ACCOUNT, Slice.ALL)).isEmpty();
        assertThat(now().accounts().count(ACCOUNT, Counted.USERS)).isZero();
        insert(store(), ours, group);

        User disguised = new User(ACCOUNT, theirs.id(), "stolen", "/", NOW, null, List.of());
        assertThatThrownBy(() -> update(store(), disguised)).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> delete(store(), disguised)).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> insert(store(), in(group, theirs))).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> insert(store(), key("AKIA1", disguised))).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> insert(store(), inline(theirs.id(), "p"))).isInstanceOf(StoreFailure.class);
        assertThat(now().users().byId(theirs.id())).contains(theirs);
    }

    static Stream<List<Entity>> collisions() {
        User user = user("Name");
        Group group = group("Name");
        ManagedPolicy policy = policy("Name");
        return Stream.of(
                List.of(user, new User(ACCOUNT, "AIDAOTHER", "nAME", "/p/", NOW, null, List.of())),
                List.of(user, user.renamed("other", "/")),
                List.of(group, new Group(ACCOUNT, "AGPAOTHER", "nAME", "/p/", NOW)),
                List.of(policy, policy(ACCOUNT, "NAME", "/")),
                List.of(user, group, in(group, user), in(group, user)),
                List.of(user, inline(user.id(), "p"), inline(user.id(), "P")),
                List.of(
                        user,
                        attached(user.id(), "arn:aws:iam::aws:policy/A"),
                        attached(user.id(), "arn:aws:iam::aws:policy/A")),
                List.of(user, key("AKIA1", user), key("AKIA1", user)),
                List.of(policy, version(policy, 1), version(policy, 1)),
                List.of(account(ACCOUNT)),
                // Without what they belong to:
                List.of(in(group, user)),
                List.of(user, in(group, user)),
                List.of(version(policy, 1)),
                List.of(key("AKIA1", user)),
                List.of(inline(user.id(), "p")),
                List.of(attached(user.id(), "arn:aws:iam::aws:policy/A")),
                List.of(user("999999999999", "nobody", "/")));
    }

    @ParameterizedTest
    @MethodSource("io.claviger.storage.RefusingContract#collisions")
    default void refusesTheLastAndLeavesNothingOfTheTransaction(List<Entity> entities) {
        long revision = store().changes().latest();
        assertThatThrownBy(() -> insert(store(), entities.toArray(Entity[]::new)))
                .isInstanceOf(StoreFailure.class);
        assertThat(store().changes().latest()).isEqualTo(revision);
        assertThat(now().users().list(ACCOUNT, Slice.ALL)).isEmpty();
        assertThat(now().accounts().count(ACCOUNT, Counted.USERS)).isZero();
    }

    static Stream<List<Entity>> leftovers() {
        User user = user("u");
        Group group = group("g");
        ManagedPolicy policy = policy("p");
        String arn = policy.arn(Partition.AWS);
        return Stream.of(
                List.of(user, key("AKIA1", user)),
                List.of(user, inline(user.id(), "p")),
                List.of(user, attached(user.id(), arn)),
                List.of(user, group, in(group, user)),
                List.of(group, inline(group.id(), "p")),
                List.of(group, attached(group.id(), arn)),
                List.of(group, user, in(group, user)),
                List.of(policy, version(policy, 1)));
    }

    @ParameterizedTest
    @MethodSource("io.claviger.storage.RefusingContract#leftovers")
    default void refusesToDeleteWhatSomethingBelongsTo(List<Entity> entities) {
        insert(store(), entities.toArray(Entity[]::new));
        assertThatThrownBy(() -> delete(store(), entities.getFirst())).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> delete(store(), account(ACCOUNT))).isInstanceOf(StoreFailure.class);
        delete(store(), entities.reversed().toArray(Entity[]::new));
        delete(store(), account(ACCOUNT));
        assertThat(now().accounts().all()).containsExactly(account(OTHER_ACCOUNT));
    }

    @ParameterizedTest
    @MethodSource("io.claviger.storage.RefusingContract#leftovers")
    default void refusesToUpdateOrDeleteWhatIsNotThere(List<Entity> entities) {
        for (Entity entity : entities) {
            assertThatThrownBy(() -> delete(store(), entity)).isInstanceOf(StoreFailure.class);
            assertThatThrownBy(() -> update(store(), entity))
                    .isInstanceOfAny(StoreFailure.class, IllegalArgumentException.class);
        }
    }
}
