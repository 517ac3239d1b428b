package io.claviger.operations;

import static io.claviger.operations.Refusal.assertRefused;

import io.claviger.iam.Quotas;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.IamClient;

/** The quotas of an account, at figures that a test can reach. */
class QuotasTest {

    private static final Quotas SMALL = new Quotas(
            3,
            2,
            1,
            2,
            1,
            10,
            10,
            5,
            50,
            6144,
            2048,
            5120,
            8,
            new Quotas.OfRoles(1, 1, 10, 2048, 10_240),
            new Quotas.OfCredentials(1, 1, 1, 1));

    private static final AwsRequest ACQUISITION = Objects.requireNonNull(
            MinimalRequests.byOperation(OnAWorkbench.READ_ONLY, "AKIA").get("AcquireRole"));

    @Test
    void anAccountHoldsNoMoreUsersGroupsAndPoliciesThanItsQuotas() {
        try (Workbench bench = new Workbench(SMALL)) {
            IamClient admin = bench.admin();
            admin.createUser(create -> create.userName("two"));
            admin.createUser(create -> create.userName("three"));
            assertRefused(
                    () -> admin.createUser(create -> create.userName("four")),
                    "LimitExceeded",
                    "Cannot exceed quota for UsersPerAccount: 3");
            admin.deleteUser(delete -> delete.userName("two"));
            admin.createUser(create -> create.userName("four"));

            admin.createGroup(create -> create.groupName("two"));
            assertRefused(
                    () -> admin.createGroup(create -> create.groupName("three")),
                    "LimitExceeded",
                    "Cannot exceed quota for GroupsPerAccount: 2");

            admin.createRole(create -> create.roleName("one").assumeRolePolicyDocument(Documents.trust("*")));
            assertRefused(
                    () -> admin.createRole(
                            create -> create.roleName("two").assumeRolePolicyDocument(Documents.trust("*"))),
                    "LimitExceeded",
                    "Cannot exceed quota for RolesPerAccount: 1");
            assertRefused(
                    () -> bench.administrator().call(ACQUISITION),
                    "LimitExceeded",
                    "Cannot exceed quota for RolesPerAccount: 1");

            admin.createInstanceProfile(create -> create.instanceProfileName("one"));
            assertRefused(
                    () -> admin.createInstanceProfile(create -> create.instanceProfileName("two")),
                    "LimitExceeded",
                    "Cannot exceed quota for InstanceProfilesPerAccount: 1");

            admin.createPolicy(create -> create.policyName("one").policyDocument(Documents.ALLOW_ALL));
            assertRefused(
                    () -> admin.createPolicy(create -> create.policyName("two").policyDocument(Documents.ALLOW_ALL)),
                    "LimitExceeded",
                    "Cannot exceed quota for PoliciesPerAccount: 1");
        }
    }

    @Test
    void anAccountHoldsAsManyVirtualDevicesAsUsers() {
        try (Workbench bench = new Workbench(SMALL)) {
            IamClient admin = bench.admin();
            for (String name : List.of("one", "two", "three")) {
                admin.createVirtualMFADevice(create -> create.virtualMFADeviceName(name));
            }
            assertRefused(
                    () -> admin.createVirtualMFADevice(create -> create.virtualMFADeviceName("four")),
                    "LimitExceeded",
                    "Cannot exceed quota for VirtualMFADevicesPerAccount: 3");
        }
    }

    @Test
    void oneAccountsEntitiesDoNotCountForAnother() {
        try (Workbench bench = new Workbench(SMALL)) {
            IamClient other = bench.otherAdministrator().iam();
            bench.admin().createGroup(create -> create.groupName("two"));

            other.createGroup(create -> create.groupName("one"));
            other.createGroup(create -> create.groupName("two"));
            assertRefused(
                    () -> other.createGroup(create -> create.groupName("three")),
                    "LimitExceeded",
                    "Cannot exceed quota for GroupsPerAccount: 2");
        }
    }
}
