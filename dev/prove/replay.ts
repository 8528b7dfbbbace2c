import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT, type Recorded, type Recording } from "../../test/support/recording.ts";
import type { Match } from "../rules/sections.ts";
import type { RulesEmulator } from "./emulator.ts";

/** What tests have asked, from the folder it was recorded to. */
export const recordingsIn = (folder: string): Recording[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name): Recording => JSON.parse(readFileSync(join(folder, name), "utf8")));

/**
 * Those whose answer is a matter of luck: somebody made the same kind of write to the same documents several
 * times at once, and was let and refused. Which of them comes first is another one each time.
 */
export function racesIn(requests: readonly Recorded[]): Set<Recorded> {
  const races = wavesOf(requests).flatMap((wave) => {
    const rivals = new Map<string, Recorded[]>();
    for (const request of wave.filter(({ path }) => path.endsWith(":commit"))) {
      for (const key of attemptsIn(request)) {
        rivals.set(key, [...(rivals.get(key) ?? []), request]);
      }
    }
    return [...rivals.values()].filter(
      (all) => all.some(({ isLet }) => isLet) && all.some(({ isLet }) => !isLet),
    );
  });
  return new Set(races.flat());
}

/** The request that was not answered as it had been, and how it was answered now. */
export interface Difference {
  request: Recorded;
  answer: string;
}

/** Of a commit: who writes each of its documents, beside what else of which collections, and which fields. */
function attemptsIn({ authorization, body }: Recorded): string[] {
  const { writes = [] }: Asked = JSON.parse(body ?? "{}");
  const names = writes.map(nameOf);
  const kind = writes.map((write, n) => [
    Object.keys(write),
    names[n]?.replace(/[^/]+$/, ""),
    write.updateMask?.fieldPaths,
  ]);
  return names.map((name) => JSON.stringify([authorization, name, kind]));
}

const nameOf = (write: Written): string | undefined =>
  write.update?.name ?? write.delete ?? write.transform?.document ?? write.verify;

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
  const races = racesIn(requests);
  for (const wave of wavesOf(requests)) {
    const answers = await Promise.all(wave.map((request) => repeat(emulator, project, request)));
    const different = answers.find((one) => one !== undefined && !races.has(one.request));
    if (different) return different;
    await after?.(wave.length);
  }
  return undefined;
}

/**
 * Asks the rules that it was recorded with what was recorded. Throws where an answer is another one: what is
 * not answered alike by the same rules says nothing of others.
 */
export async function replayUnchanged(
  emulator: RulesEmulator,
  project: string,
  { theme, requests }: Recording,
  after?: (asked: number) => Promise<void>,
): Promise<void> {
  const different = await replay(emulator, project, requests, after);
  if (!different) return;
  const { request, answer } = different;
  throw new Error(
    `${theme}: what "${request.test}" asks is answered otherwise the second time: ${answer}`,
  );
}

async function repeat(
  emulator: RulesEmulator,
  project: string,
  request: Recorded,
): Promise<Difference | undefined> {
  const { status, text } = await ask(emulator, project, request);
  return (status !== 403) === request.isLet
    ? undefined
    : { request, answer: `${status}: ${text.slice(0, 200)}` };
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

/** Whom no rule stops. */
export const SERVER = "Bearer owner";

/** Which matches' documents each request is about; what the server asks is about none. */
export function matchesOf(
  requests: readonly Recorded[],
  matches: readonly Match[],
): Map<Recorded, readonly Match[]> {
  const tests = matches.map((match) => ({ match, isAbout: isAbout(match) }));
  return new Map(
    requests.map((request) => {
      const asked = request.authorization === SERVER ? [] : placesIn(request);
      const about = tests.filter(({ isAbout }) => asked.some(isAbout));
      return [request, about.map(({ match }) => match)];
    }),
  );
}

/** Of what was recorded, what `isAbout`, and the writes that make the state which that meets. */
export function concerning(
  requests: readonly Recorded[],
  isAbout: (request: Recorded) => boolean,
): Recorded[] {
  if (!requests.some(isAbout)) return [];
  return requests.filter(
    (request) => (request.isLet && request.path.endsWith(":commit")) || isAbout(request),
  );
}

/** A document, or a folder of them: one, or all of a name. */
type Place = { document: string } | { folder: string } | { everywhere: string | undefined };

interface Written {
  update?: { name: string };
  updateMask?: { fieldPaths?: string[] };
  delete?: string;
  transform?: { document: string };
  verify?: string;
}

interface Asked {
  writes?: Written[];
  documents?: string[];
  structuredQuery?: Query;
  structuredAggregationQuery?: { structuredQuery: Query };
}

interface Query {
  from: { collectionId?: string; allDescendants?: boolean }[];
}

function placesIn({ method, path, body }: Recorded): Place[] {
  const [address = "", verb] = path.split(/:(?=\w+$)/);
  if (method === "GET" || !verb) return [{ document: below(address) }];
  const asked: Asked = JSON.parse(body ?? "{}");
  const query = asked.structuredQuery ?? asked.structuredAggregationQuery?.structuredQuery;
  const names = [...(asked.documents ?? []), ...(asked.writes ?? []).map(nameOf)];
  return [
    ...names.map((name = "") => ({ document: below(name) })),
    ...(query?.from ?? []).map(({ collectionId, allDescendants }) =>
      allDescendants
        ? { everywhere: collectionId }
        : { folder: `${below(address)}/${collectionId}` },
    ),
  ];
}

/** The path below the root of the database; of what the tests put where it does not belong, where it would. */
const below = (name: string) =>
  name.slice(name.indexOf("/documents") + "/documents".length).replaceAll("/canary/canary", "");

function isAbout({ path }: Match): (place: Place) => boolean {
  const patternOf = (words: string) => new RegExp(`^${words.replace(/\{\w+\}/g, "[^/]+")}$`);
  const isDocument = patternOf(path);
  const isFolder = patternOf(path.slice(0, path.lastIndexOf("/")));
  const name = path.split("/").at(-2);
  return (place) => {
    if ("document" in place) return isDocument.test(place.document);
    if ("folder" in place) return isFolder.test(place.folder);
    return place.everywhere === undefined || place.everywhere === name;
  };
}
