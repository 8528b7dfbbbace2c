import type { DemoArticle } from "../demoSite.ts";

export const cutAboveTheBud: DemoArticle = {
  slug: "cut-above-the-bud",
  title: "Cut above the bud",
  summary:
    "Where to put the secateurs, which way round to hold them, and how to keep them from carrying diseases about.",
  tags: ["garden", "care", "how-to"],
  by: "demo-stock",
  daysAgo: 70.9,
  likedBy: ["demo-customer"],
  comments: [
    {
      by: "demo-customer",
      text: "Which way round to hold them! I am fifty cuts late, but thank you.",
    },
  ],
  body: `People are afraid of pruning, and so they snip. A rose that has been snipped at the tips for some years is a
broom. It would rather be cut a few times, low, by somebody who means it.

## Where

A bud is a small bump above the scar of a leaf, and it points to where the new shoot will grow. Look for one
that points outwards, away from the middle of the plant. Cut **five millimetres above it**, at a slant, so that
the high side is the side of the bud and rain runs off behind it.

- Too high, and the stump above the bud dies and rots downwards.
- Too low, and the bud dries out.
- Straight, and water stands on the wound.

## Which way round

Bypass secateurs have a thin blade and a thick hook. The blade cuts, the hook only holds, and it bruises what
it holds. So turn them until **the blade lies against the part that stays**. The bruise is then on the piece in
your hand. It feels wrong for a day.

## The order of things

1. Whatever is dead: brown and dry through and through. Scratch the bark if in doubt. Green is alive.
2. Whatever is sick: down into healthy wood, which is white inside.
3. Whatever crosses and rubs: the weaker of the two.
4. Then stand back, drink some coffee, and only now think of the shape.
5. Stop when a third is gone.

## When

| plant | when | how much |
|---|---|---|
| roses that flower twice | when the forsythia blooms | to 3 to 5 buds |
| lavender | in spring, and lightly after flowering | never into the bare wood |
| shrubs that flower in spring | right after flowering | the oldest stems, at the ground |
| shrubs that flower in summer | late winter | strongly |
| apple trees | on a frost-free day in late winter | what grows inwards and straight up |

In the nesting season look first. Somebody may live there.

## The secateurs

They take wood as thick as your little finger, or 2 cm if it is green. For more take a saw; who twists ruins
the pivot.

Between one plant and the next wipe the blade with **alcohol of 70 %**, as fire blight and viruses travel on
it. Sap comes off with the same, or with a drop of oil and steel wool. Sharpen the bevelled side alone, as it
is ground, with a few strokes of a [fine stone](/how-to-sharpen-a-knife), and take the burr off the flat
side with one. A drop of oil into the joint, the catch closed, and [indoors for the
winter](/putting-the-garden-tools-to-bed).

Coffee grounds, by the way, do roses good: a thin layer, worked in, once a month. Thick layers cake and keep the
rain out.
`,
};
