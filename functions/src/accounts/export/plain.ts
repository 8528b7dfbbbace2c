import {
  DocumentReference,
  type DocumentSnapshot,
  GeoPoint,
  Timestamp,
} from "firebase-admin/firestore";

/** A document for somebody who reads it elsewhere: with what JSON can hold. */
export interface PlainDocument {
  path: string;
  document: Record<string, unknown>;
}

export const plainDocument = (found: DocumentSnapshot): PlainDocument => ({
  path: found.ref.path,
  document: plainFields(found.data() ?? {}),
});

const plainFields = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, plain(value)]));

/**
 * Times in ISO 8601, references as paths, bytes in base 64, places as latitude and longitude; the
 * rest as it is.
 */
export function plain(value: unknown): unknown {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Timestamp) return value.toDate().toISOString();
  if (value instanceof DocumentReference) return value.path;
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (value instanceof GeoPoint) return { latitude: value.latitude, longitude: value.longitude };
  return plainFields(value);
}
