package io.claviger.policy.random;

import java.util.List;

/** The words of random policies and requests: few, so that they meet often. */
final class SmallWorld {

    static final List<String> OPERATORS = List.of(
            "StringEquals",
            "StringNotEquals",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
            "StringLike",
            "StringNotLike",
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals",
            "DateEquals",
            "DateNotEquals",
            "DateLessThan",
            "DateLessThanEquals",
            "DateGreaterThan",
            "DateGreaterThanEquals",
            "Bool",
            "BinaryEquals",
            "IpAddress",
            "NotIpAddress",
            "ArnEquals",
            "ArnNotEquals",
            "ArnLike",
            "ArnNotLike",
            "Null");
    static final List<String> KEYS = List.of("a:s", "A:T", "a:tags", "a:n", "a:when", "a:ip", "a:arn", "a:bool");
    static final List<String> TEXTS = List.of("", "a", "b", "ab", "A", "a*", "a?b", "*", "?", "a:b", "bob", "${a:s}");
    static final List<String> PATTERNS = List.of(
            "",
            "a",
            "b",
            "AB",
            "*",
            "?",
            "a*",
            "*b",
            "a?*",
            "${a:s}",
            "${A:T}*",
            "${a:missing}",
            "${a:missing, 'a'}",
            "${a:tags}",
            "${*}",
            "a${?}b",
            "${$}{a:s}",
            "x${a:s}y");
    static final List<String> NUMBERS = List.of("1", "1.0", "-1", "2", "10", "0.5", "+1", "00", "1e1", "20E-1", "1.");
    static final List<String> DATES = List.of(
            "2020-01-01",
            "2020-01",
            "2020-01-01T00:00:00Z",
            "2019-12-31T23:00:00-01:00",
            "1577836800",
            "1577836801",
            "2020-01-01T00:00:00.5Z",
            "-1",
            "2020-1-1t0:00",
            "2020-001T00:00:00,5",
            "2020-W01-3T01+01",
            "2020-01-01T00:00Z");
    static final List<String> ADDRESSES = List.of(
            "10.0.0.1", "10.0.0.2", "11.0.0.1", "::1", "2001:db8::1", "::ffff:10.0.0.1", "2001:db8:0:0:1::", "1.2.3");
    static final List<String> BLOCKS = List.of(
            "10.0.0.1",
            "10.0.0.0/8",
            "10.0.0.0/31",
            "0.0.0.0/0",
            "::/0",
            "2001:db8::/32",
            "::1/128",
            "2001:db8::1/127");
    static final List<String> ARNS = List.of(
            "arn:aws:s3:::b",
            "arn:aws:s3:::b/k",
            "arn:aws:iam::1:user/a",
            "arn:aws:iam::1:user/b:c",
            "arn:aws:x:r:1:t/a",
            "arn:aws:x:r-1:1:a",
            "a",
            "arn:aws:s3",
            "arn:aws-cn:s3:::b");
    static final List<String> ARN_PATTERNS = List.of(
            "*",
            "arn:aws:s3:::*",
            "arn:*:*:*:*:*",
            "arn:aws:iam::*:user/?",
            "arn:aws:iam::1:user/${a:s}",
            "arn:aws:x:r:${a:n}:${a:s}",
            "arn:aws:x:r*:1:*",
            "arn:aws:${a:s}:::b",
            "arn:aws:iam::${A:T}:user/*");
    static final List<String> RESOURCES = List.of(
            "*",
            "arn:aws:s3:::*",
            "arn:aws:s3:::b",
            "arn:aws:s3:::b/*",
            "arn:aws:s3:::${a:s}",
            "arn:aws:s3:::${a:s}/*",
            "arn:*:s3:::b*",
            "arn:aws:iam::*:user/a",
            "arn:aws:iam::1:user/?",
            "arn:aws:iam::1:user/${A:T}",
            "arn:aws:x:*:t/*",
            "arn:aws:x:r*1:1:*",
            "arn:aws:x:r?1:*",
            "arn:aws:x:*-1:?:*a",
            "arn:aws:iam::*1:user/*",
            "arn:aws:iam::${a:n}:user/*",
            "arn:aws:S3:::B",
            "arn:aws:s3:::*b*",
            "arn:aws:x:r**1:*:a");
    static final List<String> WHOLE_ARNS = RESOURCES.stream()
            .filter(text -> text.equals("*") || text.split(":", -1).length > 5)
            .toList();
    static final List<String> HALF_ARNS = List.of(
            "arn:aws:x",
            "arn:aws:x:r",
            "arn:aws:s3",
            "arn:aws:x:r-?",
            "arn:aws:x:*:1",
            "arn:aws:x:r?1:${a:n}",
            "arn:aws:x:*-1:?",
            "arn:aws:x:*:t/a");
    static final List<String> STS_ACTIONS =
            List.of("sts:AssumeRole", "sts:TagSession", "sts:AssumeRoleWithSAML", "sts:SetSourceIdentity");
    static final List<String> ACTIONS = List.of(
            "*",
            "s3:*",
            "s3:Get*",
            "S3:getobject",
            "s3:*Object",
            "iam:GetUser",
            "IAM:*",
            "x:?",
            "x:*a*",
            "s3:Get?bject",
            "sts:*");
    static final List<String> REQUESTS =
            List.of("s3:GetObject", "s3:PutObject", "S3:GETOBJECT", "iam:GetUser", "x:a", "x:ba");
    static final List<String> STS_REQUESTS = List.of("sts:AssumeRole", "sts:assumerole", "sts:TagSession");
    static final List<String> TARGETS = List.of(
            "*",
            "arn:aws:s3:::b",
            "arn:aws:s3:::b/k",
            "arn:aws:s3:::a*",
            "arn:aws:s3:::bob/k",
            "arn:aws-cn:s3:::b",
            "arn:aws:iam::1:user/a",
            "arn:aws:iam::1:user/b:c",
            "arn:aws:x:r:1:t/a",
            "arn:aws:x:r-1:1:a",
            "ARN:AWS:S3:::B",
            "arn:aws:x:r:-1:1:a",
            "arn:aws:s3",
            "${a:s}",
            "");

    private SmallWorld() {}
}
