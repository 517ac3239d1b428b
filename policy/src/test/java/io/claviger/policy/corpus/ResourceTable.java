package io.claviger.policy.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Patterns of resources, in {@code Resource} and {@code NotResource}, to allow and to deny.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
 */
final class ResourceTable {

    private record Pattern(String text, String resource, boolean matches) {}

    private static final List<Pattern> PATTERNS = List.of(
            yes("*", "*"),
            yes("*", "arn:aws:s3:::b/k"),
            no("arn:aws:s3:::*", "*"),
            yes("arn:aws:s3:::*", "arn:aws:s3:::b/k"),
            yes("arn:aws:s3:::b", "arn:aws:s3:::b"),
            no("arn:aws:s3:::b", "arn:aws:s3:::b/k"),
            no("arn:aws:s3:::b/*", "arn:aws:s3:::b"),
            yes("arn:aws:s3:::b/*", "arn:aws:s3:::b/"),
            yes("arn:aws:s3:::b/*", "arn:aws:s3:::b/x/y/z"),
            yes("arn:aws:s3:::b/*", "arn:aws:s3:::b/x:y"),
            yes("arn:aws:s3:::b/?", "arn:aws:s3:::b/k"),
            no("arn:aws:s3:::b/?", "arn:aws:s3:::b/"),
            no("arn:aws:s3:::b/?", "arn:aws:s3:::b/kk"),
            yes("arn:aws:s3:::b/*/test/*", "arn:aws:s3:::b/1///test///o"),
            yes("arn:aws:s3:::b/*/test/*", "arn:aws:s3:::b//test/o"),
            yes("arn:aws:s3:::b/*/test/*", "arn:aws:s3:::b/1/test/"),
            no("arn:aws:s3:::b/*/test/*", "arn:aws:s3:::b/1-test/o"),
            no("arn:aws:s3:::b/*/test/*", "arn:aws:s3:::b/test/o"),
            no("arn:aws:s3:::b/K", "arn:aws:s3:::b/k"),
            yes("arn:aws:S3:::b/k", "arn:aws:s3:::b/k"),
            yes("arn:aws:ec2:US-EAST-1:1:instance/i", "arn:aws:ec2:us-east-1:1:instance/i"),
            no("arn:aws:ec2:us-east-1:1:instance/I", "arn:aws:ec2:us-east-1:1:instance/i"),
            yes("arn:*:s3:::b", "arn:aws-cn:s3:::b"),
            no("arn:aws:s3:::b", "arn:aws-cn:s3:::b"),
            yes("arn:aws:dynamodb:*:*:table/t", "arn:aws:dynamodb:us-east-1:1:table/t"),
            yes("arn:aws:dynamodb:*:table/t", "arn:aws:dynamodb:us-east-1:1:table/t"),
            no("arn:aws:dynamodb:*:table/t", "arn:aws:dynamodb:us-east-1:1:table/u"),
            yes("arn:aws:dynamodb:*:table/prod-*", "arn:aws:dynamodb:us-east-1:111:table/prod-x"),
            yes("arn:aws:dynamodb:us-*:1:table/t", "arn:aws:dynamodb:us-west-2:1:table/t"),
            no("arn:aws:dynamodb:us-*:1:table/t", "arn:aws:dynamodb:eu-west-2:1:table/t"),
            yes("arn:aws:dynamodb:us-*-2:1:table/t", "arn:aws:dynamodb:us-west-2:1:table/t"),
            no("arn:aws:sns:us-*topic", "arn:aws:sns:us-east-1:111:topic"),
            yes("arn:aws:iam::*:role/x", "arn:aws:iam::111:role/x"),
            yes("arn:aws:iam::11?:role/x", "arn:aws:iam::111:role/x"),
            no("arn:aws:iam::1?:role/x", "arn:aws:iam::111:role/x"),
            no("arn:aws:iam::222:role/x", "arn:aws:iam::111:role/x"),
            yes("arn:aws:iam::111:role/*/x", "arn:aws:iam::111:role/a/b/x"),
            no("arn:aws:iam::111:role/*/x", "arn:aws:iam::111:role/x"),
            yes("arn:aws:logs:*:*:log-group:*", "arn:aws:logs:r:1:log-group:a:log-stream:b"),
            yes("arn:aws:sqs:*:111111111111", "arn:aws:sqs:us-east-1:111111111111:q"),
            no("arn:aws:sqs:*:111111111111", "arn:aws:sqs:us-east-1:222222222222:q"),
            yes("arn:aws:sqs:us-east-1:111111111111", "arn:aws:sqs:us-east-1:111111111111:q"),
            no("arn:aws:sqs:us-east-1:111111111111", "arn:aws:sqs:us-east-1:1111111111112:q"),
            yes("arn:aws:sqs:*-1:1111111?????", "arn:aws:sqs:us-east-1:111111111111:q"),
            no("arn:aws:sqs:*-1:1111111????", "arn:aws:sqs:us-east-1:111111111111:q"),
            yes("arn:*:sqs:us-east-?", "arn:aws-cn:sqs:us-east-1:111111111111:q"),
            yes("arn:aws:SQS:*:111111111111", "arn:aws:sqs:us-east-1:111111111111:q"),
            no("arn:aws:sqs:*:111111111111", "arn:aws:sns:us-east-1:111111111111:q"),
            yes("arn:aws:rds", "arn:aws:rds:us-east-1:1:db:x"),
            no("arn:aws:rds", "arn:aws:s3:::b"),
            yes("arn:aws:rds:us-east-1", "arn:aws:rds:us-east-1:1:db:x"),
            no("arn:aws:rds:us-east-1", "arn:aws:rds:us-west-1:1:db:x"));

    private ResourceTable() {}

    private static Pattern yes(String text, String resource) {
        return new Pattern(text, resource, true);
    }

    private static Pattern no(String text, String resource) {
        return new Pattern(text, resource, false);
    }

    static List<Draft> rows() {
        List<Draft> rows = new ArrayList<>();
        for (Pattern pattern : PATTERNS) {
            for (String element : List.of("Resource", "NotResource")) {
                boolean hit = pattern.matches() == element.equals("Resource");
                String title = "%s %s for %s".formatted(element, pattern.text(), pattern.resource());
                rows.add(new Draft(title + ", to allow")
                        .identity(Draft.policy(statement("Allow", element, pattern.text())))
                        .ask("x:Do", pattern.resource())
                        .expect(hit ? Say.allowedByIdentity(0) : Say.NO_IDENTITY));
                rows.add(new Draft(title + ", to deny")
                        .identity(Draft.policy(Say.statement("Allow", ""), statement("Deny", element, pattern.text())))
                        .ask("x:Do", pattern.resource())
                        .expect(hit ? Say.deniedByIdentity(1) : Say.allowedByIdentity(0)));
            }
        }
        return rows;
    }

    static String statement(String effect, String element, String pattern) {
        return "{`Effect`: `%s`, `Action`: `*`, `%s`: `%s`}".formatted(effect, element, pattern);
    }
}
