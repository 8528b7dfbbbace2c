import { GeoPoint, Timestamp } from "firebase/firestore/lite";
import { type Claims, idToken } from "./databases.ts";
import { running } from "./firestore.ts";

/** Stands for the server's time in a document. */
export const SERVER_TIME = Symbol("the server's time");

/** A number that is stored as a double though it is whole. The web SDK does that to -0 alone. */
export class Double {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** A document that a field refers to, by its whole name: "projects/…/documents/users/ada". */
export class Reference {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

type Fields = Record<string, unknown>;

/** What a commit does at one path: to a document that is new, that stands, or that may do either. */
export type Write = { path: string } & (
  | { create: Fields }
  | { replace: Fields }
  | { put: Fields }
  | { remove: true }
  | { add: Record<string, number | Double> }
);

/** Commits as the server, whom no rule stops. */
export const SERVER = Symbol("the server");

/** A uid; undefined: nobody who is signed in. */
type Who = string | typeof SERVER | undefined;

/** What goes over the wire: sooner there than by the web SDK, also what that has no words for. */
export interface Wire {
  /** Creates the document at `path` as `uid`. Answers whether that was let through. */
  create(uid: Who, path: string, document: Fields): Promise<boolean>;
  /** Replaces fields of the document at `path` as `uid`. Answers whether that was let through. */
  update(uid: Who, path: string, fields: Fields): Promise<boolean>;
  /** Puts another document in the place of the one at `path`, as `uid`. As above. */
  replace(uid: Who, path: string, document: Fields): Promise<boolean>;
  /** Deletes the document at `path` as `uid`. As above. */
  remove(uid: Who, path: string): Promise<boolean>;
  /** Does all of these in one commit as `uid`. As above. */
  commit(uid: Who, writes: readonly Write[]): Promise<boolean>;
  /** Gets what is at `path` as `uid`, if only that nothing is. As above. */
  get(uid: Who, path: string): Promise<boolean>;
  /** Runs a query as `uid`, or as nobody, at the root or below the document at `parent`. As above. */
  query(structuredQuery: Fields, uid?: Who, parent?: string): Promise<boolean>;
}

// https://firebase.google.com/docs/firestore/reference/rest/v1/projects.databases.documents
/** `claimsOf`: what the token of a uid says; if nothing is said, that they have a verified address. */
export function wire(
  project: string,
  claimsOf: (uid: string) => Claims = () => ({ email_verified: true }),
): Wire {
  const documents = `projects/${project}/databases/(default)/documents`;

  const tokenOf = (uid: Who) =>
    uid === SERVER ? "owner" : uid && idToken(project, uid, claimsOf(uid));

  const ask = async (address: string, request: RequestInit, uid?: Who): Promise<boolean> => {
    const token = tokenOf(uid);
    const answer = await fetch(`http://${running.hosts.firestore}/v1/${address}`, {
      ...request,
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
    const said = await answer.text();
    // Others were writing to the same document; the SDKs try again, too.
    if (answer.status === 409 && /lock timeout/.test(said)) return ask(address, request, uid);
    const refused = answer.status === 403 && !/maximum of/.test(said);
    const isLet = answer.ok || (answer.status === 404 && request.method === "GET");
    if (!isLet && !refused) throw new Error(`The emulator answered ${answer.status}: ${said}`);
    return isLet;
  };

  const post = (method: string, body: unknown, uid?: Who, below = documents) =>
    ask(`${below}:${method}`, { method: "POST", body: JSON.stringify(body) }, uid);

  const put = (path: string, document: Fields, exists?: boolean, isWhole = !exists) => {
    const fields = Object.entries(document);
    const stamped = fields.filter(([, value]) => value === SERVER_TIME).map(([field]) => field);
    const given = fields.filter(([field]) => !stamped.includes(field));
    return {
      update: { name: `${documents}/${path}`, fields: encoded(given) },
      ...(!isWhole && { updateMask: { fieldPaths: given.map(([field]) => quoted(field)) } }),
      updateTransforms: stamped.map((field) => ({
        fieldPath: quoted(field),
        setToServerValue: "REQUEST_TIME",
      })),
      ...(exists !== undefined && { currentDocument: { exists } }),
    };
  };

  const add = (path: string, numbers: Record<string, number | Double>) => ({
    transform: {
      document: `${documents}/${path}`,
      fieldTransforms: Object.entries(numbers).map(([fieldPath, number]) => ({
        fieldPath,
        increment: encode(number),
      })),
    },
  });

  const written = ({ path, ...what }: Write) => {
    if ("create" in what) return put(path, what.create, false);
    if ("replace" in what) return put(path, what.replace, true, true);
    if ("put" in what) return put(path, what.put);
    if ("add" in what) return add(path, what.add);
    return { delete: `${documents}/${path}` };
  };

  const commit = (uid: Who, ...writes: object[]) => post("commit", { writes }, uid);

  return {
    create: (uid, path, document) => commit(uid, put(path, document, false)),
    update: (uid, path, fields) => commit(uid, put(path, fields, true)),
    replace: (uid, path, document) => commit(uid, put(path, document, true, true)),
    remove: (uid, path) => commit(uid, { delete: `${documents}/${path}` }),
    commit: (uid, writes) => commit(uid, ...writes.map(written)),
    get: (uid, path) => ask(`${documents}/${path}`, { method: "GET" }, uid),
    query: (structuredQuery, uid, parent) =>
      post("runQuery", { structuredQuery }, uid, parent && `${documents}/${parent}`),
  };
}

/** The path of a field, whatever it is called. */
const quoted = (field: string): string =>
  /^[A-Za-z_][A-Za-z_0-9]*$/.test(field) ? field : `\`${field.replace(/[\\`]/g, "\\$&")}\``;

const encoded = (fields: [string, unknown][]) =>
  Object.fromEntries(fields.map(([field, value]) => [field, encode(value)]));

function encode(value: unknown): Record<string, unknown> {
  if (value === null) return { nullValue: null };
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { booleanValue: value };
  if (typeof value === "number") return encodeNumber(value);
  if (typeof value === "bigint") return { integerValue: String(value) };
  if (value instanceof Double) return encodeDouble(value.value);
  if (value instanceof Reference) return { referenceValue: value.name };
  if (value instanceof GeoPoint) {
    return { geoPointValue: { latitude: value.latitude, longitude: value.longitude } };
  }
  if (value instanceof Timestamp) return encode(value.toDate());
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (value instanceof Uint8Array) return { bytesValue: Buffer.from(value).toString("base64") };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encode) } };
  return { mapValue: { fields: encoded(Object.entries(value as object)) } };
}

function encodeNumber(value: number): Record<string, unknown> {
  return Number.isSafeInteger(value) && !Object.is(value, -0)
    ? { integerValue: String(value) }
    : encodeDouble(value);
}

/** JSON has no word for NaN, the infinities and -0. */
const encodeDouble = (value: number) => ({
  doubleValue: Object.is(value, -0) ? "-0" : Number.isFinite(value) ? value : String(value),
});

/** The bound of a query: that a field has this value. */
export const whereIs = (fieldPath: string, value: unknown): object => ({
  fieldFilter: { field: { fieldPath }, op: "EQUAL", value: encode(value) },
});
