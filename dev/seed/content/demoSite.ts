import type { Draft, DraftState, Site } from "../../../functions/src/content/schema.ts";
import type { SiteRole } from "../../../functions/src/content/team/schema.ts";
import type { people } from "../people.ts";

/** Who logs in to the demo, by uid. */
export type Uid = (typeof people)[number]["uid"];

/** A site of the demo, and all that is to be read there. */
export interface DemoSite
  extends Pick<Site, "title" | "description" | "language" | "theme" | "navigation" | "comments"> {
  /** Its address. */
  id: string;
  team: Partial<Record<Uid, SiteRole>>;
  followers: readonly Uid[];
  /** Days ago. */
  created: number;
  /** Newest first, pages last. */
  articles: readonly DemoArticle[];
}

/** What somebody writes of an article; the byline is the writer's name. */
type Writing = Pick<Draft, "title" | "summary" | "body" | "tags">;

/** An article of the demo, or a page. It is published unless it says otherwise. */
export interface DemoArticle extends Writing {
  /** Its id, and where it is found. */
  slug: string;
  kind?: "page";
  by: Uid;
  /** So many days ago, and parts of one: when it came out; of what has not, when it was saved last. */
  daysAgo: number;
  state?: Exclude<DraftState, "published">;
  /** What the reviewer said. */
  note?: string;
  /** Of what is scheduled: in so many days. */
  comesOut?: number;
  /** What was changed since it came out: its people see it, its readers don't yet. */
  edited?: Partial<Writing>;
  likedBy?: readonly Uid[];
  /** Oldest first. */
  comments?: readonly DemoComment[];
}

export interface DemoComment {
  by: Uid;
  text: string;
  /** Oldest first; nobody answers an answer. */
  answers?: readonly { by: Uid; text: string }[];
}
