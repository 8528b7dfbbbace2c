import { doc, setDoc } from "firebase/firestore/lite";
import { guarded } from "../../support/rules.ts";
import {
  keepsShape,
  ofEveryType,
  standing,
  text,
  timeOfWriting,
} from "../../support/rulesShape.ts";
import { comment, task } from "../support/documents.ts";
import { change, owner, shared, writer } from "../support/rulesLists.ts";

describe("todos rules: comments, in shape", () => {
  const { as } = guarded("todos-comment-shape", {
    "lists/home": shared(),
    "lists/home/tasks/milk": standing(task(owner)),
    "lists/home/tasks/milk/comments/kept": standing(comment(writer)),
  });
  const comments = "lists/home/tasks/milk/comments";
  let made = 0;
  const said = text(2_000);

  keepsShape(
    {
      fields: {
        text: { ...said, right: { ...said.right, "two lines": "The oat one.\nNot the other." } },
        authorId: {
          right: { "who writes it": writer },
          wrong: { ...ofEveryType, "somebody else": owner },
        },
        createdAt: timeOfWriting,
        updatedAt: timeOfWriting,
      },
      good: () => comment(writer),
      create: (document) => setDoc(doc(as(writer), `${comments}/made-${made++}`), document),
      update: (fields) => change(as(writer), `${comments}/kept`, fields),
    },
    ["createdAt"],
  );
});
