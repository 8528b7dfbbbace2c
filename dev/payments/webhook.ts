import { createHmac } from "node:crypto";

/** What is sent instead of what an event would be. */
export interface Sending {
  /** The header as it stands. */
  signature?: string;
  /** The time that is signed, in seconds since 1970. */
  timestamp?: number;
  body?: string;
}

/** The header by which the receiver knows that the body is the provider's, sent at `seconds`. */
export function signatureOf(body: string, secret: string, seconds: number): string {
  const digest = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${digest}`;
}

/** Posts a body to the webhook. Answers the HTTP status, 0 if there was no answer. */
export async function post(
  url: string,
  body: string,
  signature: string,
  ended: AbortSignal,
): Promise<number> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "stripe-signature": signature },
      body,
      redirect: "manual",
      signal: AbortSignal.any([ended, AbortSignal.timeout(20_000)]),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

export const isTaken = (status: number): boolean => status >= 200 && status < 300;
