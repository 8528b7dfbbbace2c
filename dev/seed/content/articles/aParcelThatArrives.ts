import type { DemoArticle } from "../demoSite.ts";

export const aParcelThatArrives: DemoArticle = {
  slug: "a-parcel-that-arrives",
  title: "A parcel that arrives",
  summary:
    "Pack for a fall from the table: five centimetres all around, nothing that rattles, and tape in the shape of an H.",
  tags: ["paper", "how-to"],
  by: "demo-orders",
  daysAgo: 112.1,
  likedBy: ["demo-stock", "demo-admin"],
  comments: [
    { by: "demo-admin", text: "The shake test is done here by the whole house, with commentary." },
  ],
  body: `I pack parcels, many of them, and I have seen those that come back. A parcel does not break because somebody wrote
too small a "fragile" on it. Machines sort it, and machines don't read. It falls from a belt to another one, about
as far as from a table to the floor, on a corner. Pack for that and you can leave the sticker out.

## The carton

Take one that leaves **five centimetres of room on each side** of what goes in, and not more. Too small, and the blow
goes through. Too large, and it collapses under the others. A carton that has been used twice has lost a good part
of its strength: press on a corner, and if it gives way like bread, it is done.

## Packing

1. Wrap each piece by itself. Two mugs that touch are one mug and some shards.
2. Fill what is hollow: crumpled paper into cups, jars and bowls.
3. Put a cushion of paper on the bottom, pressed together so that it springs.
4. Heavy things go below, and plates **on edge**, like records. Lying flat they break in the middle.
5. Fill up the sides, firmly, then the top, until the lid has to be pressed a little.
6. Close it and shake it. If you hear anything, open it again.
7. Put a slip with both addresses inside. Labels come off in the rain.

Glass with liquid in it stands upright in a bag of its own. Candles in summer get a layer of newspaper more.

## The tape

Tape is there to keep the flaps shut, and a single strip along the middle does that until the first corner opens. Put
one along the slit, and one across it at either end, 7 cm down the sides: from above that is an **H**. The same
below.

With gummed paper tape:

- cut all strips first
- wet the gum, with a sponge and lukewarm water, until it shines evenly, and not until it runs
- put it on within ten seconds, rub with the flat hand, and leave it alone for a minute

Then it is one with the carton. Who wants in, has to tear it, which is the second thing to be said for it.

## What it costs

Carriers reckon by weight or by size, whichever is more. Length × width × height in centimetres, divided by 5000, is
what they call the volume in kilos:

| carton | weighs | counts as |
|---|---|---|
| 30 × 20 × 15 cm | 2 kg | 2 kg |
| 60 × 40 × 40 cm, a throw | 2 kg | 19.2 kg |

That is a lot of money for air. Roll the throw up.

If it is a present, [wrap it first](/how-to-wrap-a-box), and let nobody see the carton.
`,
};
