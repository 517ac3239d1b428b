import {
  DeactivateMFADeviceCommand,
  DeleteAccessKeyCommand,
  DeleteLoginProfileCommand,
  DeleteServiceSpecificCredentialCommand,
  DeleteSigningCertificateCommand,
  DeleteSSHPublicKeyCommand,
  DeleteUserCommand,
  DeleteUserPermissionsBoundaryCommand,
  DeleteVirtualMFADeviceCommand,
  GetUserCommand,
  ListAccessKeysCommand,
  ListGroupsForUserCommand,
  ListMFADevicesCommand,
  ListServiceSpecificCredentialsCommand,
  ListSigningCertificatesCommand,
  ListSSHPublicKeysCommand,
  RemoveUserFromGroupCommand,
} from "@aws-sdk/client-iam";
import { iam } from "../aws/clients";
import { kindOf } from "../key/deviceKinds";
import { orMissing } from "../parts/Refusal";
import { ownerUser, removePolicies } from "../permission/owners";

/** AWS deletes a user only when nothing hangs on it any more: first what gives access, then the rest. */
export async function removeUser(UserName: string) {
  const user = { UserName };
  await orMissing(iam.send(new DeleteLoginProfileCommand(user)));
  for (const { AccessKeyId } of (await iam.send(new ListAccessKeysCommand(user))).AccessKeyMetadata ?? []) {
    await iam.send(new DeleteAccessKeyCommand({ ...user, AccessKeyId }));
  }
  for (const { SSHPublicKeyId } of (await iam.send(new ListSSHPublicKeysCommand(user))).SSHPublicKeys ?? []) {
    await iam.send(new DeleteSSHPublicKeyCommand({ ...user, SSHPublicKeyId }));
  }
  for (const { CertificateId } of (await iam.send(new ListSigningCertificatesCommand(user))).Certificates ?? []) {
    await iam.send(new DeleteSigningCertificateCommand({ ...user, CertificateId }));
  }
  const services = await iam.send(new ListServiceSpecificCredentialsCommand(user));
  for (const { ServiceSpecificCredentialId } of services.ServiceSpecificCredentials ?? []) {
    await iam.send(new DeleteServiceSpecificCredentialCommand({ ...user, ServiceSpecificCredentialId }));
  }
  for (const { SerialNumber } of (await iam.send(new ListMFADevicesCommand(user))).MFADevices ?? []) {
    await iam.send(new DeactivateMFADeviceCommand({ ...user, SerialNumber }));
    if (kindOf(SerialNumber) === "app") {
      await iam.send(new DeleteVirtualMFADeviceCommand({ SerialNumber }));
    }
  }
  await removePolicies(ownerUser(UserName));
  for (const { GroupName } of (await iam.send(new ListGroupsForUserCommand(user))).Groups ?? []) {
    await iam.send(new RemoveUserFromGroupCommand({ ...user, GroupName }));
  }
  if ((await iam.send(new GetUserCommand(user))).User?.PermissionsBoundary) {
    await iam.send(new DeleteUserPermissionsBoundaryCommand(user));
  }
  await iam.send(new DeleteUserCommand(user));
}
