import type { DemoList } from "../demoList.ts";

/** Over, and put aside: it is read, and not written. */
export const lake: DemoList = {
  id: "demo-lake",
  title: "A week at the lake",
  members: { "demo-admin": "owner", "demo-customer": "writer" },
  created: 90,
  archived: true,
  tasks: [
    { id: "hut", title: "Rent the hut", by: "demo-admin", done: 80 },
    { id: "boat", title: "Patch the boat", by: "demo-customer", done: 66 },
    {
      id: "packing",
      title: "Pack",
      by: "demo-admin",
      done: 61,
      checklist: ["Tent", "Stove", "Matches", "Cards"],
      checked: ["Tent", "Stove", "Cards"],
      comments: [{ by: "demo-customer", text: "The matches are in the blue tin." }],
    },
    { id: "deposit", title: "Get the deposit back", by: "demo-admin", priority: 1 },
    { id: "photos", title: "Put the photos in order", by: "demo-customer" },
  ],
};
