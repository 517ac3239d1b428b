package io.claviger.operations;

/** The gate's answer. */
public sealed interface Admission permits Permit, Denied {}
