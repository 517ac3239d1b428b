package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.NOW;
import static io.claviger.storage.Samples.OTHER_ACCOUNT;
import static io.claviger.storage.Samples.attached;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.inline;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.profile;
import static io.claviger.storage.Samples.role;
import static io.claviger.storage.Samples.sliceAfter;
import static io.claviger.storage.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.iam.InstanceProfile;
import io.claviger.iam.Role;
import io.claviger.iam.RoleDeletion;
import io.claviger.iam.RoleDeletion.Status;
import io.claviger.iam.RoleUse;
import io.claviger.iam.Tag;
import io.claviger.iam.store.Slice;
import io.claviger.iam.store.StoreFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Roles and instance profiles are kept with every field, found, changed and deleted. */
interface RoleContract extends ContractGround {

    @Test
    default void keepsRolesWithEveryFieldAndFindsThemWithoutCase() {
        Role full = new Role(
                ACCOUNT,
                "AROAFULL",
                "Full",
                "/a/b/",
                "what for",
                NOW,
                "{\"trusts\": 1}",
                Duration.ofHours(12),
                "arn:x",
                List.of(new Tag("k", "v")));
        insert(store(), full, role("plain"));
        assertThat(now().roles().named(ACCOUNT, "fULL")).contains(full);
        assertThat(now().roles().named(OTHER_ACCOUNT, "Full")).isEmpty();
        assertThat(now().roles().byId("AROAFULL")).contains(full);
        assertThat(now().roles().list(ACCOUNT, Slice.ALL)).containsExactly(full, role("plain"));
        assertThat(now().roles().list(ACCOUNT, new Slice("/a/", null, 9))).containsExactly(full);
        assertThat(now().roles().list(ACCOUNT, sliceAfter("FULL", 9))).containsExactly(role("plain"));
        assertThat(now().policies().boundaryCount(ACCOUNT, "arn:x")).isEqualTo(1);

        Role changed = full.described(null)
                .trusting("{}")
                .lasting(Duration.ofHours(2))
                .bounded(null)
                .tagged(List.of());
        update(store(), changed);
        assertThat(now().roles().byId("AROAFULL")).contains(changed);
        assertThat(now().policies().boundaryCount(ACCOUNT, "arn:x")).isZero();
        delete(store(), changed);
        assertThat(now().roles().list(ACCOUNT, Slice.ALL)).containsExactly(role("plain"));
    }

    @Test
    default void keepsTheLatestUseOfARoleWhileItExists() {
        insert(store(), role("r"));
        RoleUse first = new RoleUse("AROAr", NOW, "us-east-1");
        RoleUse later = new RoleUse("AROAr", NOW.plusSeconds(1), "eu-west-1");
        assertThat(now().roles().lastUse("AROAr")).isEmpty();
        long before = store().changes().latest();
        store().recordUses(List.of(later, first, new RoleUse("AROAGONE", NOW, "us-east-1")));
        assertThat(now().roles().lastUse("AROAr")).contains(later);
        assertThat(now().roles().lastUse("AROAGONE")).isEmpty();
        assertThat(store().changes().latest()).isEqualTo(before);
        update(store(), role("r").described("other"));
        assertThat(now().roles().lastUse("AROAr")).contains(later);
        delete(store(), role("r"));
        insert(store(), role("r"));
        assertThat(now().roles().lastUse("AROAr")).isEmpty();
    }

    @Test
    default void keepsInstanceProfilesAndWhichRoleTheyHold() {
        Role role = role("r");
        InstanceProfile full =
                new InstanceProfile(ACCOUNT, "AIPAFULL", "Full", "/p/", NOW, role.id(), List.of(new Tag("k", "v")));
        insert(store(), role, full, profile("a", role), profile("empty", null));
        assertThat(now().instanceProfiles().named(ACCOUNT, "FULL")).contains(full);
        assertThat(now().instanceProfiles().list(ACCOUNT, Slice.ALL))
                .containsExactly(profile("a", role), profile("empty", null), full);
        assertThat(now().instanceProfiles().list(ACCOUNT, new Slice("/p/", null, 9)))
                .containsExactly(full);
        assertThat(now().instanceProfiles().ofRole(role.id(), Slice.ALL)).containsExactly(profile("a", role), full);
        assertThat(now().instanceProfiles().ofRole(role.id(), sliceAfter("A", 1)))
                .containsExactly(full);

        InstanceProfile changed = full.holding(null).tagged(List.of());
        update(store(), changed);
        assertThat(now().instanceProfiles().named(ACCOUNT, "full")).contains(changed);
        delete(store(), changed, profile("a", role));
        assertThat(now().instanceProfiles().ofRole(role.id(), Slice.ALL)).isEmpty();
    }

    @Test
    default void aRoleThatSomethingBelongsToCannotBeDeleted() {
        Role role = role("r");
        insert(store(), role, profile("p", role));
        assertThatThrownBy(() -> delete(store(), role)).isInstanceOf(StoreFailure.class);
        update(store(), profile("p", null));
        insert(store(), attached(role.id(), "arn:aws:iam::aws:policy/A"), inline(role.id(), "i"));
        assertThatThrownBy(() -> delete(store(), role)).isInstanceOf(StoreFailure.class);
        assertThat(now().roles().byId(role.id())).contains(role);
    }

    @Test
    default void keepsTheTasksThatDeleteRolesAndListsThePendingOnesByAge() {
        RoleDeletion young = new RoleDeletion(ACCOUNT, "task/b", "AROAB", NOW.plusSeconds(1), Status.NOT_STARTED);
        RoleDeletion old = new RoleDeletion(ACCOUNT, "task/z", "AROAZ", NOW, Status.NOT_STARTED);
        insert(store(), young, old);
        assertThat(now().roleDeletions().byTaskId(ACCOUNT, "task/z")).contains(old);
        assertThat(now().roleDeletions().byTaskId(OTHER_ACCOUNT, "task/z")).isEmpty();
        assertThat(now().roleDeletions().ofRole("AROAB")).contains(young);
        assertThat(now().roleDeletions().pending(9)).containsExactly(old, young);
        assertThat(now().roleDeletions().pending(1)).containsExactly(old);

        update(store(), old.done());
        assertThat(now().roleDeletions().pending(9)).containsExactly(young);
        assertThat(now().roleDeletions().byTaskId(ACCOUNT, "task/z")).contains(old.done());
        assertThatThrownBy(() -> insert(store(), new RoleDeletion(ACCOUNT, "task/c", "AROAB", NOW, Status.NOT_STARTED)))
                .isInstanceOf(StoreFailure.class);
        delete(store(), young);
        assertThat(now().roleDeletions().ofRole("AROAB")).isEmpty();
    }

    @Test
    default void aNameIsTakenWhateverItsCase() {
        insert(store(), role("r"), profile("p", null));
        assertThatThrownBy(() -> insert(store(), role("R"))).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> insert(store(), profile("P", null))).isInstanceOf(StoreFailure.class);
    }
}
