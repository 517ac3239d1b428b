import { createHash, createPublicKey, generateKeyPairSync, sign, X509Certificate } from "node:crypto";
import { createServer } from "node:https";
import { makeCertificate } from "./furniture.mjs";

const base64url = (value) =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const CODE = "the-code";

/** A provider of OpenID Connect at `https://localhost:PORT`, where everybody who comes is `email` at once. */
export async function startIssuer(url, client, email) {
  const { certificate, privateKey: key } = makeCertificate("localhost");
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...createPublicKey(privateKey).export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" };
  let asked;

  function token() {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: url,
      aud: client,
      sub: "person-1",
      iat: now,
      exp: now + 300,
      nonce: asked.get("nonce"),
      email,
    };
    const text = `${base64url({ alg: "RS256", kid: "one" })}.${base64url({ ...claims, email_verified: true })}`;
    return `${text}.${sign("sha256", Buffer.from(text), privateKey).toString("base64url")}`;
  }

  /** Gives the token for the code, to the one who knows what the browser's request was made of. */
  function redeemed(form) {
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    return form.get("code") === CODE && challenge === asked.get("code_challenge")
      ? { access_token: "x", expires_in: 60, token_type: "Bearer", id_token: token() }
      : { error: "invalid_grant" };
  }

  const documents = {
    "/.well-known/openid-configuration": {
      issuer: url,
      jwks_uri: `${url}/keys`,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    },
    "/keys": { keys: [jwk] },
  };
  const server = createServer({ cert: certificate, key }, async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, url);
    let answer = documents[pathname];
    if (pathname === "/authorize") {
      asked = searchParams;
      const back = new URL(asked.get("redirect_uri"));
      back.search = new URLSearchParams({ code: CODE, state: asked.get("state") }).toString();
      response.writeHead(302, { location: back.href }).end();
      return;
    }
    if (pathname === "/token") {
      let body = "";
      for await (const part of request) {
        body += part;
      }
      answer = redeemed(new URLSearchParams(body));
    }
    response.writeHead(answer && !answer.error ? 200 : 400, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise((resolve) => server.listen(Number(new URL(url).port), "localhost", resolve));
  return {
    thumbprint: new X509Certificate(certificate).fingerprint.replaceAll(":", "").toLowerCase(),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
