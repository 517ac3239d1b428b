package io.claviger.iam;

import java.util.List;

/**
 * Which session tokens the global endpoint of STS gives an account. Immutable.
 *
 * @param version 1 for tokens that are good in regions enabled by default, 2 for those that are good in all regions
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetSecurityTokenServicePreferences.html">
 *     SetSecurityTokenServicePreferences</a>
 */
public record TokenPreference(String accountId, int version) implements Entity {

    /** What accounts begin with. */
    public static final int FIRST_VERSION = 1;

    @Override
    public List<String> touches() {
        return List.of(accountId);
    }
}
