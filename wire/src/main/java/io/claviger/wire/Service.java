package io.claviger.wire;

/**
 * A service that speaks the AWS query protocol: its names on the wire and the package of its model classes in the AWS
 * SDK. See
 * <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/programming.html">Calling the IAM API</a>.
 */
public enum Service {
    /** Identity and Access Management. */
    IAM("iam", "2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/", "software.amazon.awssdk.services.iam.model"),
    /** The Security Token Service. */
    STS("sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/", "software.amazon.awssdk.services.sts.model");

    private final String signingName;
    private final String version;
    private final String namespace;
    private final String modelPackage;

    Service(String signingName, String version, String namespace, String modelPackage) {
        this.signingName = signingName;
        this.version = version;
        this.namespace = namespace;
        this.modelPackage = modelPackage;
    }

    /** The service's name in a signature's scope and in actions: {@code iam} or {@code sts}. */
    public String signingName() {
        return signingName;
    }

    /** The one version of its API, the value of the parameter {@code Version}. */
    public String version() {
        return version;
    }

    /** The XML namespace of its answers. */
    public String namespace() {
        return namespace;
    }

    /** The Java package of its requests and responses in the AWS SDK. */
    public String modelPackage() {
        return modelPackage;
    }
}
