package io.claviger.operations.gate;

/** The gate's answer. */
public sealed interface Admission permits Permit, Denied {}
