import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A request to a guarded database, and whether it was let through. */
export interface Recorded {
  method: string;
  /** With PROJECT in the place of the project's id, as in the body. */
  path: string;
  body: string | null;
  authorization: string | null;
  isLet: boolean;
  /** Requests of a wave were under way at once; a wave begins when the one before it is over. */
  wave: number;
  /** The test that asked. */
  test: string;
}

/** What the suites of a run have asked of one guarded database, in its order. */
export interface Recording {
  theme: string;
  requests: Recorded[];
}

export const PROJECT = "{project}";

/** Where recordings go; nothing is recorded where this is not said. */
const folder = process.env.KINDLING_RECORD_TO;

interface Session {
  requests: Recorded[];
  underWay: number;
  test: string;
}

/** By project. */
const sessions = new Map<string, Session>();
let isHooked = false;

/** Records what is asked of a project of the emulator's from now on, if this run is to be recorded. */
export function record(project: string): void {
  if (!folder) return;
  if (!isHooked) globalThis.fetch = recording(globalThis.fetch);
  isHooked = true;
  sessions.set(project, { requests: [], underWay: 0, test: "" });
}

/** What is asked from now on, it is this test that asks. */
export function noteTest(project: string, test: string): void {
  const session = sessions.get(project);
  if (session) session.test = test;
}

/** Ends that, and keeps nothing: what is asked of other rules says nothing of ours. */
export const stopRecording = (project: string): unknown => sessions.delete(project);

/** Ends that, and keeps it. */
export function keepRecording(project: string, theme: string): void {
  const session = sessions.get(project);
  if (!folder || !session) return;
  sessions.delete(project);
  mkdirSync(folder, { recursive: true });
  const recording: Recording = { theme, requests: session.requests };
  writeFileSync(join(folder, `${theme}.json`), JSON.stringify(recording));
}

/** `fetch`, which notes what is asked of the projects that are recorded. */
const recording =
  (ask: typeof fetch): typeof fetch =>
  async (input, init) => {
    const [, project = ""] = /\/v1\/projects\/([^/]+)\//.exec(String(input)) ?? [];
    const session = sessions.get(project);
    if (!session) return ask(input, init);
    const { requests, underWay, test } = session;
    const neutral = (text: string) => text.replaceAll(`/${project}/`, `/${PROJECT}/`);
    const body = typeof init?.body === "string" ? init.body : null;
    const entry: Recorded = {
      method: init?.method ?? "GET",
      path: neutral(new URL(String(input)).pathname),
      body: body && neutral(body),
      authorization: new Headers(init?.headers).get("authorization"),
      isLet: true,
      wave: (requests.at(-1)?.wave ?? 0) + (underWay === 0 ? 1 : 0),
      test,
    };
    requests.push(entry);
    session.underWay++;
    try {
      const answer = await ask(input, init);
      entry.isLet = answer.status !== 403;
      return answer;
    } finally {
      session.underWay--;
    }
  };
