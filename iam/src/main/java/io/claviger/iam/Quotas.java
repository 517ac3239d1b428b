package io.claviger.iam;

/**
 * How much an account may hold. {@link #AWS} has AWS's own figures.
 *
 * @param managedPolicySize characters of a managed policy, white space aside
 * @param userPolicySize characters of all inline policies of a user together, white space aside
 * @param groupPolicySize the same for a group
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
 */
public record Quotas(
        int usersPerAccount,
        int groupsPerAccount,
        int policiesPerAccount,
        int accessKeysPerUser,
        int groupsPerUser,
        int policiesPerUser,
        int policiesPerGroup,
        int versionsPerPolicy,
        int tagsPerEntity,
        int managedPolicySize,
        int userPolicySize,
        int groupPolicySize,
        int mfaDevicesPerUser,
        OfRoles roles,
        OfCredentials credentials) {

    /**
     * How much roles may be and hold.
     *
     * @param trustPolicySize characters of a trust policy, white space aside
     * @param policySize characters of all inline policies of a role together, white space aside
     */
    public record OfRoles(
            int perAccount, int instanceProfilesPerAccount, int policiesPerRole, int trustPolicySize, int policySize) {}

    /**
     * How many credentials other than access keys there may be.
     *
     * @param serviceCredentials a user's for one service
     */
    public record OfCredentials(
            int sshPublicKeysPerUser,
            int signingCertificatesPerUser,
            int serviceCredentials,
            int serverCertificatesPerAccount) {}

    /** AWS's default quotas. */
    public static final Quotas AWS = new Quotas(
            5000,
            300,
            1500,
            2,
            10,
            10,
            10,
            5,
            50,
            6144,
            2048,
            5120,
            8,
            new OfRoles(1000, 1000, 10, 2048, 10_240),
            new OfCredentials(5, 2, 2, 20));

    /** The same quotas with another number of users in an account. */
    public Quotas withUsersPerAccount(int users) {
        return new Quotas(
                users,
                groupsPerAccount,
                policiesPerAccount,
                accessKeysPerUser,
                groupsPerUser,
                policiesPerUser,
                policiesPerGroup,
                versionsPerPolicy,
                tagsPerEntity,
                managedPolicySize,
                userPolicySize,
                groupPolicySize,
                mfaDevicesPerUser,
                roles,
                credentials);
    }
}
