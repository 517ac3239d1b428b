package io.claviger.storage;

import static io.claviger.storage.Samples.ACCOUNT;
import static io.claviger.storage.Samples.NOW;
import static io.claviger.storage.Samples.OTHER_ACCOUNT;
import static io.claviger.storage.Samples.delete;
import static io.claviger.storage.Samples.device;
import static io.claviger.storage.Samples.group;
import static io.claviger.storage.Samples.insert;
import static io.claviger.storage.Samples.policy;
import static io.claviger.storage.Samples.profile;
import static io.claviger.storage.Samples.role;
import static io.claviger.storage.Samples.update;
import static io.claviger.storage.Samples.user;
import static io.claviger.storage.Samples.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.iam.ManagedPolicy;
import io.claviger.iam.TotpDevice;
import io.claviger.iam.User;
import io.claviger.iam.VirtualMfaDevice;
import io.claviger.iam.store.Counted;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an account has of each kind is counted. */
interface CountingContract extends ContractGround {

    @Test
    default void countsBoundariesAsUsersTakeAndLoseThem() {
        User bounded = new User(ACCOUNT, "AIDAB", "b", "/", NOW, "arn:x", List.of());
        insert(store(), bounded, user("free"));
        assertThat(now().policies().boundaryCount(ACCOUNT, "arn:x")).isEqualTo(1);
        update(store(), new User(ACCOUNT, "AIDAB", "b", "/", NOW, "arn:y", List.of()));
        assertThat(now().policies().boundaryCount(ACCOUNT, "arn:x")).isZero();
        assertThat(now().policies().boundaryCount(ACCOUNT, "arn:y")).isEqualTo(1);
        delete(store(), bounded);
        assertThat(now().policies().boundaryCount(ACCOUNT, "arn:y")).isZero();
    }

    @Test
    default void countsWhatIsThere() {
        ManagedPolicy policy = policy("p");
        insert(store(), user("a"), user("b"), group("g"), policy, version(policy, 1), version(policy, 2));
        VirtualMfaDevice phone = device("phone").used(new TotpDevice.Use(ACCOUNT, NOW, new TotpDevice.Clock(0, 1)));
        insert(store(), role("r"), profile("i", null), device("other"), phone);
        insert(store(), user(OTHER_ACCOUNT, "a", "/"));
        delete(store(), user("a"));
        assertThat(Stream.of(Counted.values())
                        .map(kind -> now().accounts().count(ACCOUNT, kind))
                        .toList())
                .containsExactly(1L, 1L, 1L, 2L, 1L, 1L, 0L, 2L, 1L, 0L, 0L, 0L, 0L);
        delete(store(), version(policy, 2), version(policy, 1), policy, group("g"), user("b"));
        delete(store(), role("r"), profile("i", null), device("other"), phone);
        assertThat(Stream.of(Counted.values())
                        .map(kind -> now().accounts().count(ACCOUNT, kind))
                        .toList())
                .containsOnly(0L);
    }
}
