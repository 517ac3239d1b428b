package io.claviger.operations;

/** Policy documents to test with. */
final class Documents {

    static final String ALLOW_ALL = allow("*", "*");

    private Documents() {}

    static String policy(String... statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
    }

    static String statement(String effect, String action, String resource) {
        return "{\"Effect\":\"" + effect + "\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\"}";
    }

    static String statement(String effect, String action, String resource, String condition) {
        return "{\"Effect\":\"" + effect + "\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource
                + "\",\"Condition\":" + condition.replace('\'', '"') + "}";
    }

    static String allow(String action, String resource) {
        return policy(statement("Allow", action, resource));
    }

    static String allowIf(String action, String condition) {
        return policy(statement("Allow", action, "*", condition));
    }

    /** Everything is allowed but this. */
    static String allBut(String action, String resource) {
        return policy(statement("Allow", "*", "*"), statement("Deny", action, resource));
    }

    /** A trust policy for this principal of AWS. */
    static String trust(String principal) {
        return trustIf(principal, "sts:AssumeRole", "{}");
    }

    /** A trust policy for this principal and actions, which are JSON, under conditions in single quotes. */
    static String trustIf(String principal, String action, String condition) {
        return policy("{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + principal + "\"},\"Action\":\"" + action
                + "\",\"Condition\":" + condition.replace('\'', '"') + "}");
    }

    /** A valid document of exactly so many characters, white space aside. */
    static String ofSize(int size) {
        int frame = allow("s3:", "*").length();
        return allow("s3:" + "x".repeat(size - frame), "*");
    }
}
