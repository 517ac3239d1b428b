package io.claviger.policy.document;

/** What parsing a policy came to. */
public sealed interface ParsedPolicy permits PolicyDocument, MalformedPolicy {}
