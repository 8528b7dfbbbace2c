import type { DemoArticle } from "../demoSite.ts";

export const theRightHeatForTea: DemoArticle = {
  slug: "the-right-heat-for-tea",
  title: "The right heat for tea",
  summary:
    "Seventy degrees for sencha, a rolling boil for Assam: a table, and how to get there without a thermometer.",
  tags: ["tea", "kitchen", "numbers"],
  by: "demo-stock",
  daysAgo: 33.1,
  likedBy: ["demo-customer", "demo-admin"],
  comments: [
    {
      by: "demo-admin",
      text: "Pouring from cup to cup is also the best way to look as if one knew what one was doing.",
    },
  ],
  body: `Tea is not difficult. There are three things to get right, and the leaf decides all of them: how
much, how hot, how long. Of the three it is the heat that people leave to chance, and the heat that
turns a good green tea into spinach water.

## Why it matters

What tastes sweet and full in tea, the amino acids, dissolves in warm water as well as in hot. What
tastes bitter and dries the tongue, catechins and caffeine, comes out the faster the hotter it gets. In
a green tea, which has been heated at once after plucking, both are there in plenty: cooler water lets
the one through and holds the other back. In a black tea most of the catechins have turned into
something rounder, and only water at the boil gets the best of it.

## The table

For a cup of 200 ml:

| tea | leaf | water | first infusion | again? |
|---|---|---|---|---|
| sencha | 3 g | 70 °C | 90 s | twice, for 20 s and 60 s |
| jasmine pearls | 8 pearls | 80 °C | 3 min | twice |
| black, broken leaf | 2.5 g | 100 °C | 3 to 4 min | no |
| black, smoked | 3 g | 95 °C | 4 min | once |
| rooibos | 3 g | 100 °C | 7 min or more | no |
| peppermint | 2 g | 100 °C | 7 min, covered | no |

Herbs are not tea and know no such trouble. They want boiling water for another reason, too: it is what
makes them safe, as they are dried and not roasted.

## Without a thermometer

- Let a kettle of one litre stand with its lid open: it is at 90 °C after about four minutes, at 80 °C
  after about ten.
- Pour it into another vessel at room temperature. Each pouring takes about 10 °C. Kettle, jug, pot,
  cup: that is 70.
- Look at it. Long strings of bubbles and a good deal of noise: 90 °C. Single small bubbles that let go
  of the bottom: 80 °C. Steam, and bubbles that
  stay where they are: 70 °C.

Don't cool it with cold water unless you trust what comes from the tap: the water should have boiled.

## And then

Warm the pot for black tea, and leave it cold for green. Take the leaves out when the time is up, as
a tea that stands on its leaves goes on drawing. If the cup has a skin with a rainbow in it, that is
lime, and [the kettle](/how-to-descale-a-kettle) is where it comes from. For powder there is [a way of
its own](/a-bowl-of-matcha).
`,
};
