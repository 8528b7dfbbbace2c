import type { DemoArticle } from "../demoSite.ts";

export const howMuchWaterAPotWants: DemoArticle = {
  slug: "how-much-water-a-pot-wants",
  title: "How much water a pot wants",
  summary:
    "By the size of the pot, the weight of it and the depth of a finger. Most house plants that die have drowned.",
  tags: ["garden", "numbers", "care"],
  by: "demo-customer",
  daysAgo: 25.6,
  likedBy: ["demo-stock", "demo-orders"],
  comments: [
    {
      by: "demo-stock",
      text: "The trick with the two weights is how we do it with the lemon tree in the yard, with a luggage scale.",
      answers: [
        { by: "demo-customer", text: "A luggage scale! I have been guessing like an animal." },
      ],
    },
    {
      by: "demo-admin",
      text: "I left for two weeks with the wick and the bucket. Everything lived, and so did the weeds.",
    },
  ],
  body: `"Water once a week" is what the label says, and it is what kills. A plant does not know what day it is. It
knows how warm it was, how bright, how large its leaves are and how much earth it stands in. You needn't know
any of this, if you look before you pour.

## Three ways to look

- **The finger.** Put it into the soil up to the second joint, about 4 cm. Dry down there: water. Damp: come
  back tomorrow.
- **The weight.** Lift the pot an hour after watering, and once more when the leaves begin to hang. Those are
  its two weights. From now on one lift tells you where between them it is.
- **The pot itself.** Terracotta turns dark when it is wet through, and pale from the rim down as it dries.
  It breathes: a plant in clay wants water about twice as often as in plastic, and drowns half as easily.

## How much, then

Enough to go through. As a measure, take a quarter of what the pot holds:

| pot, across the top | holds | one watering |
|---|---|---|
| 10 cm | 0.4 l | 100 ml |
| 14 cm | 1 l | 250 ml |
| 18 cm | 2.2 l | 550 ml |
| 24 cm | 5 l | 1.2 l |

Pour slowly, all around, until some comes out at the bottom. After half an hour empty the saucer: roots that
stand in water can't breathe, and rot. A saucer is not a reservoir.

## When it has become too dry

Peat and old soil turn water away once they are dust dry; it runs down inside the pot and out, and you
think that the plant has drunk. Stand the pot in a bucket, with water up to its rim, until no more bubbles
come. That takes about twenty minutes. Let it drip, and all is well.

## When it has become too wet

Limp leaves *and* wet soil are the sign. Don't water, whatever it looks like. Take the plant out of its pot,
lay the root ball on newspaper for a night, cut off roots that are brown and soft, and put it back into dry
soil.

## When you are away

A wick does for two weeks: a cotton cord from a bucket of water that stands **higher** than the pots, its end
10 cm deep in the soil. Try it out a few days before. Move everything out of the sun, and the thirst is halved.

Rain water is the best, since it has no lime. What is left in the kettle will do as well, when it is cold.
For those who like it damp all the time there is [a piece on herbs](/three-herbs-from-seed).
`,
};
