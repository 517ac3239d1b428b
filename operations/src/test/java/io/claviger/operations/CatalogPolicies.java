package io.claviger.operations;

/** Session policies in the forms in which Apache Polaris, Lakekeeper and Nessie send them, for a table of a bucket. */
final class CatalogPolicies {

    static final String POLARIS = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Action":["s3:PutObject","s3:DeleteObject"],"Resource":"arn:aws:s3:::lake/warehouse/sales/*"},
          {"Effect":"Allow","Action":["kms:DescribeKey","kms:Decrypt","kms:Encrypt","kms:GenerateDataKey",
           "kms:GenerateDataKeyWithoutPlaintext"],
           "Resource":"arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"},
          {"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::lake",
           "Condition":{"StringLike":{"s3:prefix":"warehouse/sales/*"}}},
          {"Effect":"Allow","Action":"s3:GetBucketLocation","Resource":"arn:aws:s3:::lake"},
          {"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],
           "Resource":"arn:aws:s3:::lake/warehouse/sales/*"}]}\
        """;

    /** For somebody who may only read, and who reads two places. */
    static final String POLARIS_READING = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Action":["kms:DescribeKey","kms:Decrypt"],
           "Resource":"arn:aws:kms:us-east-1:123456789012:key/*"},
          {"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::lake",
           "Condition":{"StringLike":{"s3:prefix":["warehouse/sales/*","archive/sales/*"]}}},
          {"Effect":"Allow","Action":"s3:GetBucketLocation","Resource":"arn:aws:s3:::lake"},
          {"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],
           "Resource":["arn:aws:s3:::lake/warehouse/sales/*","arn:aws:s3:::lake/archive/sales/*"]}]}\
        """;

    /** For somebody who may reach no place at all. */
    static final String POLARIS_NOWHERE = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Action":"s3:ListBucket"},
          {"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"]}]}\
        """;

    static final String LAKEKEEPER = """
        {"Version":"2012-10-17","Statement":[
          {"Action":["s3:GetObject","s3:GetObjectVersion","s3:PutObject","s3:DeleteObject","s3:AbortMultipartUpload",
             "s3:ListMultipartUploadParts"],
           "Effect":"Allow","Resource":"arn:aws:s3:::lake/warehouse/sales/*","Sid":"TableAccess"},
          {"Action":"s3:ListBucket","Condition":{"StringLike":{"s3:prefix":"warehouse/sales/*"}},"Effect":"Allow",
           "Resource":"arn:aws:s3:::lake","Sid":"ListBucketForFolder"},
          {"Action":"s3:GetBucketLocation","Effect":"Allow","Resource":"arn:aws:s3:::lake","Sid":"GetBucketLocation"},
          {"Action":["kms:Decrypt","kms:GenerateDataKey"],"Effect":"Allow",
           "Resource":"arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
           "Sid":"KmsAccess"}]}\
        """;

    /** The last statement is one that an operator adds. */
    static final String NESSIE = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::lake",
           "Condition":{"StringLike":{"s3:prefix":["warehouse/sales","warehouse/sales/*","*/warehouse/sales",
             "*/warehouse/sales/*","*/*/*/*/warehouse/sales","*/*/*/*/warehouse/sales/*"]}}},
          {"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion","s3:PutObject","s3:DeleteObject"],
           "Resource":["arn:aws:s3:::lake/warehouse/sales/*","arn:aws:s3:::lake/*/warehouse/sales/*",
             "arn:aws:s3:::lake/*/*/*/*/warehouse/sales/*"]},
          {"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::lake/warehouse/sales/secret/*"}]}\
        """;

    static final String OF_OTHERS = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Action":["s3:GetObject","nimbusstore:ReadFrame","glacierlake:*"],"Resource":"*"}]}\
        """;

    private CatalogPolicies() {}
}
