import { setTimeout as pause } from "node:timers/promises";
import type { DocumentData, DocumentReference, DocumentSnapshot } from "firebase-admin/firestore";
import { SECOND } from "./clock.ts";
import { commit, type Write } from "./decide.ts";
import { failureOf, grpcCode } from "./grpc.ts";

/**
 * A decision's part in a document that very many decide about at once. It is not written by each,
 * but by a group of them in one commit.
 */
// biome-ignore lint/suspicious/noExplicitAny: parts in every kind of document wait here
export interface Joint<D = any, Stored extends DocumentData = any> {
  ref: DocumentReference<D, Stored>;
  /** The document with this part in it. Throws what it refuses, and is then left out. */
  apply(current: D | undefined): D;
  /** The writes that make `after` of what was read, with their preconditions. */
  write(before: DocumentSnapshot<D, Stored>, after: D): Promise<Write[]>;
}

interface Part {
  joint: Joint;
  /** The rest of the decision, committed with it. */
  writes: Write[];
  since: number;
  settle(failure?: unknown): void;
}

/**
 * Firestore takes about one write a second to one document for long
 * (https://firebase.google.com/docs/firestore/best-practices). What was written less than this ago,
 * by whomever, is left alone: then two groups' writes are never closer together.
 */
const INTERVAL = SECOND;

/** Commits larger than this get slow. */
const MAX_WRITES = 600;

/** Where somebody has waited so long, the document is not given rest any more. */
const URGENT = 10 * SECOND;

/** Who waits longer is told to come back. */
const PATIENCE = 25 * SECOND;

const groups = new Map<string, Part[]>();

/**
 * Commits a decision together with those that wait for the same document in this process (group
 * commit): one reading and one write of it for all of them, each with its own answer. Rejects with
 * what `joint.apply` refuses, or as a commit of its own would.
 */
export function commitTogether(joint: Joint, writes: Write[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (failure?: unknown) => (failure === undefined ? resolve() : reject(failure));
    const part = { joint, writes, since: performance.now(), settle };
    const waiting = groups.get(joint.ref.path);
    if (waiting) {
      waiting.push(part);
      return;
    }
    const begun = [part];
    groups.set(joint.ref.path, begun);
    void serve(joint.ref, begun);
  });
}

/** Commits group after group until nobody waits. */
async function serve(ref: Joint["ref"], waiting: Part[]): Promise<void> {
  let won = false;
  try {
    while (waiting.length > 0) {
      const before = await untilQuiet(ref, waiting, won);
      const group = takeFrom(waiting);
      const lost = await commitGroup(before, group).catch((error) => reject(group, error));
      waiting.unshift(...lost);
      won = lost.length === 0;
    }
  } catch (error) {
    reject(waiting.splice(0), error);
  }
  groups.delete(ref.path);
}

function reject(parts: readonly Part[], error: unknown): Part[] {
  for (const { settle } of parts) settle(error);
  return [];
}

/** Reads the document as soon as it has rested. Who wrote it last lets other processes go first. */
async function untilQuiet(
  ref: Joint["ref"],
  [first]: readonly Part[],
  won: boolean,
): Promise<DocumentSnapshot> {
  for (;;) {
    const found = await ref.get();
    const age = found.readTime.toMillis() - (found.updateTime?.toMillis() ?? 0);
    const waited = performance.now() - (first?.since ?? 0);
    if (age >= INTERVAL || waited > URGENT) return found;
    await pause(INTERVAL - age + Math.random() * (won ? INTERVAL : INTERVAL / 4));
  }
}

function takeFrom(waiting: Part[]): Part[] {
  let writes = 0;
  const end = waiting.findIndex((part) => {
    writes += part.writes.length;
    return writes > MAX_WRITES;
  });
  const group = waiting.splice(0, end === -1 ? waiting.length : Math.max(end, 1));
  return group.filter(({ since, settle }) => {
    const late = performance.now() - since > PATIENCE;
    if (late) settle(Object.assign(new Error("waited too long for a group"), { code: ABORTED }));
    return !late;
  });
}

const ABORTED = 10;

/** Commits what of a group is accepted; answers those who must try again with the next. */
async function commitGroup(before: DocumentSnapshot, group: Part[]): Promise<Part[]> {
  let after = before.data();
  const accepted: Part[] = [];
  for (const part of group) {
    try {
      after = part.joint.apply(after);
      accepted.push(part);
    } catch (refusal) {
      part.settle(refusal);
    }
  }
  const [first] = accepted;
  if (!first) return [];
  try {
    const shared = await first.joint.write(before, after);
    await commit([...shared, ...accepted.flatMap(({ writes }) => writes)]);
  } catch (error) {
    return recover(before, accepted, error);
  }
  for (const { settle } of accepted) settle();
  return [];
}

/** INVALID_ARGUMENT: two parts write the same document. */
const MALFORMED = 3;

/**
 * After a lost race the group tries again, if it was about their document. If not, one of them stands
 * in the way: it goes in halves, until that one is alone and hears of its failure. So one who orders
 * twice at once costs the others a few commits, not one for each.
 */
async function recover(before: DocumentSnapshot, group: Part[], error: unknown): Promise<Part[]> {
  const lost = failureOf(error) === "race lost" || grpcCode(error) === MALFORMED;
  const found = lost ? await before.ref.get() : undefined;
  if (found && !(before.updateTime && found.updateTime?.isEqual(before.updateTime))) return group;
  if (!found || group.length === 1) return reject(group, error);
  const rest = group.splice(group.length / 2);
  const again = await commitGroup(found, group);
  return [...again, ...(await commitGroup(await before.ref.get(), rest))];
}
