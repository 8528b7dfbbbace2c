import { setTimeout as pause } from "node:timers/promises";
import type {
  DocumentData,
  DocumentReference,
  DocumentSnapshot,
  PartialWithFieldValue,
  UpdateData,
  WithFieldValue,
  WriteBatch,
} from "firebase-admin/firestore";
import { db } from "./db.ts";
import { type Failure, failureOf } from "./grpc.ts";
import { type Read, readings } from "./readings.ts";
import { refuse } from "./refuse.ts";
import { commitTogether, type Joint } from "./together.ts";

export type { Read } from "./readings.ts";

/** One write of a decision, with its precondition built in. */
export type Write = (batch: WriteBatch) => void;

/** What a decision came to: the answer for the caller, and the writes that make it true. */
export interface Decision<Answer> {
  answer: Answer;
  writes?: Write[];
  /** Its part in a document that is written by groups: see `commitTogether`. */
  joint?: Joint | undefined;
}

/**
 * Read, decide, write in ONE commit, without holding a lock: `body` reads what it needs and returns
 * its answer and its writes; every write that rests on something read carries that reading as a
 * precondition, so the commit goes through only if nothing it rests on has changed. A lost race
 * runs `body` again, with jitter.
 *
 * `body` must begin by reading the document that shows its work was done (the order, for placing an
 * order) and then answer from it: when the answer to a commit is lost on the way, nobody knows
 * whether it was carried out, and `body` runs again to find out. What `body` throws is its verdict
 * only if that first document still is as it was read: else the verdict rests on two halves that
 * don't fit, and it runs again.
 *
 * Refuses `aborted`/`contention` after `patience` milliseconds of lost races, and
 * `unavailable`/`not-confirmed` if the database did not answer for as long, or nine times.
 * Why not a transaction: see "Atomic decisions" in docs/architecture.md.
 */
export async function decide<Answer>(
  body: (read: Read) => Promise<Decision<Answer>>,
  patience = 30_000,
): Promise<Answer> {
  const started = performance.now();
  for (let attempt = 0, unheard = 0; ; attempt++) {
    const outcome = await attemptOf(body);
    if (typeof outcome === "object") return outcome.answer;
    if (outcome === "outcome unknown") unheard++;
    if (unheard > MAX_UNHEARD || performance.now() - started > patience) giveUp(outcome);
    await pause(Math.random() * Math.min(10 * 2 ** attempt, 320));
  }
}

/** So often a silent database is asked again: each time is billed, and it may never answer. */
const MAX_UNHEARD = 8;

/** Creates a document that must be new. */
export const create =
  <D, Stored extends DocumentData>(
    ref: DocumentReference<D, Stored>,
    document: WithFieldValue<D>,
  ): Write =>
  (batch) =>
    batch.create(ref, document);

/** Changes fields of a document that was there, if it is still as it was read. */
export function update<D, Stored extends DocumentData>(
  snapshot: DocumentSnapshot<D, Stored>,
  fields: UpdateData<Stored>,
): Write {
  const precondition = unchanged(snapshot);
  return (batch) => batch.update(snapshot.ref, fields, precondition);
}

/** Deletes a document that was there, if it is still as it was read. */
export function remove<D, Stored extends DocumentData>(found: DocumentSnapshot<D, Stored>): Write {
  const precondition = unchanged(found);
  return (batch) => batch.delete(found.ref, precondition);
}

/** Writes fields into a document whatever it holds, and whether it exists or not. */
export const merge =
  <D, Stored extends DocumentData>(
    ref: DocumentReference<D, Stored>,
    fields: PartialWithFieldValue<D>,
  ): Write =>
  (batch) =>
    batch.set(ref, fields, { merge: true });

function unchanged<D, Stored extends DocumentData>(found: DocumentSnapshot<D, Stored>) {
  const { ref, updateTime: lastUpdateTime } = found;
  // Without a time there would be no precondition at all.
  if (!lastUpdateTime) throw new Error(`${ref.path} is not there to be changed: create it.`);
  return { lastUpdateTime };
}

async function attemptOf<Answer>(
  body: (read: Read) => Promise<Decision<Answer>>,
): Promise<Decision<Answer> | Failure> {
  let committing = false;
  const { read, isTorn } = readings();
  try {
    const decision = await body(read);
    const { writes = [], joint } = decision;
    committing = true;
    if (joint) await commitTogether(joint, writes);
    else if (writes.length > 0) await commit(writes);
    return decision;
  } catch (error) {
    const failure = failureOf(error);
    // A read has no race to lose: there, those codes mean what they say.
    if (failure !== undefined && (failure !== "race lost" || committing)) return failure;
    if (await isTorn()) return "race lost";
    throw error;
  }
}

/** Carries writes out, all or none. */
export async function commit(writes: readonly Write[]): Promise<void> {
  const batch = db.batch();
  for (const write of writes) write(batch);
  await batch.commit();
}

function giveUp(failure: Failure): never {
  if (failure === "race lost") {
    refuse("aborted", "contention", "Too many people at once. Try again with the same request.");
  }
  refuse("unavailable", "not-confirmed", "No answer from the database. Try again, same request.");
}
