package io.claviger.policy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.policy.catalog.CatalogFile.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogFileTest {

    private static String sample() throws IOException {
        try (InputStream stream = CatalogFileTest.class.getResourceAsStream("/catalog/myapp.json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ServiceCatalog catalog() throws IOException {
        Result result = CatalogFile.read(sample());
        assertThat(result).isInstanceOf(Result.Read.class);
        return ServiceCatalog.aws().with(((Result.Read) result).services());
    }

    @Test
    void anActionOfARegisteredServiceIsFoundLikeOneOfAws() throws IOException {
        Action share = catalog().action("MyApp:sharedocument");
        assertThat(share).isNotNull();
        assertThat(share.qualifiedName()).isEqualTo("myapp:ShareDocument");
        assertThat(share.levels()).containsExactlyInAnyOrder(AccessLevel.WRITE, AccessLevel.PERMISSIONS_MANAGEMENT);
        assertThat(share.dependentActions()).containsExactly("myapp:Read");
        assertThat(share.resources()).singleElement().satisfies(resource -> {
            assertThat(resource.required()).isTrue();
            assertThat(resource.type().arn()).startsWith("arn:${Partition}:myapp:");
            assertThat(resource.conditionKeys()).extracting(ConditionKey::name).containsExactly("myapp:Label/${Key}");
        });
    }

    @Test
    void aRegisteredServiceIsExpandedAndSuggested() throws IOException {
        ServiceCatalog catalog = catalog();
        assertThat(catalog.expand("myapp:*"))
                .containsExactly("myapp:ListDocuments", "myapp:Read", "myapp:ShareDocument");
        assertThat(catalog.expand("*:ListDocuments")).contains("myapp:ListDocuments");
        assertThat(catalog.similarActions("myapp:ListDocument")).containsExactly("myapp:ListDocuments");
        assertThat(catalog.similarServices("mypp")).contains("myapp");
        assertThat(catalog.service("s3")).isNotNull();
    }

    @Test
    void keysOfARegisteredServiceAreFoundAlsoWhereTheyVary() throws IOException {
        ServiceCatalog catalog = catalog();
        assertThat(catalog.conditionKey("myapp:label/Owner"))
                .isEqualTo(new ConditionKey("myapp:Label/${Key}", ValueType.STRING, false));
        assertThat(catalog.conditionKey("myapp:Label/")).isNull();
        assertThat(catalog.conditionKey("MYAPP:reviewers"))
                .isEqualTo(new ConditionKey("myapp:Reviewers", ValueType.STRING, true));
        assertThat(ServiceCatalog.aws().conditionKey("myapp:Tier")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | 1 | 1 | The catalog must be an object",
                "{\"service\": []} | 1 | 2 | The catalog has no member service",
                "{\"services\": {}} | 1 | 14 | The value of services must be an array",
                "{\"services\": [3]} | 1 | 15 | A service must be an object",
                "{\"services\": [{}]} | 1 | 15 | A service must have the member prefix",
                "{\"services\": [{\"prefix\": 5}]} | 1 | 26 | The value of prefix must be a string",
                "{\"services\": [{\"prefix\": \"A\"}]} | 1 | 26 | A prefix has 1 to 63 of a-z, 0-9, '.' and '-', and is not aws",
                "{\"services\": [{\"prefix\": \"aws\"}]} | 1 | 26 | A prefix has 1 to 63 of a-z, 0-9, '.' and '-', and is not aws",
                "{\"services\": [{\"prefix\": \"a\"}, {\"prefix\": \"a\"}]} | 1 | 32 | The prefix a stands twice",
                "{\"services\": [{\"prefix\": \"a\", \"resourceControl\": 1}]} | 1 | 50 | The value of resourceControl must be true or false",
                "{\"services\": [{\"prefix\": \"a\", \"conditionKeys\": {\"b:c\": \"String\"}}]} | 1 | 49 | A condition key of this service begins with a:",
                "{\"services\": [{\"prefix\": \"a\", \"conditionKeys\": {\"a:\": \"String\"}}]} | 1 | 49 | A condition key of this service begins with a:",
                "{\"services\": [{\"prefix\": \"a\", \"conditionKeys\": {\"a:c\": \"Text\"}}]} | 1 | 56 | A type is String, Bool, Numeric, Date, ARN, IPAddress or Binary, or one of them after ArrayOf",
                "{\"services\": [{\"prefix\": \"a\", \"resourceTypes\": {\"r\": {\"arn\": \"r\"}}}]} | 1 | 62 | The form of an ARN is arn:partition:service:region:account:resource",
                "{\"services\": [{\"prefix\": \"a\", \"resourceTypes\": {\"r\": {}}}]} | 1 | 54 | A resource type must have the member arn",
                "{\"services\": [{\"prefix\": \"a\", \"actions\": {\"B c\": {}}}]} | 1 | 43 | A name has 1 to 128 of A-Z, a-z, 0-9, '_' and '-'",
                "{\"services\": [{\"prefix\": \"a\", \"actions\": {\"B\": {\"accessLevel\": \"Tag\"}}}]} | 1 | 64 | An access level is Read, List, Write, Tagging or Permissions management",
                "{\"services\": [{\"prefix\": \"a\", \"actions\": {\"B\": {\"accessLevel\": \"Read\", \"resourceTypes\": {\"r\": {}}}}}]} | 1 | 90 | There is no resource type r",
                "{\"services\": [{\"prefix\": \"a\", \"actions\": {\"B\": {\"accessLevel\": \"Read\", \"conditionKeys\": [\"a:k\"]}}}]} | 1 | 90 | There is no condition key a:k",
                "{\"services\": [{\"prefix\": \"a\", \"actions\": {\"B\": {\"accessLevel\": \"Read\"}, \"b\": {\"accessLevel\": \"Read\"}}}]} | 1 | 73 | The action b stands twice",
            })
    void aFaultIsToldWithItsPlace(String text, int line, int column, String reason) {
        assertThat(CatalogFile.read(text)).isInstanceOfSatisfying(Result.Fault.class, fault -> {
            assertThat(fault.reason()).isEqualTo(reason);
            assertThat(fault.at().line()).isEqualTo(line);
            assertThat(fault.at().column()).isEqualTo(column);
        });
    }

    @Tag("long")
    @Test
    void damagedFilesNeverThrow() throws IOException {
        String sample = sample();
        SplittableRandom random = new SplittableRandom(7);
        int faults = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder damaged = new StringBuilder(sample);
            for (int j = random.nextInt(1, 4); j > 0; j--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.setCharAt(at, "{}[]\",:x9 ".charAt(random.nextInt(10)));
                    default -> damaged.insert(at, "{}[]\",:x9 ".charAt(random.nextInt(10)));
                }
            }
            if (CatalogFile.read(damaged.toString()) instanceof Result.Fault fault) {
                faults++;
                assertThat(fault.at().offset()).isBetween(0, damaged.length());
            }
        }
        assertThat(faults).isGreaterThan(1_000);
    }
}
