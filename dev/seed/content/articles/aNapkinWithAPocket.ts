import type { DemoArticle } from "../demoSite.ts";

export const aNapkinWithAPocket: DemoArticle = {
  slug: "a-napkin-with-a-pocket",
  title: "A napkin with a pocket",
  summary:
    "Six folds that hold a fork, a card or a sprig of rosemary, and look best in soft linen.",
  tags: ["cloth", "table", "how-to"],
  by: "demo-orders",
  daysAgo: 157.8,
  likedBy: ["demo-stock"],
  body: `Folded napkins have a bad name, and the swan is to blame. One fold is worth knowing all the same. It is flat, it is
done in a minute, and it has a use: it holds the cutlery, so that you can put a stack of them beside the plates and
let everybody find their own seat.

## What you need

A square napkin of 40 to 50 cm. Linen that has been washed often is the best, since it stays where it is put. If
yours is stiff, fold it damp. If it is of paper, take one of three layers.

## How to

1. Fold the napkin in half from top to bottom, then in half from left to right. You have a small square of four
   layers. Turn it so that the four loose corners are at the **top right**.
2. Take the uppermost layer alone by its corner, and roll it down diagonally, in folds of two fingers' width, until it
   reaches the middle of the square. It makes a band across, from top left to bottom right.
3. Take the second layer and tuck its corner in under the band, so far that a second band of the same width shows.
4. Do the same with the third. There are three bands now, like stripes, and the fourth layer lies untouched behind
   them.
5. Turn the whole thing over, without letting it fall apart, the bands pointing as before.
6. Fold the left third in, then the right third over it. Turn it over again.

What lies in front of you is a narrow packet with three slanting pockets. Press on it with the flat hand and give it
a minute under a book.

## What goes in

- first pocket: the fork and the knife
- second: the spoon, or a card with a name
- third: whatever smells good. Rosemary keeps for the evening without water. Mint does not.

A name on a card is read from a metre off if its letters are a centimetre high; [a soft
pencil](/what-the-letters-on-a-pencil-mean) looks friendlier than ink. Cards of 250 g/m² and more [stand
straight](/what-paper-weighs).

## If it won't hold

| it | because |
|---|---|
| opens at the back | the thirds were not equal: the right one must reach the left edge |
| has crooked bands | it is no true square; most are off by a centimetre, so measure from the corner |
| is too bulky | the cloth is thicker than 200 g/m²; make two bands instead of three |

## When there is no time

Fold it in thirds and lay it under the fork. Nobody has ever gone home because of that. How much room is left beside
the plate then, is told in [Six at the table](/six-at-the-table).
`,
};
