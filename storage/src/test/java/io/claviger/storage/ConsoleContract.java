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
import static io.claviger.storage.Samples.role;
import static io.claviger.storage.Samples.update;
import static io.claviger.storage.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.Account;
import io.claviger.iam.ConsoleSession;
import io.claviger.iam.MemberAccount;
import io.claviger.iam.Organization;
import io.claviger.iam.User;
import io.claviger.iam.store.BindingQueries.Stretch;
import io.claviger.iam.store.StoreFailure;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is signed in to the web console, and the address by which a root user signs in. */
interface ConsoleContract extends ContractGround {

    private static ConsoleSession session(String id, String ownerId, Instant start, Instant end) {
        return new ConsoleSession(ACCOUNT, id, ownerId, "proof", "details", start, start.plusNanos(1), end);
    }

    @Test
    default void keepsSessionsOfTheConsoleWithEveryField() {
        User alice = user("alice");
        insert(store(), alice);
        ConsoleSession one = session("1", alice.id(), NOW, NOW.plusSeconds(9));
        ConsoleSession two = session("2", alice.id(), NOW, NOW.plusSeconds(9));
        ConsoleSession roots = session("3", ACCOUNT, NOW, NOW.plusSeconds(9));
        insert(store(), two, one, roots);

        assertThat(now().consoleSessions().byId("1")).contains(one);
        assertThat(now().consoleSessions().byId("4")).isEmpty();
        assertThat(now().consoleSessions().ofOwner(alice.id())).containsExactly(one, two);
        assertThat(now().consoleSessions().ofOwner(ACCOUNT)).containsExactly(roots);
        ConsoleSession used = one.used(NOW.plusSeconds(5));
        update(store(), used);
        assertThat(now().consoleSessions().byId("1")).contains(used);
        delete(store(), used);
        assertThat(now().consoleSessions().ofOwner(alice.id())).containsExactly(two);
    }

    @Test
    default void sessionsOfTheConsoleGoWithTheirOwner() {
        User alice = user("alice");
        insert(store(), alice, session("1", alice.id(), NOW, NOW.plusSeconds(9)));
        delete(store(), alice);

        assertThat(now().consoleSessions().byId("1")).isEmpty();
        assertThatThrownBy(() -> insert(store(), session("2", alice.id(), NOW, NOW.plusSeconds(9))))
                .isInstanceOf(StoreFailure.class);
    }

    @Test
    default void newSessionOfTheConsoleTakesAwayThoseThatAreOver() {
        insert(store(), session("1", ACCOUNT, NOW, NOW.plusSeconds(10)));
        insert(store(), session("2", ACCOUNT, NOW.plusSeconds(9), NOW.plusSeconds(20)));
        assertThat(now().consoleSessions().byId("1")).isPresent();
        insert(store(), session("3", ACCOUNT, NOW.plusSeconds(10), NOW.plusSeconds(20)));
        assertThat(now().consoleSessions().byId("1")).isEmpty();
        assertThat(now().consoleSessions().byId("2")).isPresent();
    }

    @Test
    default void findsWhatBindsManyUsersAndRolesAtOnce() {
        String arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        insert(store(), user("a"), user("B"), user("c"), user("d"), group("admins"), role("r"), role("S"));
        insert(
                store(),
                attached(user("B").id(), arn),
                attached(user("d").id(), arn),
                attached(role("r").id(), arn));
        insert(store(), inline(user("c").id(), "own"), inline(role("S").id(), "own"), in(group("admins"), user("B")));
        Stretch users = new Stretch(ACCOUNT, "a", "C");

        assertThat(now().bindings().attachedToUsers(users))
                .containsExactly(attached(user("B").id(), arn));
        assertThat(now().bindings().inlineOfUsers(users))
                .containsExactly(inline(user("c").id(), "own"));
        assertThat(now().bindings().groupsOfUsers(users)).containsExactly(in(group("admins"), user("B")));
        assertThat(now().bindings().groupsOfUsers(new Stretch(ACCOUNT, "", "a")))
                .isEmpty();
        assertThat(now().bindings().groupsOfUsers(new Stretch(OTHER_ACCOUNT, "", "z")))
                .isEmpty();
        Stretch roles = new Stretch(ACCOUNT, "", "s");
        assertThat(now().bindings().attachedToRoles(roles))
                .containsExactly(attached(role("r").id(), arn));
        assertThat(now().bindings().inlineOfRoles(roles))
                .containsExactly(inline(role("S").id(), "own"));
        assertThat(now().groups().byId(group("admins").id())).contains(group("admins"));
        assertThat(now().groups().byId("AGPANONE")).isEmpty();
    }

    @Test
    default void findsAccountsByTheAddressOfTheirRootUserWithoutCase() {
        Account first = account(ACCOUNT).withEmail("Root@Example.com");
        update(store(), first);
        insert(
                store(),
                new Organization(ACCOUNT, "o-1", Set.of()),
                new MemberAccount(OTHER_ACCOUNT, "o-1", "Name", "Two@example.com", NOW));

        assertThat(now().accounts().byId(ACCOUNT)).contains(first);
        assertThat(now().accounts().byEmail("rOOT@example.COM")).contains(first);
        assertThat(now().accounts().byEmail("two@EXAMPLE.com")).contains(account(OTHER_ACCOUNT));
        assertThat(now().accounts().byEmail("three@example.com")).isEmpty();
        assertThatThrownBy(() -> update(store(), account(OTHER_ACCOUNT).withEmail("root@example.com")))
                .isInstanceOf(StoreFailure.class);
    }
}
