import type { DemoArticle } from "../demoSite.ts";

export const theDrawerTest: DemoArticle = {
  slug: "the-drawer-test",
  title: "The drawer test",
  summary: "On William Morris, a melon baller, and how to find out what a kitchen needs.",
  tags: ["kitchen", "essay"],
  by: "demo-customer",
  daysAgo: 76.15,
  likedBy: ["demo-admin", "demo-stock", "demo-orders"],
  comments: [
    {
      by: "demo-orders",
      text: "As somebody who packs melon ballers for a living I object. Mildly.",
    },
    {
      by: "demo-admin",
      text: "What became of the garlic press?",
      answers: [
        { by: "demo-customer", text: "It came back on day four, against my better judgement." },
        { by: "demo-stock", text: "They always do." },
      ],
    },
  ],
  body: `There is a sentence by William Morris that everybody knows who has ever tidied up. He said it in 1880, in a
lecture in Birmingham on the beauty of life:

> Have nothing in your houses that you do not know to be useful, or believe to be beautiful.

It is a fine rule, and nobody can keep it. The trouble is in its verbs. I *know* that the melon baller is
useful: it makes balls of melon. I *believed* the blue jug to be beautiful on the day I bought it. Things get
past Morris at the door, and then they are in.

## A box instead of an opinion

So I stopped asking what I thought of my things, and asked what I did with them. One Sunday I emptied the
drawer beside the stove into a cardboard box, all of it, and put the box under the table. Whatever I needed
I took out, used, washed and laid into the drawer.

After a day there were a knife, a spoon and a corkscrew. After a week eleven things. After a month nineteen,
and after three months twenty-one. The box still looked full. Of the sixty-four things that had been in it, I
had missed a third.

## What came back, and what didn't

The surprises went both ways. I had thought the scale was a toy for people who [weigh their
coffee](/sixty-grams-to-the-litre); it came back on the first morning and has not been put away since. Three
wooden spoons came back and four did not, although they are the same spoon. The paring knife was out before
noon. The six knives of the knife block never were.

What stayed was nearly always something made for one act: a cherry stoner, an egg slicer, a gadget that peels
garlic in a rubber tube. What came back could do many things badly and one thing well. A fork whisks. A
tumbler cuts biscuits.

## The exceptions

Some things can't be judged by a quarter of a year. The big pot is for when six people come. The thermometer
is for jam. I allowed myself one shelf for what is needed *seldom and badly*, and it has to fit there: for each
new thing one must go.

And the blue jug? It stands on the window sill, holds nothing, and catches the light towards five. Morris had
an "or" in his sentence, after all. It is the best word in it.

What I gave away went within an evening. What I kept I look after better than before, since there is less of
it: [the board gets its oil](/checklist-for-a-wooden-board), and [the knife its
stone](/how-to-sharpen-a-knife).
`,
};
