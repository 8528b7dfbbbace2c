import type { Page } from "playwright-core";
import type { Screen } from "./screen.ts";

const owner = "admin@example.com";
const reader = "customer@example.com";
const heading = (name: string) => (page: Page) => page.getByRole("heading", { name }).waitFor();

/** The demo's site, its team's desk and its readers' side. */
export const screens: readonly Screen[] = [
  {
    name: "content-sites",
    path: "/studio",
    as: owner,
    ready: heading("Well Kept"),
  },
  {
    name: "content-feed",
    path: "/studio?show=feed",
    as: reader,
    ready: heading("Six at the table"),
  },
  {
    name: "content-favourites",
    path: "/studio?show=favourites",
    as: reader,
    ready: heading("Six at the table"),
  },
  {
    name: "content-desk",
    path: "/studio/well-kept",
    as: owner,
    ready: heading("Airing a throw"),
  },
  {
    name: "content-scheduled",
    path: "/studio/well-kept?show=scheduled",
    as: owner,
    ready: heading("Light over the table"),
  },
  {
    name: "content-bin",
    path: "/studio/well-kept?show=bin",
    as: owner,
    ready: (page) => page.getByText("There is nothing here").waitFor(),
  },
  {
    name: "content-comments",
    path: "/studio/well-kept/comments",
    as: owner,
    ready: (page) => page.getByText("Nothing to look at").waitFor(),
  },
  {
    name: "content-team",
    path: "/studio/well-kept/team",
    as: owner,
    ready: heading("Inventory manager"),
  },
  {
    name: "content-settings",
    path: "/studio/well-kept/settings",
    as: owner,
    ready: (page) => page.getByLabel("Label 5").waitFor(),
  },
  {
    name: "content-editor",
    isShown: true,
    path: "/studio/well-kept/drafts/airing-a-throw",
    as: owner,
    ready: (page) => page.getByRole("button", { name: "Review", exact: true }).waitFor(),
  },
  {
    name: "content-not-of-the-team",
    path: "/studio/well-kept",
    as: "host@example.com",
    ready: (page) => page.getByText("You are not of the team of this site").waitFor(),
  },
  {
    name: "content-articles",
    path: "/studio/well-kept/articles",
    ready: heading("How to descale a kettle"),
  },
  {
    name: "content-article",
    isShown: true,
    path: "/studio/well-kept/articles/how-to-descale-a-kettle",
    as: reader,
    ready: async (page) => {
      await heading("4 comments")(page);
      await page.getByRole("button", { name: "Answer" }).first().waitFor();
    },
  },
];
