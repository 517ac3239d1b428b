package io.claviger.policy.validation;

/** Looks for things in a whole policy. Without state. */
interface PolicyChecks {

    void check(PolicyView policy, Scope scope);
}
