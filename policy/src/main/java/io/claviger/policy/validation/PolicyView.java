package io.claviger.policy.validation;

import java.util.List;

/**
 * What could be read of a policy.
 *
 * @param root the policy
 * @param variables whether its version gives variables a meaning
 * @param trust whether it is the trust policy of a role
 * @param statements what could be read of its statements, in order
 */
record PolicyView(Node root, boolean variables, boolean trust, List<StatementView> statements) {}
