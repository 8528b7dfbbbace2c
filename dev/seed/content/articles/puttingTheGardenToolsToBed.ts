import type { DemoArticle } from "../demoSite.ts";

export const puttingTheGardenToolsToBed: DemoArticle = {
  slug: "putting-the-garden-tools-to-bed",
  title: "Putting the garden tools to bed",
  summary: "An afternoon in late autumn, a bucket of sand and a rag: a checklist.",
  tags: ["garden", "care"],
  by: "demo-orders",
  daysAgo: 8.15,
  likedBy: ["demo-stock", "demo-customer"],
  comments: [
    {
      by: "demo-stock",
      text: "Please add: look for the trowel first. It is in the compost.",
      answers: [{ by: "demo-orders", text: "It is always in the compost." }],
    },
  ],
  body: `Tools don't wear out in summer. They rust in winter, in the corner where they were put down wet after the last
potato. Two hours on a dry afternoon are enough for all that an ordinary garden has.

## What you need

A wire brush, a bucket of water, rags, medium steel wool, a file, linseed oil, and a second bucket with dry sand
into which you have stirred a cup of vegetable oil. The sand is the secret. It scours and oils in one go, and
it can be used for years.

## Steel

- Knock off the soil, scrub with water, and dry at once, with a rag and then in the sun.
- Rub off rust with steel wool and a few drops of oil. For deep rust lay the tool overnight into water with
  [citric acid](/how-to-descale-a-kettle), 50 g to the litre, then rinse, dry and oil within the minute.
- Push trowel, spade and hoe into the oiled sand a dozen times.
- File the edges of spade and hoe: from one side, at 45 degrees, in one direction. They should cut roots, and
  not paper.
- [Secateurs](/cut-above-the-bud): clean, sharpen, a drop of oil, closed.

## Wood

- Feel along each handle with a bare hand. Sand down what is rough.
- Wipe with linseed oil, thinly, wait half an hour, wipe dry.
- Spread out those rags to dry, flat and outdoors. They [can catch
  fire](/checklist-for-a-wooden-board) if they lie crumpled.
- Hang tools up, or stand them with the handle down. A handle that stands on damp concrete draws water.

## Water

- Empty hoses: lay them out downhill and coil them from the top end.
- Turn off the outside tap at the inside valve, open it outside, and leave it open.
- Empty watering cans and lay them on their side. A can bursts at the seam when the water in it freezes.
- Unscrew the rose of the can and let it lie in vinegar overnight. Lime is why it waters sideways.

## Clay

- Empty pots of terracotta, or lift them on feet, so that no water stands in them: it is not the cold that
  cracks them but the ice.
- Scrub off the white bloom with a brush. It is salt from the feed, and harmless.
- Stack them on their sides, with newspaper between.

## Seeds

- Leave the sunflowers standing. [Somebody](/questions-about-feeding-birds) wants their seed.
- Gather the open sachets in a jar with a spoon of dry rice, somewhere cool. Parsley keeps for two years, basil
  for five, chives for barely two.

## And last

Write down on the inside of the shed door what was missing this year. In March nobody remembers.
`,
};
