import type { DemoArticle } from "../demoSite.ts";

export const whatPaperWeighs: DemoArticle = {
  slug: "what-paper-weighs",
  title: "What paper weighs",
  summary:
    "What 80 g/m² means, why a sheet of A4 weighs five grams, and how many of them go for one stamp.",
  tags: ["paper", "numbers"],
  by: "demo-orders",
  daysAgo: 54.2,
  likedBy: ["demo-admin", "demo-customer"],
  comments: [
    {
      by: "demo-stock",
      text: "I checked it on the brew scale. 4.98 g. I am impressed and a little disappointed.",
      answers: [{ by: "demo-orders", text: "It was a dry day. Paper drinks." }],
    },
  ],
  body: `Paper is sold by what a square metre of it weighs. That sounds like something for printers, and turns out to be the
most useful number on the packet: it tells you how it folds, whether ink shows through and what the letter costs.

## Why a sheet weighs five grams

The A sizes have been made for this sum. A0 has an area of one square metre, its sides are as 1 to the square root of
2, and each size is half of the one before. So A4 is a sixteenth of a square metre:

~~~js
const area = 1 / 16; // of A4, in square metres
const sheet = 80 * area; // 5 grams
const letter = 3 * sheet + 5; // three sheets, and an envelope: 20 grams
~~~

Three sheets of copy paper in a long envelope are twenty grams. It is no chance that this is where the first step
of the postage ends in many countries. With paper of 100 g/m² it is two sheets, and the third is dear.

## What is made of what

| g/m² | what | to the hand |
|---|---|---|
| 20 | tissue | rustles, shines through |
| 45 | newspaper | soft, yellows |
| 70 | kraft paper | tough, for parcels |
| 80 | copying | nothing to remember |
| 100 | good notebooks, letters | ink stays on its side |
| 120 | certificates | wants to be kept |
| 160 | menus, dividers | stands up |
| 250 | postcards, the cheaper ones | bends |
| 350 | recipe cards, the better postcards | doesn't |

From about 170 g/m² on one speaks of card. It breaks at the fold, unless you score it before with a bone
folder, or the back of a knife, along a ruler.

## Weight is not thickness

A sheet of 80 g/m² is about a tenth of a millimetre thick. Bulky paper of the same weight can have half as much
again: there is air in it, as in the pages of novels. Coated paper is thinner than that, and heavier than it
looks. Thickness is what a drawer notices; weight is what the postman does.

## Which way it folds

Paper has a grain, as wood has, since its fibres lay themselves down along the machine. It folds cleanly **along**
the grain and cracks across. To find it, bend the sheet loosely both ways, without a crease: the way that gives
more easily is with the grain. Or tear it. Straight is along, ragged is across.

Which matters for [a wrapped box](/how-to-wrap-a-box), and for nothing so much as for paper planes.
`,
};
