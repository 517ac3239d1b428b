// Prints who one is, with whatever credentials the AWS SDK for JavaScript finds by itself. A code of an MFA device that a
// profile asks for is read from standard input.
import { createInterface } from "node:readline/promises";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { defaultProvider } from "@aws-sdk/credential-provider-node";

async function mfaCodeProvider(serial) {
  return createInterface({ input: process.stdin, output: process.stderr }).question(`Code of ${serial}: `);
}

if (!process.argv.includes("--version")) {
  const sts = new STSClient({
    credentialDefaultProvider: (options) => defaultProvider({ ...options, mfaCodeProvider }),
  });
  console.log((await sts.send(new GetCallerIdentityCommand({}))).Arn);
  process.exit();
}
