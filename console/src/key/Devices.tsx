import {
  DeactivateMFADeviceCommand,
  DeleteVirtualMFADeviceCommand,
  ListMFADevicesCommand,
  type MFADevice,
  ResyncMFADeviceCommand,
} from "@aws-sdk/client-iam";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { iam } from "../aws/clients";
import { useAction } from "../parts/actions";
import { Confirm } from "../parts/Confirm";
import { Dialog } from "../parts/Dialog";
import { Moment } from "../parts/Moment";
import { Refusal } from "../parts/Refusal";
import { AddDevice } from "./AddDevice";
import { type DeviceKind, kindOf } from "./deviceKinds";

const KINDS: Record<DeviceKind, string> = { app: t`App`, token: t`Hardware token`, passkey: t`Passkey` };

interface Asking {
  what: "add" | "remove" | "resync";
  device?: MFADevice;
}

/** The MFA devices of a user, or with the name `root` those of the root user. */
export function Devices({ name, own }: { name: string; own?: boolean }) {
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const devices = useQuery({
    queryKey: ["devices", name],
    queryFn: async () =>
      (await iam.send(new ListMFADevicesCommand(name === "root" ? {} : { UserName: name }))).MFADevices ?? [],
  });
  return (
    <>
      <Table<MFADevice>
        ariaLabels={{ tableLabel: t`MFA devices` }}
        header={
          <Header
            variant="h2"
            counter={devices.data && `(${devices.data.length})`}
            description={t`A second factor at signing in: a passkey, a security key, or an app or a hardware token that shows codes.`}
            actions={<Button onClick={() => setAsking({ what: "add" })}>{t`Add a device`}</Button>}
          >
            {t`MFA devices`}
          </Header>
        }
        loading={devices.isPending}
        loadingText={t`Loading MFA devices`}
        items={devices.data ?? []}
        empty={
          devices.isError ? (
            <Refusal error={devices.error} />
          ) : (
            <Box>
              {own
                ? t`You have no MFA device: a password alone lets anybody in who learns it.`
                : t`There is no MFA device.`}
            </Box>
          )
        }
        columnDefinitions={[
          { id: "serial", header: t`Device`, isRowHeader: true, cell: (device) => device.SerialNumber },
          { id: "kind", header: t`Kind`, cell: (device) => KINDS[kindOf(device.SerialNumber)] },
          { id: "since", header: t`Since`, cell: (device) => <Moment at={device.EnableDate} /> },
          {
            id: "actions",
            header: t({ message: "Actions", context: "what can be done with a row" }),
            cell: (device) => (
              <SpaceBetween direction="horizontal" size="s">
                {kindOf(device.SerialNumber) !== "passkey" && (
                  <Button variant="inline-link" onClick={() => setAsking({ what: "resync", device })}>
                    {t`Bring in step`}
                  </Button>
                )}
                <Button variant="inline-link" onClick={() => setAsking({ what: "remove", device })}>
                  {t`Remove`}
                </Button>
              </SpaceBetween>
            ),
          },
        ]}
      />
      {asking?.what === "add" && <AddDevice name={name} onClose={close} />}
      {asking?.what === "remove" && asking.device && (
        <RemoveDevice name={name} device={asking.device} onClose={close} />
      )}
      {asking?.what === "resync" && asking.device && <Resync name={name} device={asking.device} onClose={close} />}
    </>
  );
}

interface OneDevice {
  name: string;
  device: MFADevice;
  onClose: () => void;
}

function RemoveDevice({ name, device, onClose }: OneDevice) {
  const removing = useAction({
    does: async () => {
      const { SerialNumber } = device;
      await iam.send(new DeactivateMFADeviceCommand({ ...(name !== "root" && { UserName: name }), SerialNumber }));
      if (kindOf(SerialNumber) === "app") {
        await iam.send(new DeleteVirtualMFADeviceCommand({ SerialNumber }));
      }
    },
    says: t`The device is removed.`,
    changes: ["devices", "account"],
    then: onClose,
  });
  return (
    <Confirm
      title={t`Remove the MFA device`}
      does={t`Remove`}
      busy={removing.isPending}
      error={removing.error}
      onConfirm={() => removing.mutate(undefined)}
      onClose={onClose}
    >
      {kindOf(device.SerialNumber) === "token"
        ? t`${device.SerialNumber ?? ""} is deactivated, and can be given to somebody again.`
        : t`${device.SerialNumber ?? ""} is deactivated and deleted.`}{" "}
      {t`Without another device, the password alone is enough to sign in.`}
    </Confirm>
  );
}

function Resync({ name, device, onClose }: OneDevice) {
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const syncing = useAction({
    does: () =>
      iam.send(
        new ResyncMFADeviceCommand({
          UserName: name,
          SerialNumber: device.SerialNumber,
          AuthenticationCode1: first,
          AuthenticationCode2: second,
        }),
      ),
    says: t`The device is in step.`,
    changes: ["devices"],
    then: onClose,
  });
  return (
    <Dialog
      title={t`Bring the device in step`}
      does={t`Bring in step`}
      ready={/^\d{6}$/.test(first) && /^\d{6}$/.test(second)}
      busy={syncing.isPending}
      error={syncing.error}
      onSubmit={() => syncing.mutate(undefined)}
      onClose={onClose}
    >
      <Codes first={first} second={second} onFirst={setFirst} onSecond={setSecond} />
    </Dialog>
  );
}

interface TwoCodes {
  first: string;
  second: string;
  onFirst: (code: string) => void;
  onSecond: (code: string) => void;
}

/** Asks for two codes that follow one another. */
export function Codes({ first, second, onFirst, onSecond }: TwoCodes) {
  return (
    <SpaceBetween size="m">
      <FormField label={t`First code`} description={t`The six digits that the device shows now.`}>
        <Input
          inputMode="numeric"
          autoComplete="one-time-code"
          value={first}
          onChange={({ detail }) => onFirst(detail.value.trim())}
        />
      </FormField>
      <FormField label={t`Second code`} description={t`The six digits that it shows next.`}>
        <Input
          inputMode="numeric"
          autoComplete={false}
          value={second}
          onChange={({ detail }) => onSecond(detail.value.trim())}
        />
      </FormField>
    </SpaceBetween>
  );
}
