import type { DemoArticle } from "../demoSite.ts";

/** Comes out by itself, the day after tomorrow. */
export const lightOverTheTable: DemoArticle = {
  slug: "light-over-the-table",
  title: "Light over the table",
  summary:
    "How high a pendant hangs, how wide it should be, and how to find out before the hole is drilled.",
  tags: ["light", "table", "how-to"],
  by: "demo-stock",
  daysAgo: 0.4,
  state: "scheduled",
  comesOut: 2,
  body: `A lamp over a table has one task: to light what is on the plates and leave the rest of the room in peace. It fails in
two ways. Too high, and everybody sits in the light of a waiting room. Too low, and you talk around it.

## How high

**Sixty to seventy centimetres** between the table top and the lower rim of the shade. At 60 the light is warm and
close, and tall people see the bulb; at 70 it reaches the ends of a table for six. Where people walk under it because
the table is moved now and then, it hangs at 2 m from the floor, and you take a larger shade.

## How wide

| table | shade |
|---|---|
| round, 90 cm | one, 35 to 45 cm |
| 90 × 140 cm | one, 40 to 50 cm |
| 90 × 170 cm | one of 50 cm, or two of 30 cm |
| 95 × 250 cm | two of 40 cm, or three of 25 cm |

As a rule: between a third and a half of the width of the table for one lamp. Several hang at equal distances, the
outer ones 40 cm or more from the ends.

## Try it out first

1. Blow up a balloon until it is as wide as the shade. A paper bag will do as well.
2. Tie it to a piece of twine, and fix that to the ceiling with tape.
3. Sit down. Look at each other. Get up, and reach across for the salt.
4. Leave it there for an evening before you decide.

If the outlet in the ceiling is not above the middle of the table, don't move the table. A hook and a longer cord bring
the lamp to where it is needed, and the loop of cord looks as if it had been meant.

## What goes in

For a shade of paper 400 to 800 lm at 2,700 K, opal, dimmable. What [those numbers](/lumens-not-watts) mean is told
elsewhere. Keep to the watts that are printed in the socket: paper has its limit, and it is there for a reason.

**Wiring is for an electrician.** Shortening the cord is done at the ceiling, not at the socket, and with the fuse out.

Then dim it, light [two candles](/the-first-hours-of-a-candle), and [lay the table](/six-at-the-table).
`,
};
