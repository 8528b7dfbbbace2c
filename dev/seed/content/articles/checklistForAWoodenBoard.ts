import type { DemoArticle } from "../demoSite.ts";

export const checklistForAWoodenBoard: DemoArticle = {
  slug: "checklist-for-a-wooden-board",
  title: "A checklist for wooden boards",
  summary:
    "What to do each day, each month and once a year, and the one thing about oil that can burn a house down.",
  tags: ["kitchen", "care"],
  by: "demo-orders",
  daysAgo: 88.35,
  likedBy: ["demo-stock"],
  comments: [
    {
      by: "demo-stock",
      text: "We hang our rags over the fence in the yard. The smell is the price.",
    },
  ],
  body: `Boards, spoons, salad servers: wood in a kitchen asks for little, but it asks regularly. Put this list
where you can see it from the sink.

## Each time

- Wipe with hot water, a brush and a drop of washing-up liquid.
- Wet **both** sides, even if you have used one. Wood that dries on one side only bends.
- Stand it on edge to dry, not flat, and not on the radiator.
- Never into the dishwasher, never into the basin to soak: the glue of a board and the grain of a spoon
  open in there.

## When it smells

- Rub half a lemon and a spoon of coarse salt over it. Wait five minutes. Rinse.
- For garlic: the same with baking soda and a little water.

## Every other month

Drop some water on it. If it stands in beads, all is well. If it is drawn in and leaves a dark spot within a
minute, the wood is thirsty.

- Let it dry for a day.
- Rub in oil with a cloth, along the grain, on all sides and edges.
- After half an hour wipe off all that was not taken. What stays on top becomes sticky.
- Leave it standing overnight; with linseed oil, for some days.

Which oil?

| oil | dries | to be said for it | to be said against it |
|---|---|---|---|
| mineral oil, food grade | never | no taste, nothing to go wrong | washes out, comes again |
| linseed, pure | in days | hard, lasts for months | smells at first; see below |
| walnut | in weeks | a fine colour | not where somebody has an allergy |
| olive, sunflower | hardly | it is at hand | can turn rancid |

## Once a year

- Sand it: grit 120 until the knife marks are gone, then 180.
- Wet it, let the grain rise, dry it, and go over it once more with 240.
- Oil it twice, a day apart.

## The one warning

**Rags with linseed or walnut oil on them can catch fire by themselves.** Oil that dries takes up oxygen and
becomes warm; in a crumpled cloth the heat can't get out. Spread such rags out flat outdoors until they are
stiff, or put them into a jar of water with its lid on. Then into the bin.

Those are all the worries there are. A board that is kept like this loses a millimetre in ten years, and most
of that to [knives that are as they should be](/how-to-sharpen-a-knife).
`,
};
