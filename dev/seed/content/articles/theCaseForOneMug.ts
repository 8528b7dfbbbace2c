import type { DemoArticle } from "../demoSite.ts";

export const theCaseForOneMug: DemoArticle = {
  slug: "the-case-for-one-mug",
  title: "The case for one mug",
  summary: "On owning a single good one, what makes it good, and what happens when it breaks.",
  tags: ["table", "coffee", "essay"],
  by: "demo-customer",
  daysAgo: 256.3,
  likedBy: ["demo-stock", "demo-orders", "demo-admin"],
  comments: [
    {
      by: "demo-orders",
      text: "And when guests come?",
      answers: [
        {
          by: "demo-customer",
          text: "They get the tumblers. Nobody has complained, and two have bought tumblers.",
        },
      ],
    },
  ],
  body: `We had fourteen mugs. I counted them when the shelf came down. Four were from places where we had been, three had
slogans, two were wedding presents of a marriage that wasn't ours, and one said *World's Best Aunt*, though neither of
us is one. Nine broke. It was, I am sorry to say, a relief.

Of the five that were left I used one, as I always had, and so I began to wonder why.

## What it has

It holds 300 ml, filled to a finger below the rim. That is a cup of coffee made from [18
grams](/sixty-grams-to-the-litre) and nothing left over. Larger mugs let the second half get cold; smaller ones are
for people who sit at counters.

Its handle takes three fingers, and the little finger finds a place below. There are mugs whose handle is made for
the eye: you hold those by pinching, with the knuckles against the hot side.

Its wall is thick, and thickest at the bottom. Stoneware takes up heat, gives it back slowly, and it does that best if
you **rinse it with hot water first**. A cold mug takes five degrees or more out of the coffee at once. After that it
keeps it warm, but you have paid.

And its foot isn't glazed. It stands on wood without a ring, since there is nowhere for a drop to hang.

## What it does

One mug is always in one of three places: in my hand, in the sink, or on its hook. It is washed after each use since
there is no other. I have not had to look for a mug, or at a sink full of them, in a year and a half. The dishwasher
runs every other day now.

There is more to it. A thing that one uses every morning gets a history. Mine has a hair crack in the glaze from the
winter when I poured boiling water into it off the balcony; a small chip, where I turn it away from guests; a tide mark
inside, of tea, that goes away with a little baking soda and that I have stopped chasing.

## What it doesn't

It won't be had for ever. A mug has, I suppose, two thousand breakfasts in it. When it falls I shall be sorry, for
which fourteen mugs gave me no occasion, and then I'll go and buy the next one: by hand, with my eyes shut, holding one
after the other as if it were full.

It is not about owning little. I own far too much twine. It is about [finding out](/the-drawer-test) which of a kind you
reach for, and then letting that one be good.
`,
};
