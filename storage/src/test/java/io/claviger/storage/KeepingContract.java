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
import static io.claviger.storage.Samples.sliceAfter;
import static io.claviger.storage.Samples.update;
import static io.claviger.storage.Samples.user;
import static io.claviger.storage.Samples.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.AccessKey;
import io.claviger.iam.Account;
import io.claviger.iam.Group;
import io.claviger.iam.InlinePolicy;
import io.claviger.iam.KeyUse;
import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.Partition;
import io.claviger.iam.PasswordHash;
import io.claviger.iam.Tag;
import io.claviger.iam.User;
import io.claviger.iam.store.PolicyQueries.InForce;
import io.claviger.iam.store.Slice;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every entity is kept with every field, found again, updated and deleted. */
interface KeepingContract extends ContractGround {

    @Test
    default void keepsAccounts() {
        assertThat(now().accounts().byId(ACCOUNT)).contains(account(ACCOUNT));
        assertThat(now().accounts().all()).containsExactly(account(ACCOUNT), account(OTHER_ACCOUNT));
        Account changed = new Account(ACCOUNT, NOW.plusNanos(1), new PasswordHash("another"));
        update(store(), changed);
        assertThat(now().accounts().byId(ACCOUNT)).contains(changed);
        delete(store(), changed);
        assertThat(now().accounts().byId(ACCOUNT)).isEmpty();
    }

    @Test
    default void keepsUsersWithEveryFieldAndFindsThemWithoutCase() {
        User plain = user("Plain");
        User full = new User(
                ACCOUNT, "AIDAFULL", "Full", "/a/b/", NOW, "arn:aws:iam::aws:policy/B", List.of(new Tag("k", "v")));
        insert(store(), plain, full);
        assertThat(now().users().named(ACCOUNT, "fULL")).contains(full);
        assertThat(now().users().byId("AIDAFULL")).contains(full);
        assertThat(now().users().byId(plain.id())).contains(plain);
        assertThat(now().users().byId("aidafull")).isEmpty();

        User renamed = full.renamed("Renamed", "/c/").tagged(List.of());
        update(store(), renamed);
        assertThat(now().users().named(ACCOUNT, "full")).isEmpty();
        assertThat(now().users().named(ACCOUNT, "renamed")).contains(renamed);
        delete(store(), renamed);
        assertThat(now().users().list(ACCOUNT, Slice.ALL)).containsExactly(plain);
    }

    @Test
    default void keepsGroups() {
        Group group = group("Admins");
        insert(store(), group);
        assertThat(now().groups().named(ACCOUNT, "aDMINS")).contains(group);
        Group renamed = group.renamed("admins", "/x/");
        update(store(), renamed);
        assertThat(now().groups().named(ACCOUNT, "ADMINS")).contains(renamed);
        delete(store(), renamed);
        assertThat(now().groups().list(ACCOUNT, Slice.ALL)).isEmpty();
    }

    @Test
    default void keepsMemberships() {
        User zoe = user("zoe");
        User adam = user("Adam");
        Group staff = group("Staff");
        Group admins = group("admins");
        insert(store(), zoe, adam, staff, admins, in(staff, zoe), in(staff, adam), in(admins, zoe));
        assertThat(now().users().inGroup(staff.id(), Slice.ALL)).containsExactly(adam, zoe);
        assertThat(now().users().inGroup(staff.id(), sliceAfter("ADAM", 1))).containsExactly(zoe);
        assertThat(now().groups().ofUser(zoe.id(), Slice.ALL)).containsExactly(admins, staff);
        assertThat(now().groups().ofUser(zoe.id(), sliceAfter("Admins", 9))).containsExactly(staff);
        assertThat(now().groups().isMember(staff.id(), adam.id())).isTrue();
        assertThat(now().groups().isMember(admins.id(), adam.id())).isFalse();

        User renamed = zoe.renamed("Aaron", "/");
        update(store(), renamed);
        assertThat(now().users().inGroup(staff.id(), Slice.ALL)).containsExactly(renamed, adam);
        delete(store(), in(staff, renamed));
        assertThat(now().users().inGroup(staff.id(), Slice.ALL)).containsExactly(adam);
    }

    @Test
    default void keepsManagedPoliciesAndTheirVersionsLatestFirst() {
        ManagedPolicy policy = policy("Deploy");
        insert(store(), policy, version(policy, 1), version(policy, 2), version(policy, 10));
        assertThat(now().policies().named(ACCOUNT, "DEPLOY")).contains(policy);
        assertThat(now().policies().inForce(ACCOUNT, "DEPLOY"))
                .contains(new InForce(policy.id(), policy.path(), policy.name(), policy.defaultVersion()));
        assertThat(now().policies().inForce(ACCOUNT, "other")).isEmpty();
        assertThat(now().versions().numbered(policy.id(), 2)).contains(version(policy, 2));
        assertThat(now().versions().numbered(policy.id(), 3)).isEmpty();
        assertThat(now().versions().ofPolicy(policy.id()))
                .containsExactly(version(policy, 10), version(policy, 2), version(policy, 1));

        ManagedPolicy changed = policy.withLatestVersion(11, NOW.plusSeconds(1)).withDefaultVersion(2);
        update(store(), changed);
        assertThat(now().policies().list(ACCOUNT, Slice.ALL)).containsExactly(changed);
        delete(store(), version(policy, 10), version(policy, 2), version(policy, 1), changed);
        assertThat(now().policies().list(ACCOUNT, Slice.ALL)).isEmpty();
        assertThat(now().versions().ofPolicy(policy.id())).isEmpty();
    }

