import type { Page } from "playwright-core";

/** A screen of the web app with the demo's data: one that is looked at, by axe and for the pictures. */
export interface Screen {
  /** Of its picture: "shop-product". */
  name: string;
  path: string;
  /** The address of who looks at it, of dev/seed/people.ts; nobody who is logged in, without. */
  as?: string;
  /** Its pictures are in docs/screenshots; of the others nobody keeps them. */
  isShown?: true;
  /** Waits until what it shows is there. */
  ready: (page: Page) => Promise<unknown>;
}
