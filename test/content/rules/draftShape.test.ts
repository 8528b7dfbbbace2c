import { doc, setDoc, Timestamp } from "firebase/firestore/lite";
import { guarded } from "../../support/rules.ts";
import { mapOf, only, optionalLine, webAddress } from "../../support/rulesFields.ts";
import {
  keepsShape,
  ofEveryType,
  optionalText,
  timeOfWriting,
  without,
} from "../../support/rulesShape.ts";
import { draft } from "../support/rulesDocuments.ts";
import { addressOrNone, byline, tags } from "../support/rulesFields.ts";
import { author, editor, kept, save, standingSite } from "../support/rulesSites.ts";

const live = { version: 1, slug: "two-days-of-bread", at: Timestamp.fromMillis(0) };

describe("content rules: drafts, in shape", () => {
  const { as } = guarded("content-draft-shape", {
    ...standingSite(),
    "sites/home/drafts/kept": kept(),
  });
  const drafts = "sites/home/drafts";
  let made = 0;
  let version = 1;

  keepsShape(
    {
      fields: {
        title: optionalLine(200),
        slug: addressOrNone,
        summary: optionalLine(500),
        body: optionalText(50_000),
        tags,
        cover: mapOf(
          { url: "https://example.com/bread.jpg", alt: "A loaf" },
          { url: webAddress, alt: optionalLine(200) },
        ),
        byline,
        // A page is begun by editors.
        kind: only("an article", "article", { "a page": "page", "no kind": "", another: "canary" }),
        authorId: only("who writes it", author, { "somebody else": editor }),
        version: {
          right: { "the first": 1 },
          wrong: {
            ...without(ofEveryType, "a number"),
            "one that is far": 7_000,
            "none yet": 0,
            "one below": -1,
            "one and a half": 1.5,
            "no number": Number.NaN,
            "a number in words": "1",
          },
        },
        updatedBy: only("who writes it", author, { "somebody else": editor }),
        state: only("a draft", "draft", {
          "what is under review": "in_review",
          "what is ready": "ready",
          "what is scheduled": "scheduled",
          "what is out": "published",
          "no state": "",
        }),
        note: only("none", ""),
        publishAt: only("nothing", null, { "a time to come": Timestamp.fromMillis(4e12) }),
        live: only("nothing", null, { "what is out": live }),
        deletedAt: only("nothing", null, {
          "the server's time": timeOfWriting.right["the server's time"],
        }),
        createdAt: timeOfWriting,
        updatedAt: timeOfWriting,
      },
      good: () => draft(author),
      create: (document) => setDoc(doc(as(author), `${drafts}/made-${made++}`), document),
      update: async (fields) => {
        await save(as(author), `${drafts}/kept`, author, version, fields);
        version++;
      },
    },
    ["version", "createdAt"],
  );
});
