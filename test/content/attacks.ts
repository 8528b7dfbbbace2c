import type { Attacks } from "../support/attacks.ts";

export const attacks = {
  "a draft, by whatever way to its document": {
    by: "a visitor, a member of another site's team and who was of this one",
    stoppedBy:
      "`roleAt(site)` reads the team of the site in the path; no collection group is open.",
  },
  "a draft, by its page": {
    by: "anybody who guesses its address, and a stranger who asks for a preview",
    stoppedBy:
      "`serveSite` reads published copies alone; `previewDraft` answers as if there were no such site.",
  },
  "an article that no editor has seen": {
    by: "a contributor, by the state of their draft or by the function that publishes",
    stoppedBy:
      "`isReviewed` has no step to `published`, and `ready` takes an editor; `mayDo` says the same.",
  },
  "what is published, by a write of their own": {
    by: "an author, an editor and an owner",
    stoppedBy:
      "Rules let counts and `commentsOpen` change in an article; `publishArticle` writes the rest.",
  },
  "another's saving": {
    by: "a writer who saves over it, by its version or a higher one",
    stoppedBy: "`isSaved` takes the version that follows the one that stands.",
  },
  "another site by an id that is there, too": {
    by: "an editor of one site",
    stoppedBy: "Roles are of the site in the path or the input: `roleAt` and `requireSiteRole`.",
  },
  "a role above their own at a site": {
    by: "an editor, a reader and a stranger, by the whole map or by one field of it",
    stoppedBy: "`match /siteTeams/{site}` lets who is no owner leave, and no more.",
  },
  "a site that is nobody's": {
    by: "the only owner, by leaving or by being less",
    stoppedBy: "`isTeam` asks for an owner among `roles` after each write.",
  },
  "likes and followers from nowhere": {
    by: "a visitor, by a count alone, by more than one, or in another's name",
    stoppedBy:
      "`change` is what the commit does to the caller's own marker; the count moves by that.",
  },
  "what another likes, follows or may say, behind their own": {
    by: "a visitor, by one more write in a commit that is right",
    stoppedBy: "`isUser(uid)` in the rule of each marker: a count that is right excuses no other.",
  },
  "a comment in another's name, or above the rest": {
    by: "a visitor, by its author, its approval or an answer to what is not there",
    stoppedBy: "`isComment`, and the caller's uid and `approved == false` in each write.",
  },
  "a flood of comments": {
    by: "a visitor, by many in a commit, without the mark of slow mode or with one of before",
    stoppedBy:
      "`isMarked` ties each comment to the one mark of its author, which `slowSeconds` hold back.",
  },
  "their own comment, after it was hidden": {
    by: "its author, a contributor and the author of the article",
    stoppedBy: "`hidden` is no field that rules let change; `moderateComment` is for editors.",
  },
  "another's comment, by reports": {
    by: "a visitor, by many reports, in other names or of their own count",
    stoppedBy:
      "A report's id is its author's uid, made once; `reported` is written by `followReport` alone.",
  },
  "script in an article": {
    by: "an author, by Markdown, a title, a cover or a tag",
    stoppedBy:
      "`htmlOf` keeps what is on its list; pages escape the rest, and `isWebAddress` is `https`.",
  },
  "script in a comment": {
    by: "a visitor, by its text or the name above it",
    stoppedBy:
      "`html` escapes every word of a comment, and `contentSecurityPolicy` runs no script.",
  },
  "what another likes and follows": {
    by: "a visitor and an owner, by path, list or a query over all such",
    stoppedBy: "`isUser(uid)` compares the path with the token.",
  },
  "an invitation to another's team": {
    by: "who has seen the code, and a former owner by their other address",
    stoppedBy: "It is for one address, once, and counts while `invitedBy` is an owner.",
  },
} satisfies Attacks;
