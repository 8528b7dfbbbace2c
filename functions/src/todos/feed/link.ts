import { region } from "../../core/settings.ts";
import { feedUrl } from "../settings.ts";

/** The secret link of somebody's feed; calendars know by its end what it is. */
export const linkOf = (uid: string, secret: string): string =>
  `${addressOfFeed()}/${encodeURIComponent(uid)}/${secret}.ics`;

/** Whose feed a path asks for, and by what secret; nothing if it is none of ours. */
export function askedFor(path: string): { uid: string; secret: string } | undefined {
  const [, name = "", secret = ""] = /\/([^/]+)\/([A-Za-z0-9_-]{43})\.ics$/.exec(path) ?? [];
  const uid = decoded(name);
  // What is no document id can't be looked up.
  if (uid === "" || uid.length > 128 || /\/|^\.{1,2}$|^__.*__$/s.test(uid)) return undefined;
  return { uid, secret };
}

const addressOfFeed = (): string =>
  feedUrl.value() ||
  `https://${region}-${process.env.GCLOUD_PROJECT}.cloudfunctions.net/todos-feed`;

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return "";
  }
}
