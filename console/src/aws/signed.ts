import { Sha256 } from "@aws-crypto/sha256-js";
import { HttpRequest } from "@smithy/protocol-http";
import { SignatureV4 } from "@smithy/signature-v4";
import { address, answer } from "./calls";
import { credentials, lasting, REGION } from "./clients";

const signer = new SignatureV4({ service: "iam", region: REGION, sha256: Sha256, credentials });

/** A signed call of the console's own: explanations and findings. */
export function ask<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return lasting(async () => answer<T>(await send(path, body, signal)));
}

/** As {@link ask}, for answers of one JSON value a line, which come as they are found. */
export async function askLines<T>(path: string, body: unknown, line: (value: T) => void, signal: AbortSignal) {
  const response = await lasting(async () => {
    const first = await send(path, body, signal);
    return first.ok ? first : answer<Response>(first);
  });
  let rest = "";
  const texts = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await texts?.read(); read && !read.done; read = await texts?.read()) {
    const lines = (rest + read.value).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines.filter(Boolean)) {
      line(JSON.parse(text) as T);
    }
  }
  if (rest) {
    line(JSON.parse(rest) as T);
  }
}

async function send(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const url = address(path);
  const text = JSON.stringify(body);
  const signed = await signer.sign(
    new HttpRequest({
      method: "POST",
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      headers: { host: url.host, "content-type": "application/json", "x-claviger-console": "1" },
      body: text,
    }),
  );
  // The browser sets this one itself.
  delete signed.headers["host"];
  return fetch(url, { method: "POST", headers: signed.headers, body: text, signal: signal ?? null });
}
