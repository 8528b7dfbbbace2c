import type { DocumentReference, Query } from "firebase-admin/firestore";

/** Whose data it is. */
export interface Person {
  uid: string;
  /** Addresses that the account has or had; none for a guest. */
  emails: readonly string[];
  /** Stands for the person in what must be kept after they are gone, the same in all of it. */
  alias: string;
}

/** A text with the alias in place of each address and of the uid, however it is written. */
export const withoutPerson = (text: string, { uid, emails, alias }: Person): string =>
  [...emails, uid].reduce(
    (left, word) => left.replace(new RegExp(word.replace(/\W/g, "\\$&"), "gi"), () => alias),
    text,
  );

/** Documents by name: one each, or all that a query finds. */
export type Held = Record<string, DocumentReference | Query>;

/**
 * What a module keeps about people, declared once: what they can take along, and how it goes.
 * `functions/src/index.ts` lists it for each module; `test/modules.test.ts` sees to that.
 */
export interface PersonalData {
  /** All of a person's documents, under a name that they understand. */
  held(person: Person): Held | Promise<Held>;
  /**
   * Deletes it; what must be kept (an order, a payment) it makes anonymous: no uid, no address, no
   * name. Safe to run again after any step. Answers whether something had to be left for now,
   * such as the address of an order on its way: it is then run again a day later.
   */
  erase(person: Person): Promise<"erased" | "later">;
}

const holders = new Map<string, PersonalData>();

/** Says who keeps data about people. */
export function holdPersonalData(declared: Record<string, PersonalData>): void {
  for (const [module, data] of Object.entries(declared)) holders.set(module, data);
}

/** Each module that keeps data about people, by name. */
export const personalDataHolders = (): ReadonlyMap<string, PersonalData> => holders;
