import type { DemoArticle } from "../demoSite.ts";

/** Waits for a reviewer. */
export const airingAThrow: DemoArticle = {
  slug: "airing-a-throw",
  title: "Airing a throw",
  summary:
    "Wool cleans itself, nearly: a night on the balcony, a brush, and what to do about moths.",
  tags: ["cloth", "care", "how-to"],
  by: "demo-customer",
  daysAgo: 1.1,
  state: "in_review",
  body: `My throw is of lambswool, weighs 780 grams and has been washed once in four years. People move away a little when I
say so. They needn't. Wool is not cotton: a sheep stands in the rain for the whole of its life.

## Why it stays clean

The fibre is covered with tiny scales, and with a trace of fat. Dirt finds no hold on it, and water runs off. Inside,
though, wool can take up a third of its weight in moisture, as vapour, before it feels wet. What smells, smells
because of that moisture, and goes away with it.

## How to air it

1. Choose a **damp, cool night** without rain. Mist is ideal. Dry air does next to nothing.
2. Shake the throw out hard.
3. Hang it over two lines, or over the back of two chairs, so that air gets to both sides. Not in the sun, which
   yellows it and makes it brittle.
4. Leave it there until morning, and then indoors until it is dry.
5. Brush it with a soft clothes brush, in the direction of the nap.

The bathroom after a hot shower will do, if you have no balcony.

## If it must be washed

By hand, in water of 30 °C at most, with a detergent for wool. Ordinary ones have enzymes that eat protein, which is
what wool is. Move it as little as you can: what felts it is not the water but warmth, rubbing and a sudden change of
temperature. Rinse as warm as you washed. Roll it up in towels, press, and dry it lying flat.

## Moths

It is not the moth that eats, it is the larva, and it likes wool best with a bit of sweat or soup on it. So:

- put away only what is clean
- in a bag that closes; a cotton one that is folded over twice is enough
- cedar and lavender annoy moths and kill none: renew them every few months
- shake things out in spring, since larvae hate to be disturbed

If there are holes already, put the throw in a bag into the **freezer, at −18 °C, for two weeks**. Let it thaw, and
freeze it again for one. Then brush it out of doors, and vacuum the cupboard, cracks and all.

## Small balls

Pilling comes from loose fibres that have been rubbed. It stops when there are none left. Take them off with a comb or
a shaver, when it bothers you, and never by pulling.

What can take more, and hotter, is [linen](/is-ironing-necessary).
`,
};
