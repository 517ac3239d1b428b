import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import { t } from "@lingui/core/macro";
import { Component, type ReactNode } from "react";

/** Says that a page has failed, in its place. */
export class Broken extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (!this.state.error) {
      return this.props.children;
    }
    return (
      <Alert
        type="error"
        header={t`This page has failed`}
        action={<Button onClick={() => location.reload()}>{t`Load it again`}</Button>}
      >
        {this.state.error.message}
      </Alert>
    );
  }
}
