package io.claviger.operations;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ReplacementValueEntry;
import software.amazon.awssdk.services.iam.model.Role;

/** Acquires roles of templates. */
abstract class RoleTemplatesContract extends OnAWorkbench {

    static final String TEMPLATES = "arn:aws:iam::aws:role-template/";
    static final String POWER = TEMPLATES + "iam.amazonaws.com/PowerUserRoleTemplate:1";
    static final String ROTATION = TEMPLATES + "secretsmanager.amazonaws.com/AWSSecretsManagerRotationRoleTemplate:1";
    static final String LAMBDA_TRUST = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},\
        "Action":"sts:AssumeRole"}]}\
        """;

    static Map<String, ReplacementValueEntry> values(String... namesAndValues) {
        Map<String, ReplacementValueEntry> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(
                    namesAndValues[i],
                    ReplacementValueEntry.builder()
                            .values(namesAndValues[i + 1].split(","))
                            .build());
        }
        return values;
    }

    Role acquire(String template, String... namesAndValues) {
        return acquire(admin, template, namesAndValues);
    }

    static Role acquire(IamClient client, String template, String... namesAndValues) {
        return client.acquireRole(acquire -> acquire.templateArn(template).replacementValues(values(namesAndValues)))
                .role();
    }

    Role power() {
        return acquire(POWER, "AWSServiceName", "lambda.amazonaws.com", "RoleName", "power");
    }
}
