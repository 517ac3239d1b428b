package io.claviger.operations;

import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredential;

/** Users whose credentials for services are looked at. */
abstract class OnServiceCredentials extends OnAWorkbench {

    static final String CODECOMMIT = "codecommit.amazonaws.com";
    static final String BEDROCK = "bedrock.amazonaws.com";

    @BeforeEach
    void createThem() {
        createUsers("bob", "eve");
    }

    ServiceSpecificCredential create(String user, String service) {
        return admin.createServiceSpecificCredential(
                        create -> create.userName(user).serviceName(service))
                .serviceSpecificCredential();
    }
}
