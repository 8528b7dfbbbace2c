import { randomUUID } from "node:crypto";
import type { UserRecord } from "firebase-admin/auth";
import { DocumentReference, type Query } from "firebase-admin/firestore";
import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { now } from "../core/clock.ts";
import { decide } from "../core/decide.ts";
import { counterOf, spend } from "../core/limits.ts";
import { personalDataHolders } from "../core/personalData.ts";
import { refuse } from "../core/refuse.ts";
import { askForUser } from "../core/users.ts";
import { type PlainDocument, plainDocument } from "./export/plain.ts";
import { Nothing } from "./inputs.ts";
import { deletions } from "./schema.ts";

const LIMIT = { calls: 5, seconds: 24 * 3600 };

/** An answer may have 32 MiB, headers and all. In bytes of JSON. */
const MAX_BYTES = 24 * 1024 * 1024;

/**
 * What is kept about the caller: what Firebase Authentication knows (`account`; null if it does not
 * any more) and, by module and name, every document of theirs, with its path. As JSON has it: times
 * in ISO 8601. Not in it: what was done to them (audit), the mails they were sent, and what the
 * server keeps for a while to do its work (limits, requests for links, who is shut out).
 *
 * Takes a sign-in of the last five minutes, and is recorded. Refuses
 * `resource-exhausted`/`too-many-requests` over 5 a day, `unavailable`/`sign-in-unavailable`, and
 * `failed-precondition`/`too-large-to-export` to somebody of whom 24 MiB are kept: an operator has
 * to do it then.
 */
export const exportMyData = callable(
  {
    access: "signed-in",
    input: Nothing,
    recentSignIn: true,
    // One of 24 MiB takes half of this until it is sent: as objects, encoded, as text.
    options: { memory: "512MiB", timeoutSeconds: 300, concurrency: 1 },
  },
  async (_, { uid }) => {
    await recordExport(uid);
    const user = await askForUser(uid);
    const { alias = "" } = (await deletions.doc(uid).get()).data() ?? {};
    // An address that is not verified may be somebody else's, and so may what was sent to it.
    const emails = user?.email !== undefined && user.emailVerified ? [user.email] : [];
    const person = { uid, emails, alias };
    const room = { bytes: MAX_BYTES };
    const data: Record<string, Record<string, PlainDocument[]>> = {};
    for (const [module, holder] of personalDataHolders()) {
      const held: Record<string, PlainDocument[]> = {};
      for (const [name, source] of Object.entries(await holder.held(person))) {
        held[name] = await allOf(source, room);
      }
      data[module] = held;
    }
    return { exportedAt: now().toISOString(), account: user ? accountOf(user) : null, data };
  },
);

/** Counts and records it in one commit. Whose answer was lost finds that it is counted already. */
async function recordExport(uid: string): Promise<void> {
  const occasion = randomUUID();
  await decide(async (read) => {
    const [counter] = await read(counterOf("accounts.exportMyData", uid));
    const counted = spend(counter, LIMIT, occasion);
    if (counted.length === 0) return { answer: undefined };
    const entry = { action: "data-exported", actor: uid, subject: `accounts/${uid}` };
    return { answer: undefined, writes: [...counted, record(entry, occasion)] };
  });
}

async function allOf(
  source: DocumentReference | Query,
  room: { bytes: number },
): Promise<PlainDocument[]> {
  const found: PlainDocument[] = [];
  const take = (one: PlainDocument) => {
    room.bytes -= Buffer.byteLength(JSON.stringify(one));
    if (room.bytes < 0) {
      refuse(
        "failed-precondition",
        "too-large-to-export",
        "This is too much for one answer. Ask us for it.",
      );
    }
    found.push(one);
  };
  if (source instanceof DocumentReference) {
    const document = await source.get();
    if (document.exists) take(plainDocument(document));
    return found;
  }
  for await (const document of source.stream()) {
    take(plainDocument(document as unknown as Parameters<typeof plainDocument>[0]));
  }
  return found;
}

const accountOf = ({ uid, metadata, ...user }: UserRecord) => ({
  uid,
  email: user.email ?? null,
  emailVerified: user.emailVerified,
  displayName: user.displayName ?? null,
  phoneNumber: user.phoneNumber ?? null,
  photoUrl: user.photoURL ?? null,
  providers: user.providerData.map((provider) => ({
    id: provider.providerId,
    uid: provider.uid,
    email: provider.email ?? null,
    displayName: provider.displayName ?? null,
    phoneNumber: provider.phoneNumber ?? null,
    photoUrl: provider.photoURL ?? null,
  })),
  createdAt: new Date(metadata.creationTime).toISOString(),
  lastSignInAt: metadata.lastSignInTime ? new Date(metadata.lastSignInTime).toISOString() : null,
});
