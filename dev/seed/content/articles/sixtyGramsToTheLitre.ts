import type { DemoArticle } from "../demoSite.ts";

const body = `Most coffee that tastes of nothing has one fault: there is too little of it. A scale ends
the guessing. Sixty grams to the litre is where to begin with anything that runs through a filter,
and every other way of brewing can be told from there.

## The table

| way | coffee | water | grind | time |
|---|---|---|---|---|
| filter, [one mug](/the-case-for-one-mug) | 18 g | 300 ml | medium, like sand | 3 min |
| filter, a pot | 45 g | 750 ml | a little coarser | 5 min |
| French press | 60 g | 1 l | coarse, like sea salt | 4 min and a rest |
| moka pot for three | 15 g | 150 ml | fine, not powder | until it gurgles |
| espresso | 18 g | 38 g in the cup | very fine | 28 s |
| [cold brew](/cold-brew-without-fuss) | 70 g | 1 l | coarse | 14 hours |

Water weighs a gram to the millilitre, so put the pot on the scale, set it to zero and pour until it
says what the table says. For espresso it is the cup that stands on the scale, since nobody knows how
much water stays in the machine.

## What stays behind

Ground coffee keeps about twice its own weight of water. From 300 ml on 18 g you get some 265 ml in the
mug. That is no loss to be made good with more water: the ratio is reckoned by what you pour on.

## How to turn the screws

Change one thing at a time, and in this order:

1. **The grind.** Sour and thin: finer. Bitter and dry: coarser. This does more than all the rest.
2. **The ratio.** Good but weak: 65 g. Good but heavy: 55 g. It moves the strength and leaves the taste.
3. **The heat.** A little cooler for dark roasts, a little hotter for light ones. Between 90 and 96 °C
   there is nothing to regret.

Whoever changes two at once learns nothing from it.

## And a spoon?

A level tablespoon of ground coffee is about 5 g, a heaped one 8 g, a coffee measure of the usual kind
10 g, and all of that depends on the roast: dark beans are lighter, as they have swollen. By spoon a
mug of 18 g can be anything from 14 to 22. That is the difference between tea-like and medicinal, and
it is why the [scale](/the-drawer-test) has stayed in our kitchen when other things had to go.

How to keep the beans until then is told in [Does coffee belong in the
freezer?](/does-coffee-belong-in-the-freezer), and what happens to them before in [Roasting coffee in
a pan](/roasting-coffee-in-a-pan).
`;

/** Edited since it came out: readers have it as it was. */
export const sixtyGramsToTheLitre: DemoArticle = {
  slug: "sixty-grams-to-the-litre",
  title: "Sixty grams to the litre",
  summary: "One table for six ways of making coffee, and the order in which to change things.",
  tags: ["coffee", "kitchen", "numbers"],
  by: "demo-admin",
  daysAgo: 18.7,
  likedBy: ["demo-customer", "demo-stock", "demo-orders"],
  comments: [
    {
      by: "demo-orders",
      text: "Does the ratio hold for decaf? Mine is always a bit flat.",
      answers: [
        {
          by: "demo-admin",
          text: "The ratio does, the grind doesn't: one step finer, as it runs through faster.",
        },
      ],
    },
    { by: "demo-customer", text: "The table hangs inside our cupboard door." },
    {
      by: "demo-stock",
      text: "What about the drip bags for travelling?",
      answers: [
        {
          by: "demo-admin",
          text: "11 g to 180 ml, in three pours. I'll put a line into the table.",
        },
      ],
    },
  ],
  body,
  edited: {
    title: "Sixty grams to the litre, and five exceptions",
    body: body.replace(
      "| [cold brew]",
      "| drip bag | 11 g | 180 ml | as it comes | three pours |\n| [cold brew]",
    ),
  },
};
