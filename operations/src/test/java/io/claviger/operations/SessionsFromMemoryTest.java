package io.claviger.operations;

import static io.claviger.operations.Refusal.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.access.Authorizer;
import io.claviger.iam.store.Reading;
import io.claviger.iam.store.Transactions;
import io.claviger.iam.store.Writing;
import io.claviger.operations.gate.EntityView;
import io.claviger.operations.gate.Gate;
import io.claviger.operations.gate.Operation;
import io.claviger.operations.gate.Permit;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

/** Sessions are made of what is in memory: none is written, and what was read once is not read again while it holds. */
class SessionsFromMemoryTest extends OnAWorkbench {

    private static final AssumeRoleRequest ASSUME = AssumeRoleRequest.builder()
            .roleArn(ARN + "role/r")
            .roleSessionName("night")
            .build();

    private final Actor alice = bench.user("alice", Documents.allow("sts:*", "*"));
    private final Watched store = new Watched(bench.store);
    private final Gate gate =
            new Gate(new Authorizer(), new EntityView.Latest(store, bench.store.changes(), 100), store);

    /** Counts the transactions. */
    private static final class Watched implements Transactions {
        private final Transactions store;
        private int read;
        private int written;

        Watched(Transactions store) {
            this.store = store;
        }

        @Override
        public <T> T read(Function<Reading, T> work) {
            read++;
            return store.read(work);
        }

        @Override
        public <T> T write(Function<Writing, T> work) {
            written++;
            return store.write(work);
        }
    }

    private <Q extends AwsRequest> void call(Operation<Q> operation, AwsRequest request) {
        assertThat(gate.admit(
                        Peer.USUAL.call(bench.caller(alice.accessKeyId(), null).orElseThrow(), bench.now()),
                        operation,
                        operation.requestClass().cast(request)))
                .isInstanceOfSatisfying(Permit.class, Permit::execute);
    }

    private void call(AwsRequest request) {
        call(
                bench.catalog.all().stream()
                        .filter(row -> row.requestClass().isInstance(request))
                        .findAny()
                        .orElseThrow(),
                request);
    }

    @Test
    void sessionsTakeNoTransaction() {
        admin.createRole(create -> create.roleName("r").assumeRolePolicyDocument("""
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "%s"},
                "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]}}""".formatted(ACCOUNT)));
        List<AwsRequest> requests = List.of(
                ASSUME,
                ASSUME.toBuilder()
                        .policy(Documents.allow("s3:*", "*"))
                        .policyArns(
                                PolicyDescriptorType.builder().arn(READ_ONLY).build())
                        .tags(Tag.builder().key("Team").value("blue").build())
                        .transitiveTagKeys("Team")
                        .sourceIdentity("alice")
                        .build(),
                GetFederationTokenRequest.builder()
                        .name("bob")
                        .policy(Documents.allow("s3:*", "*"))
                        .build(),
                GetSessionTokenRequest.builder().build());
        call(ASSUME);
        assertThat(store.read).as("the role is read once").isEqualTo(1);
        long revision = bench.store.changes().latest();

        for (int i = 0; i < 100; i++) {
            requests.forEach(this::call);
        }

        assertThat(store.read).isEqualTo(1);
        assertThat(store.written).isZero();
        assertThat(bench.store.changes().latest()).isEqualTo(revision);
    }

    @Test
    void policyOfTheAccountIsLookedUpInTheStore() {
        createRole("r");
        call(ASSUME);
        call(ASSUME.toBuilder()
                .policyArns(PolicyDescriptorType.builder().arn(ownPolicy("p")).build())
                .build());
        assertThat(store.read).isGreaterThan(1);
        assertThat(store.written).isZero();
    }

    @Test
    void roleThatTrustsNobodyAnyMoreGivesNoSession() {
        createRole("r");
        assertNotTrusted(() -> admin.updateAssumeRolePolicy(
                update -> update.roleName("r").policyDocument(Documents.trust(ARN + "user/Administrator"))));
        admin.updateAssumeRolePolicy(update -> update.roleName("r").policyDocument(Documents.trust(ACCOUNT)));
        assertNotTrusted(() -> admin.deleteRole(delete -> delete.roleName("r")));
    }

    private void assertNotTrusted(Runnable between) {
        assertDenied(
                () -> bench.call(alice, ASSUME, between),
                "User: " + ARN + "user/alice is not authorized to perform: sts:AssumeRole on resource: " + ARN
                        + "role/r because no role trust policy allows the sts:AssumeRole action");
    }

    @Test
    void sessionIsOfTheRoleThatHasTheNameNow() {
        createRole("r");
        String[] newId = new String[1];
        AssumeRoleResponse session = (AssumeRoleResponse) bench.call(alice, ASSUME, () -> {
            admin.deleteRole(delete -> delete.roleName("r"));
            newId[0] = createRole("r").roleId();
        });
        assertThat(session.assumedRoleUser().assumedRoleId()).isEqualTo(newId[0] + ":night");
        assertThat(new Actor(
                                bench,
                                session.credentials().accessKeyId(),
                                session.credentials().sessionToken())
                        .sts()
                        .getCallerIdentity()
                        .userId())
                .isEqualTo(newId[0] + ":night");
    }
}
