package io.claviger.powershell.golden;

import io.claviger.powershell.value.ServiceTypes;
import java.util.Map;

/** The exceptions that the sample cmdlets throw and that the sample lines catch, with their names at AWS. */
public final class SampleTypes implements ServiceTypes {

    private static final String ANY_SERVICE = "Amazon.Runtime.AmazonServiceException";
    private static final String ANY_IAM = "Amazon.IdentityManagement.AmazonIdentityManagementServiceException";
    private static final String ANY_STS = "Amazon.SecurityToken.AmazonSecurityTokenServiceException";

    @Override
    public String prefix() {
        return "Amazon.";
    }

    @Override
    public Map<String, String> exceptions() {
        return Map.of(
                ANY_SERVICE,
                "System.Exception",
                ANY_IAM,
                ANY_SERVICE,
                "Amazon.IdentityManagement.Model.LimitExceededException",
                ANY_IAM,
                "Amazon.IdentityManagement.Model.NoSuchEntityException",
                ANY_IAM,
                ANY_STS,
                ANY_SERVICE,
                "Amazon.SecurityToken.Model.ExpiredTokenException",
                ANY_STS);
    }
}
