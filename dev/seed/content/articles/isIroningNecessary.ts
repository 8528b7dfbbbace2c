import type { DemoArticle } from "../demoSite.ts";

export const isIroningNecessary: DemoArticle = {
  slug: "is-ironing-necessary",
  title: "Is ironing necessary?",
  summary:
    "Nine questions about linen: heat, shrinking, lint, softener, and creases that may stay.",
  tags: ["cloth", "care", "questions"],
  by: "demo-orders",
  daysAgo: 97.65,
  likedBy: ["demo-customer", "demo-admin"],
  comments: [
    {
      by: "demo-customer",
      text: "So the towels that wouldn't dry anything were the softener's fault.",
      answers: [
        { by: "demo-orders", text: "Wash them twice at 60 °C without any. They come back." },
        { by: "demo-customer", text: "They did. I apologise to them." },
      ],
    },
  ],
  body: `Linen is spun from the stalks of flax. The fibres are long and stiff, with hardly any stretch in them, and all
that people love and curse about the cloth comes from there.

## So, is it?

No. Linen creases because its fibres don't spring back. Ironing makes them lie down until somebody sits at the
table. If you hang it up well, the creases are soft ones, and belong to it.

## How do I hang it well?

Shake it out hard, while it is wet, twice. Pull it straight along the hems. Hang it over the line by a third, not by
a corner. Fold it while it is **still a little damp**, smooth it with the flat of the hand, and let it dry to the end
in a pile: the weight does the ironing.

## And if I want it smooth?

Iron it damp, on the hottest setting, with steam, first from the back. Dry linen doesn't give way to anything. If it
has become dry, sprinkle it, roll it up and leave it for an hour.

## How hot may I wash it?

White and undyed at 60 °C, or at 95 if it must be. Dyed at 40, so that it keeps its colour. What is half cotton goes
by the more delicate half.

## Does it shrink?

Yes, once: by three to five in a hundred, in the first wash. Cloth that was washed before it was sewn has that behind
it. When you buy by the metre, wash it before you cut it.

## Why is there fluff on my glasses?

New linen sheds the short ends that were left in the yarn. After the third wash that is over. Wash it by itself until
then.

## Softener?

Never. It coats each fibre with something like fat, and fat does not take up water. A towel that has been softened
pushes the drops about. A sip of vinegar into the rinse takes out the lime, which is what makes it hard.

## May it go into the dryer?

For ten minutes, to loosen it. Then out with it, damp. Dried to the end in there it breaks along its creases and
loses lint, which is cloth.

## How long does it last?

Longer than you want it to. Linen is one of the few fibres that are **stronger wet than dry**, so that washing wears
it little. What kills it is always the same fold in the same place. Fold in thirds one month, in halves the next.

For spots there is [a table](/what-takes-out-which-stain), and for napkins [a fold](/a-napkin-with-a-pocket) that
survives having been creased.
`,
};
