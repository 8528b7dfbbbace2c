import type { DemoArticle } from "../demoSite.ts";

export const howToSharpenAKnife: DemoArticle = {
  slug: "how-to-sharpen-a-knife",
  title: "How to sharpen a knife",
  summary:
    "Two stones, fifteen degrees and a quarter of an hour: what to feel for, and when to stop.",
  tags: ["kitchen", "care", "how-to"],
  by: "demo-stock",
  daysAgo: 11.9,
  likedBy: ["demo-customer", "demo-admin", "demo-orders"],
  comments: [
    {
      by: "demo-admin",
      text: "The coins were what I needed. I had been sharpening at thirty degrees for years.",
    },
    {
      by: "demo-customer",
      text: "Does it work with a serrated bread knife?",
      answers: [
        {
          by: "demo-stock",
          text: "Not on a flat stone. Each notch wants a round file, from the bevelled side alone. Once in ten years will do.",
        },
      ],
    },
  ],
  body: `A blunt knife is the more dangerous one: it slips off the onion and goes where you push it. Nobody
needs a machine to change that. You need a stone of grit 1000, one of 3000 or more, and fifteen minutes
in which nobody talks to you.

## Before

Lay the stones into water until no more bubbles rise, which takes about ten minutes. (Diamond plates and
those marked "splash and go" need only a wet surface.) Put the 1000 on a damp cloth, so that it does not
wander, with a short end towards you.

## The angle

Kitchen knives of thin steel are sharpened at **15 degrees on each side**. You can't see 15 degrees, but
you can see millimetres: lift the back of the blade by a quarter of the blade's height. For a paring
knife 2 cm high that is 5 mm, or two coins under the back. Put the coins there once, look, remember it
with your hands, and take them away.

## On the 1000

1. Hold the handle in one hand and lay two fingers of the other on the blade, near the edge.
2. Push the knife along the stone, edge first, as if you wanted to shave off a thin slice of it. Press
   about as firmly as on a doorbell.
3. Draw it back without pressing.
4. Let the fingers wander from heel to tip, ten strokes for each place. At the curve lift the handle a
   little.
5. After a few minutes feel for the **burr**: stroke with a thumb from the back over the edge, never along
   it. If something catches, like a hair, along the whole of the other side, this side is done. If not, go
   on: without a burr you haven't reached the edge.
6. Turn the knife over, and do the same until the burr has come over.

Leave the grey mud on the stone. It does half of the work.

## On the 3000

Ten strokes on each side, then five, then two, then one, each lighter than the last. That polishes the
edge and wears the burr away. Draw the blade backwards over newspaper or leather a few times for what is
left of it.

## Does it cut?

Hold a sheet of [ordinary paper](/what-paper-weighs) by one corner and cut into its edge. If it hisses
through, you are done. If it snags, that is where you have missed a place: back to the 1000, there alone.

Wash the knife, dry it at once if it is of carbon steel, and cut on wood, not on glass or stone. [Your
board](/checklist-for-a-wooden-board) will have the marks, and the edge won't.
`,
};
