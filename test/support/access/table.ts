import type { DocumentData, Firestore } from "firebase/firestore/lite";
import type * as z from "zod";
import type { Access } from "../../../functions/src/core/caller.ts";
import type { Person } from "../rules.ts";

/** Who may do what in a module. Tests go through all of it; docs/access.md shows it. */
export interface AccessTable<Role extends string = string> {
  module: string;
  cast: Cast<Role>;
  collections: readonly Collection<Role>[];
  /** What says more than that one may update: in words. */
  deeds?: readonly Deed<Role>[];
  /** By name: "shop-pay". */
  callables: Record<string, Callable>;
}

/** Who there is. */
export interface Cast<Role extends string> {
  /** What somebody may be to a document, and who of everybody is tried as such. */
  roles: Record<Role | "nobody", { called: string; people: readonly Person[] }>;
  /** What stands at each place and makes them what they are. */
  setting?(place: Place<Role>): Documents;
}

/** By path. */
export type Documents = Record<string, DocumentData>;

/** Where one thing is tried by one person, apart from all others. */
export interface Place<Role extends string = string> {
  /** Of what stands here. A slug. */
  id: string;
  /** Who tries: somebody of their own kind, whom no other place knows. */
  uid: string;
  /** What they are to what stands here. */
  role: Role | "nobody";
}

/** To list is to ask for a page of a folder. */
export const operations = ["get", "list", "create", "update", "delete"] as const;
export type Operation = (typeof operations)[number];

/** The documents of a collection, or some of them. */
export interface Collection<Role extends string = string> {
  /** As the rules have it. */
  path: string;
  /** Which of them, where they are not all alike. */
  which?: string;
  who: Partial<Record<Role | "nobody", readonly Operation[]>>;
  /** What else must be so. */
  how?: string;
  schema: z.ZodType;
  at(place: Place<Role>): string;
  document(place: Place<Role>): DocumentData;
  /** What stands there beside it. */
  beside?(place: Place<Role>): Documents;
  /** What a list is asked for by: in each of these ways, and it is enough that one is let through. */
  by?: readonly (string | null)[];
  /** How many to the page at most, where it is not 50. */
  page?: number;
  /** What whoever may update it might like to be otherwise. */
  wish: DocumentData;
  /** Where one write is not enough. */
  create?(db: Firestore, place: Place<Role>): Promise<unknown>;
  update?(db: Firestore, place: Place<Role>): Promise<unknown>;
  delete?(db: Firestore, place: Place<Role>): Promise<unknown>;
}

/** One thing that somebody may do, or not. */
export interface Deed<Role extends string = string> {
  on: string;
  does: string;
  who: readonly (Role | "nobody")[];
  /** What stands there before, over and above the setting or in its place. */
  before?(place: Place<Role>): Documents;
  attempt(db: Firestore, place: Place<Role>): Promise<unknown>;
}

/** A function that people call. */
export interface Callable {
  /** Whom it lets in at the door. */
  access: Access;
  recentSignIn?: true;
  /** Of its input, what says which of several it is. */
  input?: object;
  /** For whom it works, in words. */
  who: string;
  /** Its reasons, each with what there is to say of it: "too-many-requests (10 a day)". */
  refuses: readonly string[];
  /** Reasons of what it shares with others, to which it never comes. */
  never?: readonly string[];
}
