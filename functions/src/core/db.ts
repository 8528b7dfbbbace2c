import { getApps, initializeApp } from "firebase-admin/app";
import { type CollectionReference, getFirestore, type Query } from "firebase-admin/firestore";
import type * as z from "zod";

if (getApps().length === 0) initializeApp();

export const db = getFirestore();

/**
 * The collection at `path`, its documents typed by their schema. The type is
 * taken on trust: whatever stands there was written by this code or passed
 * the rules, which hold clients to the same shape.
 */
export const documents = <S extends z.ZodType>(path: string, _schema: S) =>
  db.collection(path) as CollectionReference<z.output<S>, z.output<S> & object>;

/** The documents of all collections that are called `id`, wherever they are; typed as `documents`. */
export const documentsNamed = <S extends z.ZodType>(id: string, _schema: S) =>
  db.collectionGroup(id) as unknown as Query<z.output<S>, z.output<S> & object>;
