package io.claviger.operations;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.iam.model.EntityDetails;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsResponse;
import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;

/** Asks for reports of last accesses as an administrator does. */
abstract class LastAccessedContract extends OnAWorkbench {

    static final String MIXED = Documents.policy(
            "{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",\"iam:GetUser\",\"iam:PassRole\",\"ec2:DescribeInstances\","
                    + "\"sqs:SendMessage\"],\"Resource\":\"*\"}",
            Documents.statement("Deny", "sqs:*", "*"));

    String generate(String arn) {
        return admin.generateServiceLastAccessedDetails(generate -> generate.arn(arn))
                .jobId();
    }

    GetServiceLastAccessedDetailsResponse get(String job) {
        return get(job, _ -> {});
    }

    GetServiceLastAccessedDetailsResponse get(String job, Consumer<GetServiceLastAccessedDetailsRequest.Builder> page) {
        return admin.getServiceLastAccessedDetails(get -> {
            get.jobId(job);
            page.accept(get);
        });
    }

    List<EntityDetails> entities(String job, String service) {
        return admin.getServiceLastAccessedDetailsWithEntities(
                        get -> get.jobId(job).serviceNamespace(service))
                .entityDetailsList();
    }

    static List<String> namespaces(GetServiceLastAccessedDetailsResponse report) {
        return report.servicesLastAccessed().stream()
                .map(ServiceLastAccessed::serviceNamespace)
                .toList();
    }

    static ServiceLastAccessed iam(GetServiceLastAccessedDetailsResponse report) {
        return report.servicesLastAccessed().stream()
                .filter(service -> service.serviceNamespace().equals("iam"))
                .findAny()
                .orElseThrow();
    }
}
