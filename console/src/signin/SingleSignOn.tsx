import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { address, signInProviders } from "../aws/calls";

/** A button for each identity provider through which the account's people sign in. */
export function SingleSignOn({ account }: { account: string }) {
  const asked = useDeferredValue(account);
  const providers = useQuery({
    queryKey: ["single-sign-on", asked],
    queryFn: () => signInProviders(asked),
    enabled: asked.length >= 3,
  });
  if (!providers.data?.length) {
    return null;
  }
  return (
    <SpaceBetween size="xs">
      {providers.data.map((provider) => (
        <Button
          key={provider.start}
          fullWidth
          iconName="external"
          onClick={() => location.assign(address(provider.start))}
        >
          {t`Sign in with ${provider.name}`}
        </Button>
      ))}
    </SpaceBetween>
  );
}
