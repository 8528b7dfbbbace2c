import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT, type Recorded, type Recording } from "../../test/support/recording.ts";
import type { Match } from "../rules/sections.ts";
import type { RulesEmulator } from "./emulator.ts";

/** What tests have asked, from the folder it was recorded to. */
export const recordingsIn = (folder: string): Recording[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));

/** The request that was not answered as it had been, and how it was answered now. */
export interface Difference {
  request: Recorded;
  answer: string;
}

/**
 * Asks a project of the emulator's what was recorded, in its order, and stops at the first request that is
 * let through though it was not, or the other way round. `after`: called behind each wave.
 */
export async function replay(
  emulator: RulesEmulator,
  project: string,
  requests: readonly Recorded[],
  after?: (asked: number) => Promise<void>,
): Promise<Difference | undefined> {
  for (const wave of wavesOf(requests)) {
    const answers = await Promise.all(wave.map((request) => repeat(emulator, project, request)));
    const different = answers.find((difference) => difference !== undefined);
    if (different) return different;
    await after?.(wave.length);
  }
  return undefined;
}

async function repeat(
  emulator: RulesEmulator,
  project: string,
  request: Recorded,
): Promise<Difference | undefined> {
  const { status, text } = await ask(emulator, project, request);
  return (status !== 403) === request.isLet ? undefined : { request, answer: `${status}: ${text}` };
}

/** Makes a request that was recorded, of this project. */
export async function ask(
  emulator: RulesEmulator,
  project: string,
  request: Recorded,
): Promise<{ status: number; text: string }> {
  const { method, path, body, authorization } = request;
  const own = (text: string) => text.replaceAll(`/${PROJECT}/`, `/${project}/`);
  const answer = await emulator.ask(method, own(path), body && own(body), authorization);
  // Others were writing to the same document; the SDKs try again, too.
  const isTaken = answer.status === 409 && /lock timeout/.test(answer.text);
  return isTaken ? ask(emulator, project, request) : answer;
}

export const wavesOf = (requests: readonly Recorded[]): Recorded[][] => [
  ...Map.groupBy(requests, ({ wave }) => wave).values(),
];

/** Of what was recorded, what is about the documents of matches, and what makes the state it meets. */
export function concerning(requests: readonly Recorded[], matches: readonly Match[]): Recorded[] {
  const tests = matches.map(isAbout);
  const isAny = (request: Recorded) =>
    request.authorization !== SERVER && tests.some((test) => test(request));
  if (!requests.some(isAny)) return [];
  return requests.filter(
    (request) => (request.isLet && request.path.endsWith(":commit")) || isAny(request),
  );
}

/** Whom no rule stops. */
export const SERVER = "Bearer owner";

interface Asked {
  writes?: {
    update?: { name: string };
    delete?: string;
    transform?: { document: string };
    verify?: string;
  }[];
  documents?: string[];
  structuredQuery?: Query;
  structuredAggregationQuery?: { structuredQuery: Query };
}

interface Query {
  from: { collectionId: string; allDescendants?: boolean }[];
}

/** Whether a request is about documents of a match. */
function isAbout({ path }: Match): (request: Recorded) => boolean {
  const patternOf = (words: string) => new RegExp(`^${words.replace(/\{\w+\}/g, "[^/]+")}$`);
  const isDocument = patternOf(path);
  const isFolder = patternOf(path.slice(0, path.lastIndexOf("/")));
  const collection = path.split("/").at(-2) ?? "";
  const known = new WeakMap<Recorded, boolean>();
  const isNamed = (name = "") => isDocument.test(name.slice(name.indexOf("/documents") + 10));
  const isQueried = (query: Query | undefined, parent: string) =>
    query?.from.some(({ collectionId, allDescendants }) =>
      allDescendants
        ? collectionId === collection || collectionId === undefined
        : isFolder.test(`${parent.slice(parent.indexOf("/documents") + 10)}/${collectionId}`),
    ) ?? false;
  const find = ({ method, path, body }: Recorded): boolean => {
    const [address = "", verb] = path.split(/:(?=\w+$)/);
    if (method === "GET" || !verb) return isNamed(address);
    const asked: Asked = JSON.parse(body ?? "{}");
    const query = asked.structuredQuery ?? asked.structuredAggregationQuery?.structuredQuery;
    const names = (asked.writes ?? []).map(
      (write) => write.update?.name ?? write.delete ?? write.transform?.document ?? write.verify,
    );
    return [...names, ...(asked.documents ?? [])].some(isNamed) || isQueried(query, address);
  };
  return (request) => {
    const answer = known.get(request) ?? find(request);
    known.set(request, answer);
    return answer;
  };
}