    @Test
    default void keepsAttachmentsInTheOrderOfPolicyNamesAndCountsThem() {
        User user = user("u");
        Group group = group("g");
        String mine = policy(ACCOUNT, "b", "/team/").arn(Partition.AWS);
        String aws = "arn:aws:iam::aws:policy/service-role/A";
        String sameName = "arn:aws:iam::aws:policy/B";
        insert(
                store(),
                user,
                group,
                attached(user.id(), mine),
                attached(user.id(), aws),
                attached(user.id(), sameName),
                attached(group.id(), mine));
        assertThat(now().attachments().ofOwner(user.id(), Slice.ALL))
                .containsExactly(attached(user.id(), aws), attached(user.id(), mine), attached(user.id(), sameName));
        assertThat(now().attachments().ofOwner(user.id(), sliceAfter(mine, 9)))
                .as("a policy of the same name is not skipped")
                .containsExactly(attached(user.id(), sameName));
        assertThat(now().attachments().ofOwner(user.id(), new Slice("/team/", null, 9)))
                .containsExactly(attached(user.id(), mine));
        assertThat(now().attachments().exists(group.id(), mine)).isTrue();
        assertThat(now().attachments().exists(group.id(), aws)).isFalse();
        assertThat(now().policies().attachmentCount(ACCOUNT, mine)).isEqualTo(2);
        assertThat(now().policies().attachmentCount(OTHER_ACCOUNT, mine)).isZero();
        assertThat(now().policies().attachedArns(ACCOUNT)).containsExactlyInAnyOrder(mine, aws, sameName);

        delete(store(), attached(user.id(), mine), attached(user.id(), aws));
        assertThat(now().policies().attachmentCount(ACCOUNT, mine)).isEqualTo(1);
        assertThat(now().policies().attachedArns(ACCOUNT)).containsExactlyInAnyOrder(mine, sameName);
    }

    @Test
    default void keepsInlinePolicies() {
        User user = user("u");
        insert(store(), user, inline(user.id(), "b"), inline(user.id(), "A"));
        assertThat(now().inlinePolicies().ofOwner(user.id(), Slice.ALL))
                .containsExactly(inline(user.id(), "A"), inline(user.id(), "b"));
        assertThat(now().inlinePolicies().ofOwner(user.id(), sliceAfter("a", 1)))
                .containsExactly(inline(user.id(), "b"));
        InlinePolicy changed = new InlinePolicy(ACCOUNT, user.id(), "B", "{ }", 3);
        update(store(), changed);
        assertThat(now().inlinePolicies().named(user.id(), "b")).contains(changed);
        delete(store(), changed);
        assertThat(now().inlinePolicies().named(user.id(), "b")).isEmpty();
    }

    @Test
    default void keepsAccessKeysInTheOrderOfTheirCreation() {
        User user = user("u");
        AccessKey second = key("AKIAB", user);
        AccessKey third = key("AKIAC", user);
        AccessKey first = key("AKIAZ", user, NOW.minusNanos(1));
        AccessKey roots = new AccessKey(ACCOUNT, "AKIAROOT", ACCOUNT, AccessKey.Status.ACTIVE, NOW, first.secret());
        insert(store(), user, third, second, first, roots);
        assertThat(now().keys().ofOwner(user.id())).containsExactly(first, second, third);
        assertThat(now().keys().ofOwner(ACCOUNT)).containsExactly(roots);
        AccessKey inactive = second.withStatus(AccessKey.Status.INACTIVE);
        update(store(), inactive);
        assertThat(now().keys().byId("AKIAB")).contains(inactive);
        assertThat(now().keys().byId("akiab")).isEmpty();
        delete(store(), inactive);
        assertThat(now().keys().byId("AKIAB")).isEmpty();
    }

    @Test
    default void recordsOnlyLaterUsesOfKeysThatExistAndTakesNoRevisionForThem() {
        User user = user("u");
        insert(store(), user, key("AKIA1", user));
        long revision = store().changes().latest();
        KeyUse first = new KeyUse("AKIA1", NOW, "iam", "us-east-1");
        KeyUse later = new KeyUse("AKIA1", NOW.plusNanos(1), "s3", "eu-west-1");
        assertThat(now().keys().lastUse("AKIA1")).isEmpty();
        store().recordUses(List.of(first, new KeyUse("AKIAGONE", NOW, "iam", "us-east-1")));
        assertThat(now().keys().lastUse("AKIA1")).contains(first);
        store().recordUses(List.of(later));
        store().recordUses(List.of(first, new KeyUse("AKIA1", later.date(), "same", "moment")));
        assertThat(now().keys().lastUse("AKIA1")).contains(later);
        assertThat(now().keys().lastUse("AKIAGONE")).isEmpty();
        store().recordUses(List.of());
        assertThat(store().changes().latest()).isEqualTo(revision);
        delete(store(), key("AKIA1", user));
        assertThat(now().keys().lastUse("AKIA1")).isEmpty();
    }

    @Test
    default void aTimeBeforeTheEpochIsKeptToTheNanosecond() {
        Instant early = Instant.parse("1969-12-31T23:59:59.999999999Z");
        insert(store(), new Group(ACCOUNT, "AGPAOLD", "old", "/", early));
        assertThat(now().groups().named(ACCOUNT, "old").orElseThrow().createDate())
                .isEqualTo(early);
    }
}
