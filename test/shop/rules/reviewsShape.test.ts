import { guarded } from "../../support/rules.ts";
import {
  type Field,
  keepsShape,
  ofEveryType,
  optionalText,
  text,
  timeOfWriting,
} from "../../support/rulesShape.ts";
import { bought, commit } from "../support/reviews.ts";
import { product, purchase, review, standing } from "../support/rulesDocuments.ts";

const stars: Field = {
  right: { "one star": 1, "five stars": 5 },
  wrong: {
    ...ofEveryType,
    "no star": 0,
    "minus no star": -0,
    "minus one star": -1,
    "six stars": 6,
    "four stars and a half": 4.5,
    "no number": Number.NaN,
    "endless stars": Number.POSITIVE_INFINITY,
    "stars in words": "5",
  },
};
const title = optionalText(120);
const author = text(80);

describe("shop rules: reviews, in shape", () => {
  const { as } = guarded("reviews-shape", {
    ...bought("guest", ["beanie"], purchase()),
    ...bought("customer", ["beanie"], purchase()),
    "products/beanie": standing(product({ rating: { count: 1, sum: 4 } })),
    "products/beanie/reviews/customer": standing(review({ rating: 4 })),
  });
  const shaped = { product: "beanie", uid: "guest" };
  const kept = { product: "beanie", uid: "customer" };
  let standingStars = 4;
  const numberOf = (value: unknown) => (typeof value === "number" ? value : 0);

  keepsShape(
    {
      fields: {
        rating: stars,
        title: { ...title, wrong: { ...title.wrong, "two lines": "Warm\nand cosy" } },
        text: optionalText(4000),
        author: { ...author, wrong: { ...author.wrong, "an address": "me@example.com" } },
        createdAt: timeOfWriting,
        updatedAt: timeOfWriting,
      },
      good: review,
      create: async (document) => {
        const rating = numberOf(document.rating);
        await commit(as("guest"), { ...shaped, review: document, by: [1, rating] });
        await commit(as("guest"), { ...shaped, review: null, by: [-1, -rating] });
      },
      update: async (change) => {
        const rating = "rating" in change ? numberOf(change.rating) : standingStars;
        const by = rating === standingStars ? undefined : ([0, rating - standingStars] as const);
        await commit(as("customer"), { ...kept, change, ...(by && { by }) });
        standingStars = rating;
      },
    },
    ["createdAt"],
  );
});
