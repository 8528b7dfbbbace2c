import type { DemoArticle } from "../demoSite.ts";

export const whatFitsIntoAJar: DemoArticle = {
  slug: "what-fits-into-a-jar",
  title: "What fits into a jar",
  summary:
    "How much flour, rice or oats a litre of glass takes, and which size to buy for what comes out of the bag.",
  tags: ["kitchen", "numbers"],
  by: "demo-stock",
  daysAgo: 121.7,
  likedBy: ["demo-orders", "demo-customer"],
  comments: [
    {
      by: "demo-customer",
      text: "Lentils?",
      answers: [
        { by: "demo-stock", text: "About 800 g to the litre, the small dark ones a little more." },
      ],
    },
  ],
  body: `Everybody who decants their pantry makes the same discovery on the first evening: the bag holds a little
more than the jar. The rest then lives in the bag, behind the jar, for a year. A table would have helped.

## A litre of it weighs

| what | a litre holds | the bag it comes in | so take |
|---|---|---|---|
| sugar | 850 g | 1 kg | 1 l and a bowl, or 2 l |
| rice | 850 g | 500 g | 1 l |
| dried beans | 800 g | 500 g | 1 l |
| wheat flour, loose | 550 g | 1 kg | 2 l |
| wheat flour, shaken down | 650 g | 1 kg | 2 l |
| porridge oats | 400 g | 500 g | 2 l |
| short pasta | 400 g | 500 g | 2 l |
| coffee beans | 350 g | 250 g | 1 l |
| black tea, broken | 350 g | 100 g | 0.5 l |
| coarse salt | 1.2 kg | 500 g | 0.5 l |

These are what our scale says. Yours will differ by a twentieth, with the mill and the weather.

As for the arithmetic, it is one division:

~~~text
litres = grams in the bag / grams in a litre
         1000 g of flour  / 550 g   = 1.8 l   -> a jar of 2 l
          500 g of oats   / 400 g   = 1.25 l  -> a jar of 2 l, with room for nuts
~~~

## Before you fill it

1. Boil jar and lid for ten minutes if something wet goes in, unless it is [for the
   fridge](/pickles-by-tomorrow). For dry things hot water and soap are enough.
2. Let it dry overnight, open. A drop of water at the bottom is a lump of flour in spring.
3. New flour does not go on top of old. Empty, wash, fill: moths come in with the bag and hatch in what was
   left.

Three days in the freezer before you fill it kills what may have come along.

## Labels

Write what it is, **the day it was opened**, and how long it takes to cook. The last one is why people keep
the bag. [Soft pencil](/what-the-letters-on-a-pencil-mean) on paper tape comes off without a trace; so does
soapstone on glass.

## What does not belong into glass

Potatoes, onions and bread want air. [Coffee and green tea](/does-coffee-belong-in-the-freezer) want dark, so
their jars go behind a door. And brown sugar wants a slice of apple peel for a neighbour, or you will need a
hammer.

Rubber rings harden within some years. If a jar no longer sighs when you open it, boil a new ring and put it on.
`,
};
