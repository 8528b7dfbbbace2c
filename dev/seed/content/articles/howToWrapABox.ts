import type { DemoArticle } from "../demoSite.ts";

export const howToWrapABox: DemoArticle = {
  slug: "how-to-wrap-a-box",
  title: "How to wrap a box",
  summary: "A formula for the sheet, seven folds, and a way to do it without sticky tape.",
  tags: ["paper", "numbers", "how-to"],
  by: "demo-orders",
  daysAgo: 82.95,
  likedBy: ["demo-customer", "demo-stock"],
  comments: [
    {
      by: "demo-customer",
      text: "Three quarters of the height! I have been folding paper bricks at the ends all my life.",
    },
    {
      by: "demo-stock",
      text: "What do I do with a bottle?",
      answers: [{ by: "demo-orders", text: "Put it into a box. I am serious." }],
    },
  ],
  body: `A present looks badly wrapped for one reason: there was too much paper. It bunches at the ends, and tape is
put on until it gives in. Measure first, and the rest is folding.

## The sheet

For a box of length l, width w and height h, the height being the shortest:

~~~text
around = 2 x (w + h) + 3 cm
along  = l + 1.5 x h

A box of 30 x 20 x 8 cm:
around = 2 x (20 + 8) + 3 = 59 cm
along  = 30 + 12          = 42 cm
~~~

So a sheet of 50 × 70 cm is enough, and a strip is left over for a band. The one and a half heights are the trick:
the paper reaches **three quarters of the way down at each end**, where most people leave it twice as long.

## The folds

1. Lay the sheet with its fine side down. Put the box on it upside down, in the middle.
2. Turn in one long edge by 1.5 cm, so that it is straight and strong.
3. Bring the plain edge up and over. Then pull the turned edge tight across it, to lie along an edge of the box.
   Fix it at one point.
4. At one end press the sides in, flat against the box. Two triangles appear, above and below.
5. Run a fingernail along every edge. Edges are what one sees.
6. Fold the upper triangle down. Turn in the tip of the lower one by a centimetre, and fold it up over the first.
   Fix it.
7. Turn the box round and do the same, pulling it tight before you do.

Find out beforehand [which way the paper folds](/what-paper-weighs). With the grain around the box it lies down
willingly.

## Without sticky tape

Twine holds what paper can't: once around the length, cross below, once around the width, a knot over the crossing.
Three metres for the box above. Put a finger on the first half of the knot, or wax the twine with a candle.

Or take gummed paper tape, 3.5 cm wide. It is of paper and starch, so it goes into the paper bin with the rest, and
looks as if it belonged there.

## Paper that comes back

Strong cotton paper takes five or six presents. Let people see that you would like to have it again: untie the twine
instead of cutting it, and fold the sheet along its old lines. Iron it from the back, dry and at low heat, if it
matters to you.

For whatever goes by post there are [other rules](/a-parcel-that-arrives).
`,
};
