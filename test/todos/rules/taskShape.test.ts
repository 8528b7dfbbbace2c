import { doc, setDoc, Timestamp } from "firebase/firestore/lite";
import { guarded } from "../../support/rules.ts";
import { line, mapOf, noTexts, nullable, wholeNumber } from "../../support/rulesFields.ts";
import {
  type Field,
  keepsShape,
  ofEveryType,
  oneOf,
  optionalText,
  standing,
  timeOfWriting,
  without,
} from "../../support/rulesShape.ts";
import { due, task } from "../support/documents.ts";
import { date, notYetOrNow, time, zone } from "../support/rulesFields.ts";
import { change, owner, reader, shared, stranger, writer } from "../support/rulesLists.ts";

const numbered = (count: number) => Array.from({ length: count }, (_, n) => `item ${n}`);
const noList = {
  ...without(ofEveryType, "a list"),
  "no word": "",
  "an empty map": {},
};

const labels: Field = {
  right: {
    none: [],
    "10 of them": Array.from({ length: 10 }, (_, n) => `label-${n}`),
    "one of 40 letters": ["é".repeat(40)],
    "one twice": ["shop", "shop"],
  },
  wrong: {
    ...noList,
    ...noTexts,
    "11 of them": Array(11).fill("x"),
    "one of 41 letters": ["x".repeat(41)],
    "one with a blank": ["big shop"],
    "one with a no-break space": ["big\u00a0shop"],
    "one with a new line": ["big\nshop"],
    "an empty one": [""],
    "an empty one among others": ["shop", "", "home"],
  },
};

const items: Field = {
  right: {
    none: [],
    "50 of them": numbered(50),
    "one of 200 letters": ["x".repeat(200)],
    "one with blanks within and at the end": ["oat milk "],
  },
  wrong: {
    ...noList,
    ...noTexts,
    "51 of them": numbered(51),
    "one of 201 letters": ["x".repeat(201)],
    "a second one of 201 letters": ["oats", "x".repeat(201)],
    "one twice": ["oats", "oats"],
    "an empty one": [""],
    "an empty one among others": ["oats", "", "milk"],
    "one that begins with a blank": [" oats"],
    "one that begins with a no-break space": ["\u00a0oats"],
    "one that begins with a byte order mark": ["\ufeffoats"],
    "one of two lines": ["oats\nmilk"],
    "one with a tab": ["oats\tmilk"],
  },
};

const position: Field = {
  right: { "one letter": "V", "40 letters": "a".repeat(40), "zeros at the beginning": "001" },
  wrong: {
    ...without(ofEveryType, "a word"),
    nowhere: "",
    "a zero at the end": "a0",
    "a zero alone": "0",
    "41 letters": "a".repeat(41),
    "a hyphen": "a-b",
    "an accent": "é",
    "a new line at the end": "a\n",
  },
};

const reminder = () => ({
  at: Timestamp.fromMillis(4_000_000_000_000),
  uid: owner,
  state: "waiting",
});

describe("todos rules: tasks, in shape", () => {
  const good = () => task(owner, { due });
  const { as } = guarded("todos-task-shape", {
    "lists/home": shared(),
    "lists/home/tasks/kept": standing(good()),
  });
  let made = 0;

  keepsShape(
    {
      fields: {
        title: line(200),
        notes: optionalText(10_000),
        completedAt: notYetOrNow,
        // Of what comes again it is not null: the good task does not.
        due: mapOf(due, { date, time, zone }),
        priority: wholeNumber(0, 3),
        labels,
        assigneeId: nullable(
          "a word",
          { "the owner": owner, "a writer": writer },
          {
            "a reader": reader,
            "a stranger": stranger,
            "no uid": "",
            "a list of the owner": [owner],
            "the role of somebody": "owner",
          },
        ),
        checklist: items,
        checked: items,
        position,
        reminder: mapOf(reminder(), {
          at: {
            right: { "a time to come": Timestamp.fromMillis(Date.now() + 1e9) },
            wrong: { nothing: null, "a number": 7, "a day": "2026-12-31" },
          },
          uid: { right: {}, wrong: { nothing: null, "a list": [owner], "somebody else": writer } },
          state: oneOf(["waiting"], ["sent", "dropped", "", "Waiting"]),
        }),
        deletedAt: nullable("a moment", {}, { "a moment of the past": Timestamp.fromMillis(0) }),
        // Of lists that are not there: see moves.
        movedFrom: {
          right: { nothing: null },
          wrong: { "a list": ["home"], "a map": { home: 1 } },
        },
        movedTo: nullable("a word", {}, {}),
        createdBy: {
          right: { "who writes it": owner },
          wrong: { ...ofEveryType, "somebody else": writer },
        },
        createdAt: timeOfWriting,
        updatedAt: timeOfWriting,
      },
      good,
      create: (document) => setDoc(doc(as(owner), `lists/home/tasks/made-${made++}`), document),
      update: (fields) => change(as(owner), "lists/home/tasks/kept", fields),
    },
    ["createdAt"],
  );
});
