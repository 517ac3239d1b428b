/** Whether a device shows codes; a passkey or security key does not, and there is nothing of it to delete beside. */
export function isVirtual(serialNumber: string | undefined): boolean {
  return serialNumber !== undefined && !/^arn:[^:]*:iam::[^:]*:u2f\//.test(serialNumber);
}
