import SpaceBetween from "@cloudscape-design/components/space-between";
import { AccessKeys } from "../key/AccessKeys";
import { Devices } from "../key/Devices";
import { OtherCredentials } from "../key/OtherCredentials";
import { Password } from "./Password";

/** Everything a user proves their identity with. */
export function Credentials({ name }: { name: string }) {
  return (
    <SpaceBetween size="l">
      <Password name={name} />
      <Devices name={name} />
      <AccessKeys name={name} />
      <OtherCredentials name={name} />
    </SpaceBetween>
  );
}
