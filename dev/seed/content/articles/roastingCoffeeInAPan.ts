import type { DemoArticle } from "../demoSite.ts";

export const roastingCoffeeInAPan: DemoArticle = {
  slug: "roasting-coffee-in-a-pan",
  title: "Roasting coffee in a pan",
  summary: "A quarter of an hour, a lot of smoke, and beans that were green this morning.",
  tags: ["coffee", "kitchen", "how-to"],
  by: "demo-customer",
  daysAgo: 102.45,
  likedBy: ["demo-stock", "demo-admin"],
  comments: [
    {
      by: "demo-stock",
      text: "Do it with the window open and the smoke alarm in mind. Ours is next to the kitchen.",
      answers: [{ by: "demo-customer", text: "So was ours. The neighbours came to ask." }],
    },
  ],
  body: `Green coffee looks like something for the birds and smells of hay. Fifteen minutes in a hot pan make
coffee of it. It won't be as even as what a roaster sells, and it will be fresher than anything that you
have ever had. One needs a heavy pan, patience and an open window.

## Before you begin

Take no more beans than cover the bottom of the pan in one layer: 150 g in 26 cm. Have two metal
colanders ready, a wooden spoon and a scale. Read to the end first, as there will be no time later.

## The roast

1. Heat the dry pan over a medium flame for five minutes. In [cast
   iron](/questions-about-cast-iron) the heat stays even.
2. Put in the beans and stir from now on, without a break, until the end.
3. After three or four minutes they are yellow and smell of bread. A papery skin, the chaff, comes off.
4. After seven to nine minutes they are light brown, and they begin to pop like corn, well apart from
   each other. This is the **first crack**: the beans are at about 200 °C, and from here on it is coffee.
5. Let the cracking die down, which takes a minute or two. Stop now for a light roast with fruit in it.
6. Another minute or two without a sound: medium, with chocolate and nuts.
7. A finer, faster crackle, like rice puffs in milk, is the **second crack**. There will be drops of oil
   on the beans and smoke in the room. A few seconds of it make a dark roast. A minute makes charcoal.

## The end

Beans go on roasting in their own heat. Tip them into the colander at once, out on the balcony if there is
one, and pour them from one into the other until they are cool to the hand. The wind takes the chaff.

Weigh them. Out of 150 g come about 130: a light roast loses some 12 % of its weight, which is
water, a dark one 18 % and more. Write down the time and the weight, or you will never make the same
coffee again.

## Patience, once more

Fresh beans give off carbon dioxide, and the water can't get at them for it. Leave the jar a little open
overnight, close it, and wait two days for filter and a week or more for espresso. After that take [sixty
grams to the litre](/sixty-grams-to-the-litre) and tell nobody how long it took.
`,
};
