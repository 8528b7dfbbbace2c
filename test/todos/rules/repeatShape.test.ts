import { doc, setDoc } from "firebase/firestore/lite";
import { guarded } from "../../support/rules.ts";
import { mapOf, noText, wholeNumber } from "../../support/rulesFields.ts";
import {
  type Field,
  keepsShape,
  ofEveryType,
  oneOf,
  standing,
  without,
} from "../../support/rulesShape.ts";
import { due, repeat, task } from "../support/documents.ts";
import { change, owner, shared } from "../support/rulesLists.ts";

const weekdays: Field = {
  right: { none: [], "each of the seven": [7, 6, 5, 4, 3, 2, 1] },
  wrong: {
    ...without(ofEveryType, "a list"),
    "the zeroth day": [0],
    "the eighth day": [8],
    "a day twice": [1, 1],
    "a day in words": ["1"],
    "half a day": [1.5],
    "no number": [Number.NaN],
    "nothing in it": [null],
  },
};

describe("todos rules: tasks that come again, in shape", () => {
  const good = () => task(owner, { due, repeat });
  const { as } = guarded("todos-repeat-shape", {
    "lists/home": shared(),
    "lists/home/tasks/kept": standing(good()),
  });
  let made = 0;

  keepsShape({
    fields: {
      due: {
        right: { "a day": { ...due, time: null } },
        wrong: { nothing: null },
      },
      repeat: mapOf(repeat, {
        every: wholeNumber(1, 365),
        unit: oneOf(["day", "week", "month", "year"], ["hour", "weeks", ""]),
        weekdays,
        day: {
          right: { none: null, "the first": 1, "the 31st": 31 },
          wrong: { "the zeroth": 0, "the 32nd": 32, "half a day": 1.5, "a day in words": "1" },
        },
        from: oneOf(["due", "done"], ["Due", ""]),
        until: {
          right: { never: null, "a day": "2026-12-31" },
          wrong: { ...noText, "no day": "", "a leap day in another year": "2026-02-29" },
        },
      }),
    },
    good,
    create: (document) => setDoc(doc(as(owner), `lists/home/tasks/made-${made++}`), document),
    update: (fields) => change(as(owner), "lists/home/tasks/kept", fields),
  });
});
