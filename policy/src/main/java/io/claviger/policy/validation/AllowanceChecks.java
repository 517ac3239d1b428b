package io.claviger.policy.validation;

/** Service control policies of denials alone: by themselves they allow nothing. */
final class AllowanceChecks implements PolicyChecks {

    @Override
    public void check(PolicyView policy, Scope scope) {
        boolean denials =
                !policy.statements().isEmpty() && policy.statements().stream().allMatch(StatementView::denies);
        if (scope.type() == DocumentType.SERVICE_CONTROL_POLICY && denials) {
            scope.report()
                    .add(
                            Check.CLAVIGER_SCP_ALLOWS_NOTHING,
                            "This policy allows nothing, so nothing is allowed where it is attached alone. Keep a policy"
                                    + " that allows beside it, such as FullAWSAccess, which AWS attaches.",
                            policy.root().location());
        }
    }
}
