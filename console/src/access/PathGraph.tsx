import Link from "@cloudscape-design/components/link";
import { t } from "@lingui/core/macro";
import { to } from "../shell/paths";
import { DECISIONS, type Decision, type PathNode } from "./explanation";

const KINDS: Record<PathNode["kind"], string> = {
  account: t`Account`,
  user: t`User`,
  group: t`Group`,
  role: t`Role`,
  session: t`Session`,
  policy: t`Policy`,
  boundary: t`Boundary`,
  scp: t`Service control policy`,
};

/** The way from the principal to the decision, drawn from left to right, and from top to bottom if it is narrow. */
export function PathGraph({ path, decision }: { path: PathNode[]; decision: Decision }) {
  return (
    <div className="graph" role="group" aria-label={t`The way to the decision`}>
      <ol>
        {path.map((node, index) => (
          <li key={index}>
            <span className="node">
              <small>{KINDS[node.kind]}</small>
              <Name node={node} />
            </span>
          </li>
        ))}
        <li>
          <span className="node">
            <small>{t`Decision`}</small>
            <strong>{DECISIONS[decision].says}</strong>
          </span>
        </li>
      </ol>
    </div>
  );
}

function Name({ node }: { node: PathNode }) {
  const href = pageOf(node);
  return href ? <Link href={href}>{node.name}</Link> : <>{node.name}</>;
}

function pageOf(node: PathNode): string | undefined {
  switch (node.kind) {
    case "user":
      return to.user(node.name);
    case "group":
      return to.group(node.name);
    case "role":
      return to.role(node.name);
    case "policy":
    case "boundary":
    case "scp":
      return node.arn && to.policy(node.arn);
    default:
      return undefined;
  }
}
