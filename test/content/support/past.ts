import {
  type ArticleComment,
  commentersOf,
  commentsOf,
} from "../../../functions/src/content/comments/schema.ts";
import { inviteToSite } from "../../../functions/src/content/inviteToSite.ts";
import { articlesOf, revisionsOf, sites } from "../../../functions/src/content/schema.ts";
import {
  inviteOf,
  invitesOf,
  type SiteInvite,
} from "../../../functions/src/content/team/schema.ts";
import { stamp } from "../../../functions/src/core/clock.ts";
import { idOf } from "../../../functions/src/core/id.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { call, customer, type Person } from "../../support/call.ts";
import { type Known, somebody } from "../../support/knownPeople.ts";
import { putComment, putFavorite, putFollow, putReport, putSite } from "./published.ts";
import { hearOfComment } from "./readers.ts";
import { putPublished } from "./sites.ts";

/** What somebody has of content: ids of sites, and of the articles at them. */
export interface Past {
  /** Theirs, and nobody else is of its team. */
  alone: string;
  /** Theirs: `author` and `reader` are of its team, too. */
  shared: string;
  /** Of `host`; they are an author there. */
  joined: string;
  /** Of `host`; they are of its team no more. */
  former: string;
  /** By the site: what they have written, and what another has and they have saved last. */
  made: Record<string, string>;
  saved: Record<string, string>;
  host: Known;
  author: Person;
  reader: Person;
  /** Whom they have invited. */
  friend: string;
}

/** The name that somebody writes under. */
export const bylineOf = ({ uid }: { uid: string }): string => `Name ${uid.slice(-12)}`;

/** Gives somebody each kind of document that content keeps about people, at sites of every kind. */
export async function busy(person: Person & { token: { email: string } }): Promise<Past> {
  const host = await somebody();
  const [author, reader] = [customer(), customer()];
  const friend = customer().token.email;
  const alone = await putSite({ team: [[person, "owner"]] });
  const shared = await putSite({
    team: [
      [person, "owner"],
      [reader, "reader"],
      [author, "author"],
    ],
  });
  const joined = await putSite({
    team: [
      [host, "owner"],
      [person, "author"],
      [author, "author"],
    ],
  });
  const former = await putSite({ team: [[host, "owner"]] });
  const past: Past = {
    ...{ alone, shared, joined, former, made: {}, saved: {}, host, author, reader, friend },
  };
  for (const siteId of [alone, shared, joined, former]) {
    await write(person, siteId, past);
    await react(person, siteId, past);
  }
  await inviteThem(person, past);
  return past;
}

/** They have written an article, and saved one of the host's; another has saved theirs. */
async function write(person: Person, siteId: string, past: Past): Promise<void> {
  const { host } = past;
  const byline = bylineOf(person);
  const made = await putPublished(siteId, person, { byline, updatedBy: host.uid, version: 3 });
  const saved = await putPublished(siteId, host, { updatedBy: person.uid, version: 2 });
  past.made[siteId] = made;
  past.saved[siteId] = saved;
  const was = { slug: "", summary: "", body: "Of before.", tags: [], cover: null };
  const at = { ...was, title: "Bread", savedAt: stamp() };
  const theirs = revisionsOf(siteId, made);
  await theirs.doc("1").set({ ...at, byline, version: 1, savedBy: person.uid });
  await theirs.doc("2").set({ ...at, byline, version: 2, savedBy: host.uid });
  const others = revisionsOf(siteId, saved).doc("1");
  await others.set({ ...at, byline: "Ada Oven", version: 1, savedBy: person.uid });
}

/**
 * They have said something of the host's article, which others answer and like, too, reported what
 * another has said, like it and follow the site. One of what they said is hidden.
 */
async function react(person: Person, siteId: string, past: Past): Promise<void> {
  const { host, reader } = past;
  const articleId = past.saved[siteId] ?? "";
  const say = (by: Person, fields: Partial<ArticleComment> = {}) =>
    putComment(siteId, articleId, by, { byline: bylineOf(by), ...fields });
  const first = await say(person);
  await say(person, { hidden: "moderator" });
  const answer = await say(reader, { replyTo: first });
  await say(person, { replyTo: answer });
  await putReport(siteId, articleId, answer, person.uid);
  for (const one of [person, reader]) {
    await putFavorite(one, siteId, articleId);
    await putFollow(one, siteId);
    const now = { at: stamp(), commentedAt: stamp() };
    const mark = { uid: one.uid, articleId, commentId: answer, ...now };
    await commentersOf(siteId).doc(one.uid).set(mark);
  }
  await articlesOf(siteId).doc(articleId).update({ likes: 2, comments: 3 });
  await sites.doc(siteId).update({ followers: 2 });
  // The host is written of it, and finds their name in the mail.
  await hearOfComment("created", siteId, articleId, first);
  await sent(mails.where("to", "==", host.token.email));
}

/** They are invited by others, and have invited others: also to what is another's now. */
async function inviteThem(person: Person & { token: { email: string } }, past: Past) {
  const { uid, token } = person;
  const { alone, shared, joined, former, host, friend } = past;
  const invite: Omit<SiteInvite, "email" | "invitedBy"> = {
    role: "author",
    tokenHash: "hash",
    accepted: false,
    createdAt: stamp(),
    expiresAt: stamp(),
  };
  const toThem = { ...invite, email: token.email.toLowerCase(), invitedBy: host.uid };
  await inviteOf(former, token.email).set(toThem);
  await inviteOf(joined, token.email).set({ ...toThem, accepted: true });
  const byThem = { ...invite, email: "once@example.com", invitedBy: uid };
  await invitesOf(former).doc(idOf("once", uid)).set(byThem);
  for (const siteId of [alone, shared]) {
    await call(inviteToSite, person, { siteId, email: friend, role: "reader" });
  }
}

/** As `busy`, of old: what they have sent to others has gone out. */
export async function busyBefore(person: Person & { token: { email: string } }): Promise<Past> {
  const past = await busy(person);
  await sendInvitations(past.friend);
  return past;
}

/** Mails to an address go out, and the outbox has them as it has those then that let a reader in. */
export async function sendInvitations(to: string): Promise<void> {
  const withheld = { "message.text": "Withheld.", "message.html": "<p>Withheld.</p>" };
  await sent(mails.where("to", "==", to), withheld);
}

async function sent(which: FirebaseFirestore.Query, fields: object = {}): Promise<void> {
  for (const { ref } of (await which.get()).docs) {
    await ref.update({ ...fields, "delivery.state": "SUCCESS" });
  }
}

/** How many there are to be seen of what somebody's article has, counted anew. */
export const shownOf = async (siteId: string, articleId: string): Promise<number> =>
  (await commentsOf(siteId, articleId).where("hidden", "==", null).get()).size;
