import {
  DocumentReference,
  type DocumentSnapshot,
  GeoPoint,
  Timestamp,
} from "firebase-admin/firestore";

/** What JSON can hold. */
export type Plain = string | number | boolean | null | Plain[] | { [field: string]: Plain };

/** A document for somebody who reads it elsewhere. */
export interface PlainDocument {
  path: string;
  document: Plain;
}

export const plainDocument = (found: DocumentSnapshot): PlainDocument => ({
  path: found.ref.path,
  document: plain(found.data()),
});

/**
 * Times in ISO 8601, references as paths, bytes in base 64, places as latitude and longitude; the
 * rest as it is.
 */
export function plain(value: unknown): Plain {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Timestamp) return value.toDate().toISOString();
  if (value instanceof DocumentReference) return value.path;
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (value instanceof GeoPoint) return { latitude: value.latitude, longitude: value.longitude };
  return Object.fromEntries(Object.entries(value).map(([field, entry]) => [field, plain(entry)]));
}
