import { CreateVirtualMFADeviceCommand, EnableMFADeviceCommand, type VirtualMFADevice } from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { passkeyOptions, registerPasskey } from "../aws/calls";
import { iam } from "../aws/clients";
import { createPasskey, whyNoPasskeys } from "../aws/passkeys";
import { usePerson } from "../aws/session";
import { useAction } from "../parts/actions";
import { Dialog } from "../parts/Dialog";
import { Secret } from "../parts/Secret";
import { Codes } from "./Devices";
import type { DeviceKind } from "./deviceKinds";
import { QrCode } from "./QrCode";

const text = new TextDecoder();

const NAME = /^[\w+=,.@-]{1,64}$/;
const SERIAL_NUMBER = /^[\w+=/:,.@-]{9,256}$/;

/**
 * Registers a passkey, or makes a virtual device and shows it to an authenticator, or takes a hardware token, and gives it
 * to the user.
 */
export function AddDevice({ name, onClose }: { name: string; onClose: () => void }) {
  const person = usePerson();
  const hindrance = whyNoPasskeys();
  const [kind, setKind] = useState<DeviceKind>(hindrance ? "app" : "passkey");
  const [deviceName, setDeviceName] = useState(name);
  const [serialNumber, setSerialNumber] = useState("");
  const [device, setDevice] = useState<VirtualMFADevice>();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const making = useAction({
    does: async () =>
      setDevice(
        (await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: deviceName }))).VirtualMFADevice,
      ),
    changes: [],
  });
  const registering = useAction({
    does: async () => {
      const user = name === "root" ? {} : { userName: name };
      const credential = await createPasskey(await passkeyOptions(user.userName));
      await registerPasskey({ ...user, deviceName, credential });
    },
    says: t`${name} now signs in with a passkey.`,
    changes: ["devices", "account"],
    then: onClose,
  });
  const enabling = useAction({
    does: () =>
      iam.send(
        new EnableMFADeviceCommand({
          UserName: name,
          SerialNumber: device?.SerialNumber ?? serialNumber,
          AuthenticationCode1: first,
          AuthenticationCode2: second,
        }),
      ),
    says: t`${name} now signs in with a second factor.`,
    changes: ["devices", "account"],
    then: onClose,
  });

  const codes = <Codes first={first} second={second} onFirst={setFirst} onSecond={setSecond} />;
  const isShown = /^\d{6}$/.test(first) && /^\d{6}$/.test(second) && first !== second;
  if (!device) {
    const { action, does, ready } = {
      passkey: { action: registering, does: t`Go on`, ready: NAME.test(deviceName) },
      app: { action: making, does: t`Go on`, ready: NAME.test(deviceName) },
      token: { action: enabling, does: t`Add the device`, ready: SERIAL_NUMBER.test(serialNumber) && isShown },
    }[kind];
    return (
      <Dialog
        title={t`Add an MFA device`}
        does={does}
        ready={ready}
        busy={action.isPending}
        error={action.error}
        onSubmit={() => action.mutate(undefined)}
        onClose={onClose}
      >
        <FormField label={t`Kind of device`}>
          <RadioGroup
            value={kind}
            onChange={({ detail }) => setKind(detail.value as DeviceKind)}
            items={[
              {
                value: "passkey",
                label: t`Passkey or security key`,
                description: hindrance ?? t`Nobody can be tricked into giving it to another site.`,
                disabled: hindrance !== undefined,
              },
              { value: "app", label: t`Authenticator app`, description: t`Shows a new code every 30 seconds.` },
              {
                value: "token",
                label: t`Hardware TOTP token`,
                description: t`A device with a display, whose seed the operator of this server has taken in.`,
              },
            ]}
          />
        </FormField>
        {kind === "token" ? (
          <>
            <FormField label={t`Serial number`} description={t`As it is printed on the token, such as GAHT12345678.`}>
              <Input value={serialNumber} onChange={({ detail }) => setSerialNumber(detail.value.trim())} autoFocus />
            </FormField>
            {codes}
          </>
        ) : (
          <FormField
            label={t`Name of the device`}
            description={
              kind === "app"
                ? t`Up to 64 letters, digits and + = , . @ - _ ; one that the account does not have yet.`
                : t`Up to 64 letters, digits and + = , . @ - _.`
            }
          >
            <Input value={deviceName} onChange={({ detail }) => setDeviceName(detail.value)} autoFocus />
          </FormField>
        )}
      </Dialog>
    );
  }

  const seed = text.decode(device.Base32StringSeed);
  const label = `${name}@${person.alias ?? person.account}`;
  const uri = `otpauth://totp/${encodeURIComponent(`Claviger:${label}`)}?secret=${seed}&issuer=Claviger`;
  return (
    <Dialog
      title={t`Add an MFA device`}
      does={t`Add the device`}
      ready={isShown}
      busy={enabling.isPending}
      error={enabling.error}
      onSubmit={() => enabling.mutate(undefined)}
      onClose={onClose}
    >
      <SpaceBetween size="m">
        <Box>{t`1. Scan this with an authenticator app.`}</Box>
        <QrCode text={uri} label={t`The device ${deviceName} as a QR code`} />
        <ExpandableSection headerText={t`I cannot scan it`}>
          <Box>{t`Type this seed into the app:`}</Box>
          <Secret text={seed} of="seed" />
        </ExpandableSection>
        <Box>{t`2. Enter two codes that follow one another.`}</Box>
        {codes}
      </SpaceBetween>
    </Dialog>
  );
}
