import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { running } from "../../../support/firestore.ts";

let failing = false;
let asked: string[] = [];

/**
 * Stands between the server SDK and the Auth emulator, from before it is first asked: the SDK keeps
 * the address then. While told to fail it answers as Firebase does to one too many.
 */
const server = createServer((request, response) => {
  pass(request, response).catch(() => response.destroy());
});

async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "GET", url = "/", headers } = request;
  const body = await text(request);
  asked.push(url.replace(/^.*:/, ""));
  response.setHeader("content-type", "application/json");
  if (failing) {
    const message = `QUOTA_EXCEEDED : Exceeded quota, asked for ${body}`;
    response.writeHead(400).end(JSON.stringify({ error: { code: 400, message } }));
    return;
  }
  const { authorization = "" } = headers;
  const answer = await fetch(`http://${running.hosts.auth}${url}`, {
    method,
    headers: { authorization, "content-type": "application/json" },
    ...(body === "" ? {} : { body }),
  });
  response.writeHead(answer.status).end(await answer.text());
}

await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
server.unref();
process.env.FIREBASE_AUTH_EMULATOR_HOST = `127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Does `work` while Firebase Authentication answers nothing but that its quota is exceeded. */
export async function whileAuthFails(work: () => Promise<unknown>): Promise<void> {
  failing = true;
  try {
    await work();
  } finally {
    failing = false;
  }
}

/** What `work` asks Firebase Authentication. */
export async function askedOfAuth(work: () => Promise<unknown>): Promise<string[]> {
  asked = [];
  await work();
  return asked;
}
