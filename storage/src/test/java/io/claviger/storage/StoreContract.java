package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.NOW;
import static io.claviger.storage.Samples.OTHER_ACCOUNT;
import static io.claviger.storage.Samples.account;
import static io.claviger.storage.Samples.attached;
import static io.claviger.storage.Samples.group;
import static io.claviger.storage.Samples.in;
import static io.claviger.storage.Samples.inline;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.key;
import static io.claviger.storage.Samples.policy;
import static io.claviger.storage.Samples.user;
import static io.claviger.storage.Samples.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.AccessKey;
import io.claviger.iam.Account;
import io.claviger.iam.Entity;
import io.claviger.iam.Group;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.KeyUse;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.Tag;
import io.claviger.iam.User;
import io.claviger.iam.store.Counted;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.Store;
import io.claviger.iam.store.StoreFailure;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the port promises, asked of a real store: what it keeps, in what order it lists, and what it refuses. */
abstract class StoreContract {

    private Store store;
    private Reading now;

    /** A new store without anything in it. */
    abstract Store open() throws Exception;

    @BeforeEach
    void openWithTwoAccounts() throws Exception {
        store = open();
        now = asking(store);
        insert(store, account(ACCOUNT), account(OTHER_ACCOUNT));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Asks each question in a transaction of its own. */
    private static Reading asking(Store store) {
        return (Reading) Proxy.newProxyInstance(
                StoreContract.class.getClassLoader(),
                new Class<?>[] {Reading.class},
                (_, method, arguments) -> store.read(reading -> {
                    try {
                        return method.invoke(reading, arguments);
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(e.getMessage(), e);
                    }
                }));
    }

    private void update(Entity entity) {
        store.write(writing -> {
            writing.update(entity);
            return entity;
        });
    }

    private void delete(Entity... entities) {
        store.write(writing -> {
            for (Entity entity : entities) {
                writing.delete(entity);
            }
            return entities.length;
        });
    }

    private static Slice slice(String after, int limit) {
        return new Slice("/", after, limit);
    }

    @Test
    void keepsAccounts() {
        assertThat(now.account(ACCOUNT)).contains(account(ACCOUNT));
        assertThat(now.accounts()).containsExactly(account(ACCOUNT), account(OTHER_ACCOUNT));
        Account changed = new Account(ACCOUNT, NOW.plusNanos(1), new PasswordHash("another"));
        update(changed);
        assertThat(now.account(ACCOUNT)).contains(changed);
        delete(changed);
        assertThat(now.account(ACCOUNT)).isEmpty();
    }

    @Test
    void keepsUsersWithEveryFieldAndFindsThemWithoutCase() {
        User plain = user("Plain");
        User full = new User(
                ACCOUNT, "AIDAFULL", "Full", "/a/b/", NOW, "arn:aws:iam::aws:policy/B", List.of(new Tag("k", "v")));
        insert(store, plain, full);
        assertThat(now.userNamed(ACCOUNT, "fULL")).contains(full);
        assertThat(now.user("AIDAFULL")).contains(full);
        assertThat(now.user(plain.id())).contains(plain);
        assertThat(now.user("aidafull")).isEmpty();

        User renamed = full.renamed("Renamed", "/c/").tagged(List.of());
        update(renamed);
        assertThat(now.userNamed(ACCOUNT, "full")).isEmpty();
        assertThat(now.userNamed(ACCOUNT, "renamed")).contains(renamed);
        delete(renamed);
        assertThat(now.users(ACCOUNT, Slice.ALL)).containsExactly(plain);
    }

    @Test
    void keepsGroups() {
        Group group = group("Admins");
        insert(store, group);
        assertThat(now.groupNamed(ACCOUNT, "aDMINS")).contains(group);
        Group renamed = group.renamed("admins", "/x/");
        update(renamed);
        assertThat(now.groupNamed(ACCOUNT, "ADMINS")).contains(renamed);
        delete(renamed);
        assertThat(now.groups(ACCOUNT, Slice.ALL)).isEmpty();
    }

    @Test
    void keepsMemberships() {
        User zoe = user("zoe");
        User adam = user("Adam");
        Group staff = group("Staff");
        Group admins = group("admins");
        insert(store, zoe, adam, staff, admins, in(staff, zoe), in(staff, adam), in(admins, zoe));
        assertThat(now.usersIn(staff.id(), Slice.ALL)).containsExactly(adam, zoe);
        assertThat(now.usersIn(staff.id(), slice("ADAM", 1))).containsExactly(zoe);
        assertThat(now.groupsOf(zoe.id(), Slice.ALL)).containsExactly(admins, staff);
        assertThat(now.groupsOf(zoe.id(), slice("Admins", 9))).containsExactly(staff);
        assertThat(now.isMember(staff.id(), adam.id())).isTrue();
        assertThat(now.isMember(admins.id(), adam.id())).isFalse();

        User renamed = zoe.renamed("Aaron", "/");
        update(renamed);
        assertThat(now.usersIn(staff.id(), Slice.ALL)).containsExactly(renamed, adam);
        delete(in(staff, renamed));
        assertThat(now.usersIn(staff.id(), Slice.ALL)).containsExactly(adam);
    }

    @Test
    void keepsManagedPoliciesAndTheirVersionsLatestFirst() {
        ManagedPolicy policy = policy("Deploy");
        insert(store, policy, version(policy, 1), version(policy, 2), version(policy, 10));
        assertThat(now.policyNamed(ACCOUNT, "DEPLOY")).contains(policy);
        assertThat(now.version(policy.id(), 2)).contains(version(policy, 2));
        assertThat(now.version(policy.id(), 3)).isEmpty();
        assertThat(now.versions(policy.id()))
                .containsExactly(version(policy, 10), version(policy, 2), version(policy, 1));

        ManagedPolicy changed = policy.withLatestVersion(11, NOW.plusSeconds(1)).withDefaultVersion(2);
        update(changed);
        assertThat(now.policies(ACCOUNT, Slice.ALL)).containsExactly(changed);
        delete(version(policy, 10), version(policy, 2), version(policy, 1), changed);
        assertThat(now.policies(ACCOUNT, Slice.ALL)).isEmpty();
        assertThat(now.versions(policy.id())).isEmpty();
    }

    @Test
    void keepsAttachmentsInTheOrderOfPolicyNamesAndCountsThem() {
        User user = user("u");
        Group group = group("g");
        String mine = policy(ACCOUNT, "b", "/team/").arn();
        String aws = "arn:aws:iam::aws:policy/service-role/A";
        String sameName = "arn:aws:iam::aws:policy/B";
        insert(
                store,
                user,
                group,
                attached(user.id(), mine),
                attached(user.id(), aws),
                attached(user.id(), sameName),
                attached(group.id(), mine));
        assertThat(now.attachments(user.id(), Slice.ALL))
                .containsExactly(attached(user.id(), aws), attached(user.id(), mine), attached(user.id(), sameName));
        assertThat(now.attachments(user.id(), slice(mine, 9)))
                .as("a policy of the same name is not skipped")
                .containsExactly(attached(user.id(), sameName));
        assertThat(now.attachments(user.id(), new Slice("/team/", null, 9))).containsExactly(attached(user.id(), mine));
        assertThat(now.isAttached(group.id(), mine)).isTrue();
        assertThat(now.isAttached(group.id(), aws)).isFalse();
        assertThat(now.attachmentCount(ACCOUNT, mine)).isEqualTo(2);
        assertThat(now.attachmentCount(OTHER_ACCOUNT, mine)).isZero();
        assertThat(now.attachedPolicyArns(ACCOUNT)).containsExactlyInAnyOrder(mine, aws, sameName);

        delete(attached(user.id(), mine), attached(user.id(), aws));
        assertThat(now.attachmentCount(ACCOUNT, mine)).isEqualTo(1);
        assertThat(now.attachedPolicyArns(ACCOUNT)).containsExactlyInAnyOrder(mine, sameName);
    }

    @Test
    void countsBoundariesAsUsersTakeAndLoseThem() {
        User bounded = new User(ACCOUNT, "AIDAB", "b", "/", NOW, "arn:x", List.of());
        insert(store, bounded, user("free"));
        assertThat(now.boundaryCount(ACCOUNT, "arn:x")).isEqualTo(1);
        update(new User(ACCOUNT, "AIDAB", "b", "/", NOW, "arn:y", List.of()));
        assertThat(now.boundaryCount(ACCOUNT, "arn:x")).isZero();
        assertThat(now.boundaryCount(ACCOUNT, "arn:y")).isEqualTo(1);
        delete(bounded);
        assertThat(now.boundaryCount(ACCOUNT, "arn:y")).isZero();
    }

    @Test
    void keepsInlinePolicies() {
        User user = user("u");
        insert(store, user, inline(user.id(), "b"), inline(user.id(), "A"));
        assertThat(now.inlinePolicies(user.id(), Slice.ALL))
                .containsExactly(inline(user.id(), "A"), inline(user.id(), "b"));
        assertThat(now.inlinePolicies(user.id(), slice("a", 1))).containsExactly(inline(user.id(), "b"));
        InlinePolicy changed = new InlinePolicy(ACCOUNT, user.id(), "B", "{ }", 3);
        update(changed);
        assertThat(now.inlinePolicy(user.id(), "b")).contains(changed);
        delete(changed);
        assertThat(now.inlinePolicy(user.id(), "b")).isEmpty();
    }

    @Test
    void keepsAccessKeysInTheOrderOfTheirCreation() {
        User user = user("u");
        AccessKey second = key("AKIAB", user);
        AccessKey third = key("AKIAC", user);
        AccessKey first = key("AKIAZ", user, NOW.minusNanos(1));
        AccessKey roots = new AccessKey(ACCOUNT, "AKIAROOT", ACCOUNT, AccessKey.Status.ACTIVE, NOW, first.secret());
        insert(store, user, third, second, first, roots);
        assertThat(now.accessKeysOf(user.id())).containsExactly(first, second, third);
        assertThat(now.accessKeysOf(ACCOUNT)).containsExactly(roots);
        AccessKey inactive = second.withStatus(AccessKey.Status.INACTIVE);
        update(inactive);
        assertThat(now.accessKey("AKIAB")).contains(inactive);
        assertThat(now.accessKey("akiab")).isEmpty();
        delete(inactive);
        assertThat(now.accessKey("AKIAB")).isEmpty();
    }

    @Test
    void recordsOnlyLaterUsesOfKeysThatExistAndTakesNoRevisionForThem() {
        User user = user("u");
        insert(store, user, key("AKIA1", user));
        long revision = store.changes().latest();
        KeyUse first = new KeyUse("AKIA1", NOW, "iam", "us-east-1");
        KeyUse later = new KeyUse("AKIA1", NOW.plusNanos(1), "s3", "eu-west-1");
        assertThat(now.lastUse("AKIA1")).isEmpty();
        store.recordUses(List.of(first, new KeyUse("AKIAGONE", NOW, "iam", "us-east-1")));
        assertThat(now.lastUse("AKIA1")).contains(first);
        store.recordUses(List.of(later));
        store.recordUses(List.of(first, new KeyUse("AKIA1", later.date(), "same", "moment")));
        assertThat(now.lastUse("AKIA1")).contains(later);
        assertThat(now.lastUse("AKIAGONE")).isEmpty();
        store.recordUses(List.of());
        assertThat(store.changes().latest()).isEqualTo(revision);
        delete(key("AKIA1", user));
        assertThat(now.lastUse("AKIA1")).isEmpty();
    }

    @Test
    void listsSliceBySliceInTheOrderOfNamesWithoutCase() {
        List<String> names = List.of("A", "a.b", "a_b", "B", "b=1", "c@x", "D", "e%", "Z,z");
        for (String name : names.reversed()) {
            insert(store, user(name), group(name), policy(name));
        }
        List<String> expected =
                names.stream().sorted(Comparator.comparing(Names::key)).toList();
        assertThat(paged(slice -> now.users(ACCOUNT, slice), User::name)).isEqualTo(expected);
        assertThat(paged(slice -> now.groups(ACCOUNT, slice), Group::name)).isEqualTo(expected);
        assertThat(paged(slice -> now.policies(ACCOUNT, slice), ManagedPolicy::name))
                .isEqualTo(expected);
    }

    private static <T> List<String> paged(Function<Slice, List<T>> list, Function<T, String> name) {
        List<String> names = new ArrayList<>();
        Slice slice = new Slice("/", null, 2);
        for (List<T> page = list.apply(slice); !page.isEmpty(); page = list.apply(slice)) {
            page.forEach(entity -> names.add(name.apply(entity)));
            slice = slice(names.getLast(), 2);
        }
        return names;
    }

    @Test
    void aListNeitherRepeatsNorSkipsWhatWasThereAllAlong() {
        for (int i = 10; i < 30; i++) {
            insert(store, user("u" + i));
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int round = 0; ; round++) {
            Slice slice = slice(after, 3);
            List<User> page = now.users(ACCOUNT, slice);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(user -> seen.add(user.name()));
            after = seen.getLast();
            // The user at the position goes, and one comes before it.
            delete(user(after));
            insert(store, user("a" + round));
        }
        assertThat(seen).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void matchesPathPrefixesToTheLetter() {
        insert(
                store,
                user(ACCOUNT, "a", "/x_y/"),
                user(ACCOUNT, "b", "/xzy/"),
                user(ACCOUNT, "c", "/x%/"),
                user(ACCOUNT, "d", "/X_y/"),
                user(ACCOUNT, "e", "/x_y/z/"));
        assertThat(now.users(ACCOUNT, new Slice("/x_", null, 9)))
                .extracting(User::name)
                .containsExactly("a", "e");
        assertThat(now.users(ACCOUNT, new Slice("/x%", null, 9)))
                .extracting(User::name)
                .containsExactly("c");
        assertThat(now.users(ACCOUNT, new Slice("/x_y/", "a", 9)))
                .extracting(User::name)
                .containsExactly("e");
    }

    @Test
    void neverFindsOrChangesAnEntityOfAnotherAccount() {
        User theirs = user(OTHER_ACCOUNT, "name", "/");
        User ours = user("name");
        Group group = group("name");
        insert(store, theirs, group(OTHER_ACCOUNT, "name", "/"), policy(OTHER_ACCOUNT, "name", "/"));
        assertThat(now.userNamed(ACCOUNT, "name")).isEmpty();
        assertThat(now.groupNamed(ACCOUNT, "name")).isEmpty();
        assertThat(now.policyNamed(ACCOUNT, "name")).isEmpty();
        assertThat(now.users(ACCOUNT, Slice.ALL)).isEmpty();
        assertThat(now.count(ACCOUNT, Counted.USERS)).isZero();
        insert(store, ours, group);

        User disguised = new User(ACCOUNT, theirs.id(), "stolen", "/", NOW, null, List.of());
        assertThatThrownBy(() -> update(disguised)).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> delete(disguised)).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> insert(store, in(group, theirs))).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> insert(store, key("AKIA1", disguised))).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> insert(store, inline(theirs.id(), "p"))).isInstanceOf(StoreFailure.class);
        assertThat(now.user(theirs.id())).contains(theirs);
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
    @MethodSource("collisions")
    void refusesTheLastAndLeavesNothingOfTheTransaction(List<Entity> entities) {
        long revision = store.changes().latest();
        assertThatThrownBy(() -> insert(store, entities.toArray(Entity[]::new))).isInstanceOf(StoreFailure.class);
        assertThat(store.changes().latest()).isEqualTo(revision);
        assertThat(now.users(ACCOUNT, Slice.ALL)).isEmpty();
        assertThat(now.count(ACCOUNT, Counted.USERS)).isZero();
    }

    static Stream<List<Entity>> leftovers() {
        User user = user("u");
        Group group = group("g");
        ManagedPolicy policy = policy("p");
        String arn = policy.arn();
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
    @MethodSource("leftovers")
    void refusesToDeleteWhatSomethingBelongsTo(List<Entity> entities) {
        insert(store, entities.toArray(Entity[]::new));
        assertThatThrownBy(() -> delete(entities.getFirst())).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> delete(account(ACCOUNT))).isInstanceOf(StoreFailure.class);
        delete(entities.reversed().toArray(Entity[]::new));
        delete(account(ACCOUNT));
        assertThat(now.accounts()).containsExactly(account(OTHER_ACCOUNT));
    }

    @ParameterizedTest
    @MethodSource("leftovers")
    void refusesToUpdateOrDeleteWhatIsNotThere(List<Entity> entities) {
        for (Entity entity : entities) {
            assertThatThrownBy(() -> delete(entity)).isInstanceOf(StoreFailure.class);
            assertThatThrownBy(() -> update(entity))
                    .isInstanceOfAny(StoreFailure.class, IllegalArgumentException.class);
        }
    }

    @Test
    void countsWhatIsThere() {
        ManagedPolicy policy = policy("p");
        insert(store, user("a"), user("b"), group("g"), policy, version(policy, 1), version(policy, 2));
        insert(store, user(OTHER_ACCOUNT, "a", "/"));
        delete(user("a"));
        assertThat(Stream.of(Counted.values())
                        .map(kind -> now.count(ACCOUNT, kind))
                        .toList())
                .containsExactly(1L, 1L, 1L, 2L);
        delete(version(policy, 2), version(policy, 1), policy, group("g"), user("b"));
        assertThat(Stream.of(Counted.values())
                        .map(kind -> now.count(ACCOUNT, kind))
                        .toList())
                .containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void aTimeBeforeTheEpochIsKeptToTheNanosecond() {
        Instant early = Instant.parse("1969-12-31T23:59:59.999999999Z");
        insert(store, new Group(ACCOUNT, "AGPAOLD", "old", "/", early));
        assertThat(now.groupNamed(ACCOUNT, "old").orElseThrow().createDate()).isEqualTo(early);
    }
}
