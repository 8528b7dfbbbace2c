import { HttpsError, onRequest } from "firebase-functions/https";
import { accounts } from "../core/accounts.ts";
import { DAY, HOUR, now, SECOND } from "../core/clock.ts";
import { charge } from "../core/limits.ts";
import { reasonOf } from "../core/refuse.ts";
import { isSecret } from "../core/secret.ts";
import { appName } from "../core/settings.ts";
import { dayIn } from "../core/zones.ts";
import { calendarOf, REFRESH } from "./feed/calendar.ts";
import { askedFor } from "./feed/link.ts";
import { calendarFeeds } from "./schema.ts";
import { dueTasksOf } from "./task/dueTasks.ts";

/** Each request reads what is due: whoever has a link must not run up a bill. */
const FEED_LIMIT = { calls: 60, seconds: HOUR / SECOND };

/**
 * `GET …/todos-feed/{uid}/{secret}.ics`: what somebody has to do that is due, for a calendar. 404 in
 * the same words for a link that never was, was revoked or is of an account that is shut out; 429
 * with Retry-After for more than 60 requests an hour; 405 for any other method.
 */
export const feed = onRequest({ invoker: "public" }, async (request, response) => {
  response.set("Cache-Control", `private, max-age=${REFRESH}`).set("X-Robots-Tag", "noindex");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.status(405).set("Allow", "GET, HEAD").end();
    return;
  }
  const { status, body, retryAfter } = await answerTo(request.path);
  if (retryAfter !== undefined) response.set("Retry-After", String(retryAfter));
  response
    .status(status)
    .type(status === 200 ? "text/calendar; charset=utf-8" : "text/plain; charset=utf-8")
    .send(body);
});

/** What is overdue for longer, in days, is no news. */
const KEPT = 30;

interface Answer {
  status: 200 | 404 | 429;
  body: string;
  retryAfter?: number;
}

const NOTHING: Answer = { status: 404, body: "There is no such calendar.\n" };

/** Billed a read where the link is none; else two more and a write, and `dueTasksOf`. */
export async function answerTo(path: string): Promise<Answer> {
  const asked = askedFor(path);
  if (!asked) return NOTHING;
  const { uid, secret } = asked;
  const secretHash = (await calendarFeeds.doc(uid).get()).data()?.secretHash;
  if (secretHash === undefined || !isSecret(secret, secretHash)) return NOTHING;
  if ((await accounts.doc(uid).get()).data()?.disabled) return NOTHING;
  try {
    await charge("todos.feed", uid, FEED_LIMIT);
  } catch (error) {
    if (!(error instanceof HttpsError) || reasonOf(error) !== "too-many-requests") throw error;
    const { retryAfterSeconds } = error.details as { retryAfterSeconds: number };
    return { status: 429, body: "Too many requests.\n", retryAfter: retryAfterSeconds };
  }
  const calendar = await calendarOf(
    appName.value(),
    await dueTasksOf(uid, { from: daysAgo(KEPT) }),
    now(),
  );
  return { status: 200, body: calendar };
}

const daysAgo = (days: number): string => dayIn("UTC", new Date(now().getTime() - days * DAY));
