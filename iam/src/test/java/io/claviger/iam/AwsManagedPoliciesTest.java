package io.claviger.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsManagedPoliciesTest {

    @Test
    void knowsAdministratorAccessAsAwsPublishesIt() {
        AwsManagedPolicy policy = AwsManagedPolicies.find("arn:aws:iam::aws:policy/AdministratorAccess")
                .orElseThrow();

        assertThat(policy)
                .isEqualTo(new AwsManagedPolicy(
                        "AdministratorAccess",
                        "/",
                        "arn:aws:iam::aws:policy/AdministratorAccess",
                        policy.id(),
                        Instant.parse("2015-02-06T18:39:46Z"),
                        Instant.parse("2015-02-06T18:39:46Z"),
                        "v1"));
        assertThat(AwsManagedPolicies.document(policy))
                .isEqualTo(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}");
    }

    @Test
    void thePathIsPartOfTheArn() {
        AwsManagedPolicy policy = AwsManagedPolicies.find("arn:aws:iam::aws:policy/service-role/AWSLambdaRole")
                .orElseThrow();

        assertThat(policy.path()).isEqualTo("/service-role/");
        assertThat(policy.name()).isEqualTo("AWSLambdaRole");
        assertThat(AwsManagedPolicies.document(policy)).contains("\"lambda:InvokeFunction\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AdministratorAccess",
                "arn:aws:iam::aws:policy/administratoraccess",
                "arn:aws:iam::aws:policy/service-role/AdministratorAccess",
                "arn:aws:iam::123456789012:policy/AdministratorAccess"
            })
    void findsNothingUnderAnyOtherArn(String arn) {
        assertThat(AwsManagedPolicies.find(arn)).isEmpty();
    }

    @Test
    void everyPolicyIsFoundByItsArnWithADocumentOfItsOwn() {
        assertThat(AwsManagedPolicies.all()).hasSize(1594).allSatisfy(policy -> {
            assertThat(AwsManagedPolicies.find(policy.arn())).contains(policy);
            assertThat(policy.arn()).isEqualTo("arn:aws:iam::aws:policy" + policy.path() + policy.name());
            assertThat(policy.updateDate()).isAfterOrEqualTo(policy.createDate());
            assertThat(policy.defaultVersionId()).matches("v[1-9][0-9]*");
            // the bounds of a document are right when it is one whole JSON object with a policy's members
            assertThat(AwsManagedPolicies.document(policy))
                    .startsWith("{\"")
                    .endsWith("}")
                    .containsOnlyOnce("\"Version\":\"20")
                    .containsOnlyOnce("\"Statement\":");
        });
    }

    @Test
    void theyAreOrderedByName() {
        assertThat(AwsManagedPolicies.all())
                .extracting(AwsManagedPolicy::name)
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void idsAreOfThePolicyKindAndUniqueAndNeverChange() {
        assertThat(AwsManagedPolicies.all())
                .extracting(AwsManagedPolicy::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("ANPA[A-Z2-7]{17}"));
        assertThat(AwsManagedPolicies.find("arn:aws:iam::aws:policy/AdministratorAccess"))
                .get()
                .extracting(AwsManagedPolicy::id)
                .isEqualTo("ANPAXUEARDEVTUHKHZ23E");
    }

    @Test
    void refusesToInventADocument() {
        AwsManagedPolicy invented = new AwsManagedPolicy(
                "Invented",
                "/",
                "arn:aws:iam::aws:policy/Invented",
                "ANPAAAAAAAAAAAAAAAAAA",
                Instant.EPOCH,
                Instant.EPOCH,
                "v1");

        assertThatThrownBy(() -> AwsManagedPolicies.document(invented))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("arn:aws:iam::aws:policy/Invented");
    }
}
