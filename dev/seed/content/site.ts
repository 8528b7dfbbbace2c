import { articles } from "./articles/index.ts";
import type { DemoSite } from "./demoSite.ts";

/** The magazine of those who run the demo shop, each of them in another role. */
export const wellKept: DemoSite = {
  id: "well-kept",
  title: "Well Kept",
  description:
    "A small magazine about the things of a house: how to choose them, use them, look after them and mend them. Written by those who pack the parcels.",
  language: "en-GB",
  theme: { accent: "#8f3d1f", font: "serif", scheme: "auto", logo: null },
  navigation: [
    { label: "All articles", to: "/" },
    { label: "Kitchen", to: "/tag/kitchen" },
    { label: "Garden", to: "/tag/garden" },
    { label: "Looking after", to: "/tag/care" },
    { label: "About", to: "/about" },
  ],
  comments: { open: true, slowSeconds: 30, hideAt: 3 },
  team: {
    "demo-admin": "owner",
    "demo-orders": "editor",
    "demo-stock": "author",
    "demo-customer": "contributor",
  },
  followers: ["demo-customer", "demo-stock"],
  created: 310,
  articles,
};
