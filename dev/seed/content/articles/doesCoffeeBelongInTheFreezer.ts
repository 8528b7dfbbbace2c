import type { DemoArticle } from "../demoSite.ts";

export const doesCoffeeBelongInTheFreezer: DemoArticle = {
  slug: "does-coffee-belong-in-the-freezer",
  title: "Does coffee belong in the freezer?",
  summary: "Eight questions about keeping coffee and tea, answered from behind the shelves.",
  tags: ["coffee", "tea", "questions"],
  by: "demo-stock",
  daysAgo: 61.85,
  likedBy: ["demo-orders"],
  comments: [
    {
      by: "demo-orders",
      text: "And what of the pouches with the little valve?",
      answers: [
        {
          by: "demo-stock",
          text: "The valve lets gas out and no air in. Roll the pouch tight each time and it is as good as a jar.",
        },
      ],
    },
  ],
  body: `We hold a good deal of coffee and tea, and so we are asked how. These are the questions that come
most often.

## What makes coffee stale?

Air, above all. Oxygen takes the aromas apart, and warmth, damp and light help it. Whole beans are best
from a week to six weeks after roasting. Ground coffee has many times the surface and loses in a day what
beans lose in weeks.

## So, the freezer?

Yes, if you do it properly. Cold slows all of this down a great deal. Fill beans into small airtight bags
or jars, one for each week, and freeze them on the day that you open the big pouch. Take out one,
**let it come to room temperature before you open it**, and don't put it back. What ruins frozen coffee
is the dew that settles on cold beans in warm air.

## And the fridge?

No. It is not cold enough to be worth it, it is damp, and coffee takes on the smell of what lies beside it.

## May I grind beans while they are frozen?

You may. They even break a little more evenly. Grind what you need and close the bag at once.

## How long does tea keep?

Black tea and rooibos for two years or more, if dry and dark. Scented tea, such as with bergamot, until
the scent is gone: within months of opening. Green tea for half a year, and sencha rather for two months
after the bag is open.

## Is there tea that gets better?

Pu-erh and some white teas are laid down for years. What you have in a paper bag from last winter is
not among them.

## Tin, glass or paper?

A tin that closes well. [Glass jars](/what-fits-into-a-jar) are as tight, but belong into a cupboard, as
light bleaches leaves within weeks. Paper alone keeps out neither air nor the smell of cumin.

## Does matcha need anything special?

It is powder, and it fades like ground coffee. Buy small tins, keep the open one in the fridge, tightly
closed, and finish it within a month or two. Let it warm up before you open it, for the same reason as
above. Then make [a bowl of it](/a-bowl-of-matcha).

> Buy as much as you drink in a month. All advice about keeping is for those who didn't.
`,
};
