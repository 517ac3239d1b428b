package io.claviger.policy;

/** What parsing a policy came to. */
public sealed interface ParsedPolicy permits PolicyDocument, MalformedPolicy {}
