package io.claviger.policy.validation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a resource policy is attached to, where its validation depends on that.
 *
 * @see <a href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html">validatePolicyResourceType</a>
 */
public enum ResourceKind {
    /** A bucket of S3. */
    S3_BUCKET("AWS::S3::Bucket", "S3 Bucket", "s3"),
    /** An access point of S3. */
    S3_ACCESS_POINT("AWS::S3::AccessPoint", "S3 Access Point", "s3"),
    /** A multi-region access point of S3. */
    S3_MULTI_REGION_ACCESS_POINT("AWS::S3::MultiRegionAccessPoint", "S3 Multi-Region Access Point", "s3"),
    /** An access point of S3 Object Lambda. */
    S3_OBJECT_LAMBDA_ACCESS_POINT(
            "AWS::S3ObjectLambda::AccessPoint", "S3 Object Lambda Access Point", "s3-object-lambda"),
    /** A role: its trust policy. */
    ROLE_TRUST("AWS::IAM::AssumeRolePolicyDocument", "Role Trust", "sts"),
    /** A table of DynamoDB. */
    DYNAMODB_TABLE("AWS::DynamoDB::Table", "DynamoDB Table", "dynamodb");

    private final String apiName;
    private final String title;
    private final String service;

    ResourceKind(String apiName, String title, String service) {
        this.apiName = apiName;
        this.title = title;
        this.service = service;
    }

    /** The name that the API has for it, such as {@code AWS::S3::Bucket}. */
    public String apiName() {
        return apiName;
    }

    /** The kind that the API names so; null if there is none. */
    public static @Nullable ResourceKind named(String apiName) {
        for (ResourceKind kind : values()) {
            if (kind.apiName.equals(apiName)) {
                return kind;
            }
        }
        return null;
    }

    /** The name for a person. */
    String title() {
        return title;
    }

    /** The prefix of the actions that its policies can allow, and the service part of the ARNs that they can name. */
    String service() {
        return service;
    }

    /** The catalog's types of resources that its policies can name; empty if all of the service's are good. */
    Set<String> types() {
        return switch (this) {
            case S3_BUCKET -> Set.of("bucket", "object");
            case DYNAMODB_TABLE -> Set.of("table", "index");
            case S3_ACCESS_POINT, S3_MULTI_REGION_ACCESS_POINT, S3_OBJECT_LAMBDA_ACCESS_POINT, ROLE_TRUST -> Set.of();
        };
    }
}
