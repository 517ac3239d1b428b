import Badge from "@cloudscape-design/components/badge";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import { t } from "@lingui/core/macro";
import { to } from "../shell/paths";
import type { DecidingStatement } from "./explanation";
import { cut } from "./place";

/** A statement that made a decision, marked in its policy. */
export function StatementInPolicy({ statement }: { statement: DecidingStatement }) {
  const { policy, effect, sid, start, end, document } = statement;
  const [before, marked, after] = document ? cut(document, start, end) : ["", "", ""];
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            policy.owner
              ? t`${policy.type}, of ${policy.owner}, line ${start.line}`
              : t`${policy.type}, line ${start.line}`
          }
        >
          <Badge color={effect === "Allow" ? "green" : "red"}>{effect}</Badge>{" "}
          {policy.arn ? (
            <Link href={to.policy(policy.arn)} fontSize="heading-m">
              {policy.name}
            </Link>
          ) : (
            policy.name
          )}
          {sid && ` – ${sid}`}
        </Header>
      }
    >
      {document ? (
        <pre className="document" tabIndex={0}>
          {before}
          <mark className={effect === "Deny" ? "deny" : ""}>{marked}</mark>
          {after}
        </pre>
      ) : (
        t`You may not see this policy.`
      )}
    </Container>
  );
}
