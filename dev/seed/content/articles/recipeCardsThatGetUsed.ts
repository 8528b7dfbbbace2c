import type { DemoArticle } from "../demoSite.ts";

/** Approved: its author, a contributor, may publish it. */
export const recipeCardsThatGetUsed: DemoArticle = {
  slug: "recipe-cards-that-get-used",
  title: "Recipe cards that get used",
  summary:
    "What to write on a card of 10 by 15 centimetres, and what to leave out, so that it comes out of the tin again.",
  tags: ["paper", "kitchen", "how-to"],
  by: "demo-customer",
  daysAgo: 2.35,
  state: "ready",
  note: "Lovely. I have taken out the paragraph about your aunt's handwriting and left the pancakes. Publish it when you like; Thursdays are good.",
  body: `There are two thousand recipes on my telephone and I cook eleven of them. Those eleven are on cards now. A card
doesn't go dark when one's hands are full of dough, it stands against the jar, and it has room for what one has learnt.

## The format

Ten by fifteen centimetres hold about a hundred and twenty words by hand, which is all that a recipe needs once you
leave out the story. Board of [350 g/m²](/what-paper-weighs) stands up. Pencil can be rubbed out, butter can't.

## What goes where

1. **Top left: the name** by which you look for it. Not "Grandmother's golden treat" but "Pancakes".
2. **Top right: for how many, and how long** from the first move to the table. Be honest.
3. **Left: what is in it**, in the order in which it is used, by weight. Draw a line wherever something goes into a bowl
   of its own.
4. **Right: what to do**, in the fewest words. *Whisk. Rest 30 min. Medium heat, 2 min, turn, 1 min.*
5. **The back: the date**, and what you would do otherwise the next time. That is the part that makes it yours.

## An example

~~~text
PANCAKES                          4 people, 50 min

250 g  flour           | Whisk flour, salt, half the milk: smooth.
1/2 tsp salt           | Rest of the milk, eggs. Whisk.
500 ml milk            | Rest 30 min.
4      eggs            | Butter in. Pan medium hot.
30 g   butter, melted  | 2 min, turn, 1 min.

back: 3 eggs are too few. First one is always for the cook.
~~~

## Weigh it

"A cup" depends on the cup, and [flour on how it was shaken](/what-fits-into-a-jar): a litre of it can be 550 g or
650. Write grams. For what is under five grams write spoons, level ones.

## Keep it small

Eight dividers are enough, and yours needn't be "Starters" and "Mains". Mine are: *quick, for guests, from the oven, soups,
with what is left, sweet, in jars, to be tried.*

The last one is the most important. Nothing moves out of it until it has been cooked twice. What has been in there for a
year goes, as in [the drawer](/the-drawer-test). And if a card gets so greasy that you can see through it, that is the
highest praise there is: copy it out and throw it away.
`,
};
