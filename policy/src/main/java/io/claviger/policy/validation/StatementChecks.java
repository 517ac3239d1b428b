package io.claviger.policy.validation;

/** Looks for things in one statement. Without state. */
interface StatementChecks {

    void check(StatementView statement, PolicyView policy, Scope scope);
}
