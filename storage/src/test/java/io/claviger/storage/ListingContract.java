package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.attached;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.group;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.policy;
import static io.claviger.storage.Samples.sliceAfter;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.Group;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.User;
import io.claviger.iam.store.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Lists come in order, slice by slice, and path prefixes are matched to the letter. */
interface ListingContract extends ContractGround {

    @Test
    default void listsSliceBySliceInTheOrderOfNamesWithoutCase() {
        List<String> names = List.of("A", "a.b", "a_b", "B", "b=1", "c@x", "D", "e%", "Z,z");
        for (String name : names.reversed()) {
            insert(store(), user(name), group(name), policy(name));
        }
        List<String> expected = names.stream()
                .sorted(Comparator.comparing(name -> name.toLowerCase(Locale.ROOT)))
                .toList();
        assertThat(paged(slice -> now().users().list(ACCOUNT, slice), User::name))
                .isEqualTo(expected);
        assertThat(paged(slice -> now().groups().list(ACCOUNT, slice), Group::name))
                .isEqualTo(expected);
        assertThat(paged(slice -> now().policies().list(ACCOUNT, slice), ManagedPolicy::name))
                .isEqualTo(expected);
    }

    private static <T> List<String> paged(Function<Slice, List<T>> list, Function<T, String> name) {
        List<String> names = new ArrayList<>();
        Slice slice = new Slice("/", null, 2);
        for (List<T> page = list.apply(slice); !page.isEmpty(); page = list.apply(slice)) {
            page.forEach(entity -> names.add(name.apply(entity)));
            slice = sliceAfter(names.getLast(), 2);
        }
        return names;
    }

    @Test
    default void aListNeitherRepeatsNorSkipsWhatWasThereAllAlong() {
        for (int i = 10; i < 30; i++) {
            insert(store(), user("u" + i));
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int round = 0; ; round++) {
            Slice slice = sliceAfter(after, 3);
            List<User> page = now().users().list(ACCOUNT, slice);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(user -> seen.add(user.name()));
            after = seen.getLast();
            // The user at the position goes, and one comes before it.
            delete(store(), user(after));
            insert(store(), user("a" + round));
        }
        assertThat(seen).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    default void listsWhoUsesAPolicyThatManyUse() {
        String arn = "arn:aws:iam::" + ACCOUNT + ":policy/x/Rights";
        int many = 5_001;
        boolean _ = store().write(writing -> {
            writing.insert(user("none"));
            for (int number = 0; number < many; number++) {
                User user = user(ACCOUNT, String.format("u%04d", number), number == 4_000 ? "/z/" : "/");
                writing.insert(user);
                writing.insert(attached(user.id(), arn));
            }
            return true;
        });

        assertThat(now().users().withPolicy(ACCOUNT, arn, sliceAfter("U4998", 9)))
                .extracting(User::name)
                .containsExactly("u4999", "u5000");
        assertThat(now().users().withPolicy(ACCOUNT, arn, new Slice("/", null, 2)))
                .extracting(User::name)
                .containsExactly("u0000", "u0001");
        assertThat(now().users().withPolicy(ACCOUNT, arn, new Slice("/z", null, 9)))
                .extracting(User::name)
                .containsExactly("u4000");
        assertThat(now().users().withPolicy(ACCOUNT, arn, Slice.ALL)).hasSize(many);
        assertThat(now().roles().withPolicy(ACCOUNT, arn, Slice.ALL)).isEmpty();
    }

    @Test
    default void listsWhoUsesAPolicyInTheOrderOfNames() {
        String arn = "arn:aws:iam::" + ACCOUNT + ":policy/x/Rights";
        String same = "arn:aws:iam::" + ACCOUNT + ":policy/y/Rights";
        User zoe = user(ACCOUNT, "zoe", "/z/");
        User adam = user("Adam");
        User bound = user("bound").bounded(arn);
        Group ops = group("ops");
        insert(store(), zoe, adam, bound, user("other").bounded(same), ops, group("none"));
        insert(store(), attached(zoe.id(), arn), attached(adam.id(), arn), attached(ops.id(), arn));
        insert(store(), attached(bound.id(), same), attached(adam.id(), same));

        assertThat(now().users().withPolicy(ACCOUNT, arn, Slice.ALL)).containsExactly(adam, zoe);
        assertThat(now().users().withPolicy(ACCOUNT, arn, sliceAfter("ADAM", 1)))
                .containsExactly(zoe);
        assertThat(now().users().withPolicy(ACCOUNT, arn, new Slice("/z", null, 9)))
                .containsExactly(zoe);
        assertThat(now().users().withPolicy(Samples.OTHER_ACCOUNT, arn, Slice.ALL))
                .isEmpty();
        assertThat(now().groups().withPolicy(ACCOUNT, arn, Slice.ALL)).containsExactly(ops);
        assertThat(now().groups().withPolicy(ACCOUNT, same, Slice.ALL)).isEmpty();
        assertThat(now().users().boundedBy(ACCOUNT, arn, Slice.ALL)).containsExactly(bound);
        assertThat(now().users().boundedBy(ACCOUNT, arn, sliceAfter("bound", 9)))
                .isEmpty();
    }

    @Test
    default void matchesPathPrefixesToTheLetter() {
        insert(
                store(),
                user(ACCOUNT, "a", "/x_y/"),
                user(ACCOUNT, "b", "/xzy/"),
                user(ACCOUNT, "c", "/x%/"),
                user(ACCOUNT, "d", "/X_y/"),
                user(ACCOUNT, "e", "/x_y/z/"));
        assertThat(now().users().list(ACCOUNT, new Slice("/x_", null, 9)))
                .extracting(User::name)
                .containsExactly("a", "e");
        assertThat(now().users().list(ACCOUNT, new Slice("/x%", null, 9)))
                .extracting(User::name)
                .containsExactly("c");
        assertThat(now().users().list(ACCOUNT, new Slice("/x_y/", "a", 9)))
                .extracting(User::name)
                .containsExactly("e");
    }
}
