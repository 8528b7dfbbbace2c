import type { Query } from "firebase/firestore";
import type { Draft } from "kindling-client";
import { content } from "../../core/backend.ts";

export const PAGE_SIZE = 20;

/** Which of the drafts of a site are looked at. */
export interface View {
  name: string;
  title: string;
  /** What is said where there is none. */
  empty: string;
  query: (siteId: string, uid: string) => Query<Draft, Draft>;
}

const { draftsOf, draftsBy, draftsIn, scheduledDrafts, binnedDrafts } = content.documents;

const all: View = {
  name: "all",
  title: "All",
  empty: "Begin the first one: nobody sees it until it is published.",
  query: (siteId) => draftsOf(siteId, PAGE_SIZE),
};

export const views: readonly View[] = [
  all,
  {
    name: "mine",
    title: "Mine",
    empty: "What you begin stands here.",
    query: (siteId, uid) => draftsBy(siteId, uid, PAGE_SIZE),
  },
  {
    name: "drafts",
    title: "Drafts",
    empty: "What is being written, or was changed since it came out, stands here.",
    query: (siteId) => draftsIn(siteId, "draft", PAGE_SIZE),
  },
  {
    name: "review",
    title: "In review",
    empty: "What its author has submitted stands here until an editor has looked at it.",
    query: (siteId) => draftsIn(siteId, "in_review", PAGE_SIZE),
  },
  {
    name: "approved",
    title: "Approved",
    empty: "What an editor has approved stands here until it is published.",
    query: (siteId) => draftsIn(siteId, "ready", PAGE_SIZE),
  },
  {
    name: "scheduled",
    title: "Scheduled",
    empty: "What comes out by itself stands here, the next first.",
    query: (siteId) => scheduledDrafts(siteId, PAGE_SIZE),
  },
  {
    name: "published",
    title: "Published",
    empty: "What readers see, and was not changed since, stands here.",
    query: (siteId) => draftsIn(siteId, "published", PAGE_SIZE),
  },
  {
    name: "bin",
    title: "Bin",
    empty: "What is put here can be taken out again for 30 days.",
    query: (siteId) => binnedDrafts(siteId, PAGE_SIZE),
  },
];

export const viewNamed = (name: string | undefined): View =>
  views.find((view) => view.name === name) ?? all;
