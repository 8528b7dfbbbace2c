import type { DemoArticle } from "../demoSite.ts";

export const aBowlOfMatcha: DemoArticle = {
  slug: "a-bowl-of-matcha",
  title: "A bowl of matcha",
  summary: "Two grams, seventy millilitres, seventy-five degrees, and a quick wrist.",
  tags: ["tea", "how-to"],
  by: "demo-stock",
  daysAgo: 204.6,
  likedBy: ["demo-admin"],
  body: `With matcha you drink the leaf itself, ground to a powder so fine that it feels like talc. Nothing is
strained, and so nothing can be hidden: lumps stay lumps, and water that is too hot can't be taken back.
It takes three minutes all the same.

## What you need

- 2 g of matcha, a level teaspoon
- 70 ml of water at 75 °C
- a bowl with a flat, wide bottom
- a bamboo whisk, a small sieve, a clean cloth

A soup bowl will do for the bowl. For the whisk nothing else will quite do, though a milk frother comes
near.

## How to

1. Warm the bowl with hot water and let the whisk stand in it for a minute: dry bamboo breaks. Pour the
   water away and wipe the bowl dry.
2. Sift the powder into it. This is the step that people leave out, and it is the one that matters.
3. Add a sip of the water and stir to a smooth paste.
4. Add the rest. Hold the bowl with one hand and whisk with the other, from the wrist, not in circles but
   to and fro: as if you wrote a narrow **W**, fast, just above the bottom.
5. After fifteen to twenty seconds it foams. Lift the whisk a little, and slow down, until the large
   bubbles have gone.
6. Draw one circle and take the whisk out in the middle. Drink at once, since it settles.

## When it goes wrong

| it is | because | so |
|---|---|---|
| bitter | the water was too hot | let it stand, or [pour it over twice](/the-right-heat-for-tea) |
| lumpy | it was not sifted | sift; it can't be whisked away |
| flat, no foam | whisked too slowly, or in a narrow mug | wider bowl, looser wrist |
| yellowish and dull | old powder | smaller tins, [kept cold](/does-coffee-belong-in-the-freezer) |

## After

Rinse the whisk in warm water, without soap, and let it dry standing on its handle or on a holder, not in
its box. It lasts for about a hundred bowls. When the fine tines in the middle have broken off, it is good
for one more thing: there is no better brush for getting spice out of a grinder.

For milk take twice the powder and half the water, whisk as above, and pour it into the warm milk, not the
other way round.
`,
};
