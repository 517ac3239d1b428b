package io.claviger.policy.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every operator with every quantifier, with and without {@code IfExists}, to allow and to deny, with values of every
 * kind. What is expected follows the truth tables of the pages on operators and on keys with several values.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
 *     Single-valued and multivalued keys</a>
 */
final class OperatorTable {

    /** Whether a condition holds; what cannot be known denies and does not allow. */
    private enum Holds {
        YES,
        NO,
        UNKNOWN
    }

    /**
     * An operator with the values that it is tried with.
     *
     * @param name its name, with a mark for the negated ones before it
     * @param written the value in the policy
     * @param fits a value for which the operator holds
     * @param other one for which it does not
     */
    private record Operator(String name, boolean negated, String written, String fits, String other) {}

    private record Family(String name, String key, String odd, Holds ofOdd, List<Operator> operators) {}

    private static final String NO_ODD = "";

    private OperatorTable() {}

    private static Operator is(String name, String written, String fits, String other) {
        return new Operator(name, false, written, fits, other);
    }

    private static Operator not(String name, String written, String fits, String other) {
        return new Operator(name, true, written, fits, other);
    }

    private static List<Family> families() {
        return List.of(
                new Family(
                        "String",
                        "aws:PrincipalTag/team",
                        NO_ODD,
                        Holds.NO,
                        List.of(
                                is("StringEquals", "red", "red", "Red"),
                                not("StringNotEquals", "red", "Red", "red"),
                                is("StringEqualsIgnoreCase", "red", "RED", "blue"),
                                not("StringNotEqualsIgnoreCase", "red", "blue", "RED"),
                                is("StringLike", "r?d*", "rod-1", "rd"),
                                not("StringNotLike", "r?d*", "rd", "rod-1"))),
                new Family(
                        "Numeric",
                        "s3:max-keys",
                        "ten",
                        Holds.UNKNOWN,
                        List.of(
                                is("NumericEquals", "10", "10.0", "11"),
                                not("NumericNotEquals", "10", "11", "10"),
                                is("NumericLessThan", "10", "9.5", "10"),
                                is("NumericLessThanEquals", "10", "10", "10.1"),
                                is("NumericGreaterThan", "10", "100", "10"),
                                is("NumericGreaterThanEquals", "10", "10", "9"))),
                new Family(
                        "Date",
                        "aws:CurrentTime",
                        "yesterday",
                        Holds.UNKNOWN,
                        List.of(
                                is("DateEquals", "2020-04-01T00:00:00Z", "1585699200", "2020-04-02T00:00:00Z"),
                                not("DateNotEquals", "2020-04-01T00:00:00Z", "2020-04-02T00:00:00Z", "1585699200"),
                                is("DateLessThan", "2020-04-01T00:00:00Z", "2020-03-31T00:00:00Z", "1585699200"),
                                is("DateLessThanEquals", "2020-04-01T00:00:00Z", "1585699200", "2020-04-02T00:00:00Z"),
                                is("DateGreaterThan", "2020-04-01T00:00:00Z", "2020-04-02T00:00:00Z", "1585699200"),
                                is(
                                        "DateGreaterThanEquals",
                                        "2020-04-01T00:00:00Z",
                                        "1585699200",
                                        "2020-03-31T00:00:00Z"))),
                new Family(
                        "Bool",
                        "aws:SecureTransport",
                        "maybe",
                        Holds.UNKNOWN,
                        List.of(is("Bool", "true", "true", "false"))),
                new Family(
                        "Binary", "x:Bytes", "%%", Holds.UNKNOWN, List.of(is("BinaryEquals", "QQ==", "QQ==", "Qg=="))),
                new Family(
                        "Address",
                        "aws:SourceIp",
                        "10.0.0",
                        Holds.UNKNOWN,
                        List.of(
                                is("IpAddress", "10.0.0.0/8", "10.1.2.3", "11.0.0.1"),
                                not("NotIpAddress", "10.0.0.0/8", "11.0.0.1", "10.1.2.3"))),
                new Family(
                        "Arn",
                        "aws:SourceArn",
                        "no ARN",
                        Holds.NO,
                        List.of(
                                is("ArnEquals", "arn:aws:sns:*:1:t", "arn:aws:sns:r:1:t", "arn:aws:sns:r:2:t"),
                                not("ArnNotEquals", "arn:aws:sns:*:1:t", "arn:aws:sns:r:2:t", "arn:aws:sns:r:1:t"),
                                is("ArnLike", "arn:aws:sns:*:1:t*", "arn:aws:sns:r:1:t:x", "arn:aws:sns:r:x:1:t"),
                                not(
                                        "ArnNotLike",
                                        "arn:aws:sns:*:1:t*",
                                        "arn:aws:sns:r:x:1:t",
                                        "arn:aws:sns:r:1:t:x"))));
    }

