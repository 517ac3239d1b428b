package io.claviger.policy.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.catalog.CatalogFile;
import io.claviger.policy.catalog.ServiceCatalog;
import io.claviger.policy.validation.CheckTable.Case;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyValidatorTest {

    private static final PolicyValidator VALIDATOR = new PolicyValidator(ServiceCatalog.aws());

    private static final List<DocumentType> TYPES = List.of(DocumentType.values());

    private static String statement(String members) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{" + members + "}}";
    }

    @Test
    void aGoodPolicyHasNoFindings() {
        assertThat(VALIDATOR.validate(
                        statement("\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",\"s3:PutObject\"],"
                                + "\"Resource\":\"arn:aws:s3:::bucket/${aws:username}/*\","
                                + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}"),
                        DocumentType.IDENTITY_POLICY))
                .isEmpty();
    }

    /** The policy and the places are those of the example in AWS's own command line reference. */
    @Test
    void placesAreCountedAsAwsCountsThem() {
        String policy = """
                {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Sid": "",
                            "Effect": "Allow",
                            "Principal": {
                                "Federated": "cognito-identity.amazonaws.com"
                            },
                            "Action": [
                                "sts:AssumeRole",
                                "sts:TagSession"
                            ],
                            "Condition": {
                                "StringEquals": {
                                    "cognito-identity.amazonaws.com:aud": "us-west-2_EXAMPLE"
                                }
                            }
                        }
                    ]
                }""";
        List<Finding> findings = VALIDATOR.validate(policy, DocumentType.RESOURCE_POLICY);
        assertThat(findings)
                .extracting(Finding::issueCode)
                .containsExactlyInAnyOrder(
                        "EMPTY_SID_VALUE", "MISMATCHED_ACTION_FOR_PRINCIPAL", "UNSUPPORTED_ACTION_FOR_CONDITION_KEY");
        Finding sid = findings.getFirst();
        assertThat(sid.type()).isEqualTo(FindingType.SUGGESTION);
        assertThat(sid.learnMoreLink())
                .isEqualTo(
                        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"
                                + "#access-analyzer-reference-policy-checks-suggestion-empty-sid-value");
        assertThat(sid.locations())
                .containsExactly(new Location(
                        List.of(
                                new PathElement.Value("Statement"),
                                new PathElement.Index(0),
                                new PathElement.Value("Sid")),
                        new TextSpan(new TextPosition(5, 19, 79), new TextPosition(5, 21, 81))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3:GetObjct | The action s3:GetObjct does not exist. Did you mean s3:GetObject?",
                "s3:Qwertyuiop | The action s3:Qwertyuiop does not exist.",
                "s33:GetObject | The service s33 specified in the action does not exist. Did you mean s3?",
            })
    void whatMayHaveBeenMeantIsSuggested(String action, String details) {
        assertThat(VALIDATOR.validate(
                        statement("\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"*\""),
                        DocumentType.IDENTITY_POLICY))
                .extracting(Finding::details)
                .first()
                .asString()
                .startsWith(details.substring(0, details.length() - 1));
    }

    @Test
    void registeredServicesAreValidatedLikeThoseOfAws() throws IOException {
        String file;
        try (InputStream stream = PolicyValidatorTest.class.getResourceAsStream("/catalog/myapp.json")) {
            file = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
        CatalogFile.Result.Read read = (CatalogFile.Result.Read) CatalogFile.read(file);
        PolicyValidator validator = new PolicyValidator(ServiceCatalog.aws().with(read.services()));
        String policy = statement(
                "\"Effect\":\"Allow\",\"Action\":[\"myapp:Read\",\"myapp:Reed\"],"
                        + "\"Resource\":[\"arn:aws:myapp:eu-1:111122223333:document/a\",\"arn:aws:myapp:::file/a\"],"
                        + "\"Condition\":{\"StringEquals\":{\"myapp:Tier\":\"a\",\"myapp:Reviewers\":\"b\",\"myapp:Teir\":\"c\"}}");
        assertThat(validator.validate(policy, DocumentType.IDENTITY_POLICY))
                .extracting(Finding::issueCode)
                .containsExactlyInAnyOrder(
                        "INVALID_ACTION",
                        "INVALID_ARN_REGION",
                        "INVALID_ARN_RESOURCE",
                        "MISSING_QUALIFIER",
                        "INVALID_SERVICE_CONDITION_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTITY_POLICY, 10240, POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
        "SERVICE_CONTROL_POLICY, 5120, POLICY_SIZE_EXCEEDS_SCP_QUOTA",
        "RESOURCE_CONTROL_POLICY, 5120, POLICY_SIZE_EXCEEDS_RCP_QUOTA",
    })
    void aPolicyMayBeAsLongAsItsQuota(DocumentType type, int quota, String code) {
        assertThat(VALIDATOR.validate(policyOf(quota), type))
                .extracting(Finding::issueCode)
                .doesNotContain(code);
        assertThat(VALIDATOR.validate(policyOf(quota + 1), type))
                .extracting(Finding::issueCode)
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "ROLE_TRUST, 2048, POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA",
        "S3_BUCKET, 20480, POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA",
    })
    void aPolicyOfAResourceMayBeAsLongAsItsQuota(ResourceKind kind, int quota, String code) {
        assertThat(VALIDATOR.validate(policyOf(quota), DocumentType.RESOURCE_POLICY, kind))
                .extracting(Finding::issueCode)
                .doesNotContain(code);
        assertThat(VALIDATOR.validate(policyOf(quota + 1), DocumentType.RESOURCE_POLICY, kind))
                .extracting(Finding::issueCode)
                .contains(code);
    }

    private static String policyOf(int length) {
        String frame = "{\"Version\":\"2012-10-17\",\"Id\":\"\",\"Statement\":[]}";
        return frame.replace("\"\"", '"' + "x".repeat(length - frame.length()) + '"');
    }

    @Tag("long")
    @Test
    void damagedPoliciesNeverThrow() {
        List<Case> cases = CheckTable.cases();
        SplittableRandom random = new SplittableRandom(3);
        String letters = "{}[]\",:*?$ a0/";
        int findings = 0;
        for (int i = 0; i < 20_000; i++) {
            Case policy = cases.get(random.nextInt(cases.size()));
            StringBuilder damaged = new StringBuilder(policy.text()).append(' ');
            for (int j = random.nextInt(1, 4); j > 0; j--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.insert(at, letters.charAt(random.nextInt(letters.length())));
                    case 1 -> damaged.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
                    default -> damaged.delete(at, Math.min(at + random.nextInt(1, 9), damaged.length() - 1));
                }
            }
            DocumentType type = TYPES.get(random.nextInt(TYPES.size()));
            byte[] input = ((char) random.nextInt(256) + damaged.toString()).getBytes(StandardCharsets.ISO_8859_1);
            ValidationFuzz.fuzzerTestOneInput(input);
            findings += VALIDATOR.validate(damaged.toString(), type).size();
        }
        assertThat(findings).isGreaterThan(20_000);
    }
}
