package io.claviger.cmdlets.aws;

import java.util.Locale;

/** A service of AWS with cmdlets. */
enum AwsService {
    /** Identity and Access Management. */
    IAM(
            "AWS Identity and Access Management",
            "AWS.Tools.IdentityManagement",
            "Amazon.IdentityManagement",
            "AmazonIdentityManagementServiceException"),
    /** The Security Token Service. */
    STS(
            "AWS Security Token Service",
            "AWS.Tools.SecurityToken",
            "Amazon.SecurityToken",
            "AmazonSecurityTokenServiceException");

    private final String title;
    private final String module;
    private final String namespace;
    private final String exception;

    AwsService(String title, String module, String namespace, String exception) {
        this.title = title;
        this.module = module;
        this.namespace = namespace;
        this.exception = exception;
    }

    /** Its name in AWS Tools. */
    String title() {
        return title;
    }

    /** The PowerShell module whose cmdlets these are. */
    String module() {
        return module;
    }

    /** The .NET namespace of its types. */
    String namespace() {
        return namespace;
    }

    /** The .NET type of errors that the service's model does not name. */
    String exception() {
        return namespace + "." + exception;
    }

    /** The .NET name of a structure. */
    String model(String shape) {
        return namespace + ".Model." + shape;
    }

    /** The Java package of the SDK's classes. */
    String javaPackage() {
        return "software.amazon.awssdk.services." + name().toLowerCase(Locale.ROOT) + ".model.";
    }
}
