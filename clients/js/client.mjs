// Plays the calls that come in on standard input, one JSON object a line, with the AWS SDK for JavaScript, and answers
// each with one line: {"result"}, {"pages"}, {"url"}, {"error"} when the service refused, {"failure"} when it was not
// the service that failed.
import { createInterface } from "node:readline";
import * as iam from "@aws-sdk/client-iam";
import * as sts from "@aws-sdk/client-sts";
import { HttpRequest } from "@smithy/protocol-http";
import { SignatureV4 } from "@smithy/signature-v4";

const region = "us-east-1";
const services = { iam, sts };
const clients = { iam: iam.IAMClient, sts: sts.STSClient };

function credentials({ id, secret, token }) {
  return { accessKeyId: id, secretAccessKey: secret, ...(token && { sessionToken: token }) };
}

function client(call) {
  return new clients[call.service]({ endpoint: call.endpoint, region, credentials: credentials(call.credentials) });
}

function shown({ $metadata, ...result }) {
  return result;
}

async function send(call) {
  const command = new services[call.service][`${call.operation}Command`](call.input);
  return { result: shown(await client(call).send(command)) };
}

async function pages(call) {
  const paginate = services[call.service][`paginate${call.operation}`];
  const answers = [];
  for await (const page of paginate({ client: client(call), pageSize: call.pageSize }, call.input)) {
    answers.push(shown(page));
  }
  return { pages: answers };
}

async function presign(call) {
  const { protocol, hostname, port } = new URL(call.endpoint);
  const signer = new SignatureV4({
    service: call.service,
    region,
    credentials: credentials(call.credentials),
    sha256: client(call).config.sha256,
  });
  const request = new HttpRequest({
    method: "GET",
    protocol,
    hostname,
    port: Number(port),
    path: "/",
    query: { Action: call.operation, Version: "2011-06-15" },
    headers: { host: `${hostname}:${port}` },
  });
  const signed = await signer.presign(request, { expiresIn: 60 });
  return { url: `${call.endpoint}/?${new URLSearchParams(signed.query)}` };
}

function refusal(error) {
  const status = error.$metadata?.httpStatusCode;
  if (status === undefined) {
    return { failure: String(error.stack) };
  }
  const code = error.Code ?? error.Error?.Code ?? error.name;
  return { error: { code, message: error.message, status, exception: error.name } };
}

const kinds = { call: send, pages, presign };
for await (const line of createInterface({ input: process.stdin })) {
  const call = JSON.parse(line);
  const answer = await kinds[call.kind](call).catch(refusal);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
