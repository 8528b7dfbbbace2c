import type { DemoArticle } from "../demoSite.ts";

export const threeHerbsFromSeed: DemoArticle = {
  slug: "three-herbs-from-seed",
  title: "Three herbs from seed",
  summary:
    "Basil wants light, parsley wants patience, chives want company: how to sow them on a window sill.",
  tags: ["garden", "kitchen", "how-to"],
  by: "demo-customer",
  daysAgo: 131.25,
  likedBy: ["demo-stock"],
  comments: [
    {
      by: "demo-orders",
      text: "Four weeks for the parsley. I had given it up and sown radishes on top.",
      answers: [
        { by: "demo-customer", text: "And now?" },
        { by: "demo-orders", text: "Now I have both." },
      ],
    },
  ],
  body: `A pot of basil from the supermarket is thirty seedlings in a fight for a cup of soil. It is made to be eaten
within a week, and dies of being kept. From seed it takes two months longer and lasts until autumn.

## What they have in common

Pots of 14 cm with a hole, soil for seedlings (it is poor, which makes roots grow), a window without draught.
Fill, press down lightly, water, sow, and cover with a glass or a bag until there is something green. After
that: air, and as much light as there is. Seedlings that are long and pale want light, not water.

## The three of them

| | basil | parsley | chives |
|---|---|---|---|
| sow | on top, uncovered | 1 cm deep | 1 cm deep |
| warmth | 20 to 25 °C | 15 to 20 °C | 15 to 20 °C |
| comes up after | 5 to 10 days | 3 to 4 weeks | 2 weeks |
| seeds to a pot | 10, thinned to 4 | 15, thinned to 6 | 30, not thinned |
| first harvest | 8 weeks | 10 weeks | 10 weeks |
| lives | one summer | two years | for ever, nearly |

**Basil** needs light to sprout. Press the seeds on, don't bury them: they wrap themselves in a blue jelly
within minutes, and that is all the cover they want. Below 10 °C it sulks, and at 5 °C it turns black.

**Parsley** is slow. Lay the seed into lukewarm water overnight, and then believe in it. Never sow it into soil
where parsley was before.

**Chives** grow as a tuft. Sow them thickly and leave them together. In autumn let the pot freeze outdoors for
some weeks: they need a winter, and then come back at the window as if it were April.

## How to cut

1. Basil: always **above a pair of leaves**, never single leaves from below. From each cut two shoots grow.
   Begin when it has six leaves, and don't let it flower.
2. Parsley: whole stalks, from outside, down at the ground. The heart stays.
3. Chives: 2 cm above the soil, a third of the pot at a time.

## What goes wrong

- *They topple over at the ground.* A fungus, from standing wet. Throw them away, sow thinner, air more.
- *Little black flies.* Their larvae live in soil that is always damp. Let it dry between
  [waterings](/how-much-water-a-pot-wants), and put a layer of sand on top.
- *Basil turns yellow.* It is hungry. After six weeks the soil is used up: a larger pot, or some feed every
  fortnight.

Surplus parsley freezes well, chopped. Surplus basil does not. It wants oil, cheese and pine nuts, tonight.
`,
};