    /** The tables, one for each family of operators. */
    static Map<String, List<Draft>> tables() {
        Map<String, List<Draft>> tables = new LinkedHashMap<>();
        for (Family family : families()) {
            List<Draft> rows = new ArrayList<>();
            for (Operator operator : family.operators()) {
                for (String quantifier : List.of("", "ForAllValues:", "ForAnyValue:")) {
                    rows(rows, family, operator, quantifier, false);
                    rows(rows, family, operator, quantifier, true);
                }
            }
            tables.put("operators-" + family.name().toLowerCase(Locale.ROOT), rows);
        }
        tables.put("operators-null", ofNull());
        return tables;
    }

    private static void rows(List<Draft> rows, Family family, Operator operator, String quantifier, boolean ifExists) {
        String fits = operator.fits();
        String other = operator.other();
        String odd = family.odd();
        Holds ofOdd = operator.negated() && family.ofOdd() == Holds.NO ? Holds.YES : family.ofOdd();
        boolean all = quantifier.startsWith("ForAll");
        boolean plain = quantifier.isEmpty();
        Row row = new Row(rows, family.key(), quantifier + operator.name() + (ifExists ? "IfExists" : ""), operator);
        row.add("a value that fits", "`" + fits + "`", Holds.YES);
        row.add("a value that does not fit", "`" + other + "`", Holds.NO);
        row.add("the key missing", null, holds(ifExists || all || (plain && operator.negated())));
        row.add("two values, one of which fits", "[`" + fits + "`, `" + other + "`]", holds(!plain && !all));
        if (odd.isEmpty()) {
            return;
        }
        row.add("a value of no such type", "`" + odd + "`", ofOdd);
        if (!plain) {
            row.add(
                    "a value that fits and one of no such type",
                    "[`" + fits + "`, `" + odd + "`]",
                    all ? ofOdd : Holds.YES);
            row.add(
                    "a value that does not fit and one of no such type",
                    "[`" + other + "`, `" + odd + "`]",
                    all ? Holds.NO : ofOdd);
        }
    }

    private static Holds holds(boolean yes) {
        return yes ? Holds.YES : Holds.NO;
    }

    private static List<Draft> ofNull() {
        List<Draft> rows = new ArrayList<>();
        for (String quantifier : List.of("", "ForAllValues:", "ForAnyValue:")) {
            for (boolean absent : List.of(true, false)) {
                Operator operator = is("Null", String.valueOf(absent), "", "");
                Row row = new Row(rows, "aws:TagKeys", quantifier + "Null", operator);
                row.add("the key missing", null, holds(absent));
                row.add("a value", "`v`", holds(!absent));
                row.add("an empty value", "``", holds(!absent));
                row.add("two values", "[`v`, `w`]", holds(!absent));
                row.add("no values", "[]", holds(absent));
                row.add("an empty value in a list", "[``]", holds(absent));
            }
        }
        return rows;
    }

    /** Writes rows, each to allow and to deny. */
    private record Row(List<Draft> rows, String key, String name, Operator operator) {

        void add(String what, @Nullable String value, Holds holds) {
            String condition = ", `Condition`: {`%s`: {`%s`: `%s`}}".formatted(name, key, operator.written());
            String context = value == null ? "{}" : "{`%s`: %s}".formatted(key, value);
            String title = name + " " + operator.written() + " with " + what;
            rows.add(new Draft(title + ", to allow")
                    .identity(Draft.policy(Say.statement("Allow", condition)))
                    .context(context)
                    .expect(holds == Holds.YES ? Say.allowedByIdentity(0) : Say.NO_IDENTITY));
            rows.add(new Draft(title + ", to deny")
                    .identity(Draft.policy(Say.statement("Allow", ""), Say.statement("Deny", condition)))
                    .context(context)
                    .expect(holds == Holds.NO ? Say.allowedByIdentity(0) : Say.deniedByIdentity(1)));
        }
    }
}
