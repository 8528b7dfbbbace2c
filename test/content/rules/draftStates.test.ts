import type { DocumentData } from "firebase/firestore/lite";
import {
  type DraftAction,
  draftTransitions,
  mayDo,
} from "../../../functions/src/content/draft/states.ts";
import { DraftState } from "../../../functions/src/content/schema.ts";
import { denied, granted, guarded } from "../../support/rules.ts";
import {
  change,
  contributor,
  daysAgo,
  kept,
  members,
  owner,
  roles,
  save,
  standingSite,
} from "../support/rulesSites.ts";

const states = DraftState.options;
const NOTE = "Shorter, please.";

/** What rules decide, and how a client writes it. The rest is the server's. */
const writes = {
  save: (state) => ({ title: "Three days of bread", state }),
  submit: (state) => ({ state, note: "" }),
  withdraw: (state) => ({ state }),
  reject: (state) => ({ state, note: "Longer, please." }),
  approve: (state) => ({ state, note: "Well done." }),
} satisfies Partial<Record<DraftAction, (state: DraftState) => DocumentData>>;
type Written = keyof typeof writes;
const actions = Object.keys(writes) as Written[];

/** Where an action leads from some state: tried from every other, too. */
const usual = {
  submit: "in_review",
  withdraw: "draft",
  reject: "draft",
  approve: "ready",
} as const;

/** Whether it would be as it was: that is let through, as any write that comes twice. */
const changesNothing = (state: DraftState, action: Written) =>
  (action === "submit" || action === "withdraw") && usual[action] === state;

const whose = ["own", "another's"] as const;

/** A draft of `authorId` that stands in a state. */
const inState = (state: DraftState, authorId: string) =>
  kept(
    {
      state,
      // Who submits it takes away what was said of it.
      note: state === "in_review" ? "" : NOTE,
      publishAt: state === "scheduled" ? daysAgo(-1) : null,
      live: state === "published" ? { version: 1, slug: "bread", at: daysAgo(1) } : null,
    },
    authorId,
  );

interface Case {
  state: DraftState;
  action: Written;
  person: (typeof members)[number];
  of: (typeof whose)[number];
  id: string;
  next: DraftState;
  isGranted: boolean;
}

const cases = states.flatMap((state) =>
  actions.flatMap((action) =>
    members.flatMap((person) =>
      whose.map((of): Case => {
        const isOwn = of === "own";
        const id = `${state}-${action}-${person}-${isOwn}`;
        const leadsTo = draftTransitions[state][action];
        const role = roles[person];
        const may = mayDo(action, { role, isOwn, state });
        const isGranted = may && (leadsTo !== undefined || changesNothing(state, action));
        const next = leadsTo ?? (action === "save" ? state : usual[action]);
        return { state, action, person, of, id, next, isGranted };
      }),
    ),
  ),
);

const drafts = "sites/home/drafts";

describe("content rules: what becomes of a draft", () => {
  const { as } = guarded("content-states", {
    ...standingSite(),
    ...Object.fromEntries(
      cases.map(({ id, state, of, person }) => [
        `${drafts}/${id}`,
        inState(state, of === "own" ? person : "somebody"),
      ]),
    ),
    ...Object.fromEntries(states.map((state) => [`${drafts}/${state}`, inState(state, owner)])),
    [`${drafts}/noted`]: inState("in_review", contributor),
    [`${drafts}/approved`]: inState("in_review", contributor),
    [`${drafts}/begun`]: inState("draft", contributor),
    [`${drafts}/odd`]: { ...inState("draft", contributor), state: "canary" },
  });
  const write = (person: (typeof members)[number], id: string, action: Written, to: DraftState) =>
    action === "save"
      ? save(as(person), `${drafts}/${id}`, person, 1, writes.save(to))
      : change(as(person), `${drafts}/${id}`, writes[action](to));

  for (const state of states) {
    for (const action of actions) {
      const tried = cases.filter((one) => one.state === state && one.action === action);
      const allowed = tried.filter(({ isGranted }) => isGranted);
      const who = allowed.map(({ person, of }) => `${roles[person]}, ${of}`).join("; ") || "nobody";
      const leadsTo = changesNothing(state, action) ? "nothing" : draftTransitions[state][action];

      it(`${state}: ${action} leads to ${leadsTo ?? "nothing"} — ${who}`, () =>
        Promise.all(
          tried.map(({ person, id, next, isGranted, of }) => {
            const expected = isGranted ? granted : denied;
            return expected(write(person, id, action, next), `${person}, ${of}`);
          }),
        ));
    }
  }

  for (const from of states) {
    it(`${from}: leads nowhere else, not even by who owns the site`, async () => {
      const reached = actions.map((action) => draftTransitions[from][action]);
      for (const to of states.filter((state) => state !== from && !reached.includes(state))) {
        for (const note of [{}, { note: "" }, { note: "Why not." }]) {
          await denied(change(as(owner), `${drafts}/${from}`, { state: to, ...note }), to);
        }
        await denied(save(as(owner), `${drafts}/${from}`, owner, 1, { state: to }), `saved ${to}`);
      }
    });
  }

  it("says nothing beside it: no title, author, version, time or live copy", async () => {
    for (const fields of [
      { title: "Mine" },
      { authorId: owner },
      { updatedBy: owner },
      { publishAt: daysAgo(-1) },
      { live: { version: 1, slug: "mine", at: daysAgo(1) } },
      { kind: "page" },
      { deletedAt: null, canary: true },
      { createdAt: daysAgo(1) },
    ]) {
      const attempt = change(as(owner), `${drafts}/noted`, { state: "ready", ...fields });
      await denied(attempt, Object.keys(fields).join());
    }
  });

  it("is not left from where there is none, by who contributes", async () => {
    const path = `${drafts}/odd`;
    await denied(save(as(contributor), path, contributor, 1, { state: "canary" }));
    await denied(save(as(contributor), path, contributor, 1, { state: "draft" }));
    for (const state of states) await denied(change(as(contributor), path, { state }), state);
  });

  it("comes with a note of at most 1,000 characters, not blank, where it is rejected", async () => {
    const reject = (note: unknown) =>
      change(as(owner), `${drafts}/noted`, { state: "draft", note });
    for (const note of [" ", "\n", "x".repeat(1_001), 7, null, ["No."]]) {
      await denied(reject(note), JSON.stringify(note));
    }
    await granted(reject("😀".repeat(500)));
  });

  it("comes with a note of at most 1,000 characters, or with none, where it is approved", async () => {
    const approve = (note: unknown) =>
      change(as(owner), `${drafts}/approved`, { state: "ready", note });
    for (const note of ["x".repeat(1_001), 7, null, ["Yes."]]) {
      await denied(approve(note), JSON.stringify(note));
    }
    await granted(approve("😀".repeat(500)));
  });

  it("comes with no note where it is submitted", async () => {
    const submit = (note: unknown) =>
      change(as(contributor), `${drafts}/begun`, { state: "in_review", note });
    for (const note of ["Please.", NOTE, " ", null]) {
      await denied(submit(note), JSON.stringify(note));
    }
    await granted(submit(""));
  });
});
