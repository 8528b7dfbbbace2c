import type { DemoArticle } from "../demoSite.ts";

export const whatTheLettersOnAPencilMean: DemoArticle = {
  slug: "what-the-letters-on-a-pencil-mean",
  title: "What the letters on a pencil mean",
  summary:
    "From 9H to 9B: a short history of clay and graphite, and which one to have in a drawer.",
  tags: ["paper", "essay"],
  by: "demo-admin",
  daysAgo: 228.75,
  likedBy: ["demo-orders", "demo-customer"],
  comments: [
    {
      by: "demo-customer",
      text: "I have drawn with 2B and written with 2B, and have grey hands. It is worth it.",
    },
  ],
  body: `There has never been lead in a pencil. When a storm in the north of England laid bare a seam of graphite in the 16th
century, people took it for a kind of lead, since it was grey and left a mark, and the name has stuck to it for five
hundred years. Shepherds marked their sheep with it. It was so pure that one could saw it into sticks.

## A war makes the pencil

That seam was the only one of its kind, and it was English. When France was at war and could get no more of it, an
officer and inventor by the name of Nicolas-Jacques Conté was told to find something else. In 1795 he had it: poor
graphite, ground to dust, mixed with clay and water, pressed into rods and fired in a kiln like a cup.

It was better than what it replaced. By taking **more clay or less** one could now make it hard or soft, and the same
each time. All pencils have been made like that since then, and the letters on them say how much clay there is.

## The scale

**H** is for hard, **B** for black. They meet in the middle at HB, with a lonely F beside it, which is firm, or fine,
depending on whom you ask.

| grade | what it is like | what it is for |
|---|---|---|
| 4H and beyond | pale, sharp, scratches the paper | plans, wood, marks that should not be seen |
| 2H | grey and clean | construction lines |
| HB | neither | writing, lists, labels |
| 2B | dark, smooth | drawing, soft paper, those who press little |
| 4B | black, smudges | shadows |
| 8B | like soot | a mess, gladly |

American pencils count instead: their number 2 is our HB.

## Why cedar

A good pencil is of incense cedar. The wood is soft, straight in the grain and without resin, and so the knife goes
through it in curls and doesn't splinter. Six sides, that it may not roll from the table. The lead is glued into two
half shells, for which reason a pencil that has been dropped breaks within, unseen, in five places, and goes on
breaking for the rest of its life. Whoever sharpens one three times in a row should not blame the sharpener.

## What to have

Two HB and one 2B, a brass sharpener, and a knife for when it is blunt ([a sharp
one](/how-to-sharpen-a-knife)). It writes upside down, in the cold, in the rain, on wood, on tape, on
[jars](/what-fits-into-a-jar). It doesn't dry out while you are away. What it says can be taken back, for a while at
least: after a few years graphite has worked its way in among the fibres, and what was only pencilled stands there
for good.

I like that about it. It gives you time to think it over, though not for ever.
`,
};
