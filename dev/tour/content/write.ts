import { doc, getDoc, getDocs, setDoc } from "firebase/firestore";
import { newDraft } from "../../../client/src/index.ts";
import type { Narrator } from "../narrator.ts";
import type { Apps, Site, Written } from "./people.ts";

/** A draft that is saved as it grows, by one and another, and approved. */
export async function write(apps: Apps, site: Site, tell: Narrator): Promise<Written> {
  const { siteId, people } = site;
  const [own, editors] = [apps.author.content, apps.owner.content];

  tell.step("Write, and save as one goes");
  const draft = doc(own.documents.drafts(siteId));
  const articleId = draft.id;
  await setDoc(draft, newDraft(people.author.uid, { byline: "A contributor" }));
  const begun = (await getDoc(draft)).data()!;
  const said = {
    title: "How hot for green tea?",
    body: "Not **boiling**: about 75 °C.\n\n<script>alert('nor this')</script>\n",
    tags: ["green-tea"],
  };
  const saved = await own.saveDraft(siteId, articleId, begun, said, people.author.uid);
  tell.say(`Version ${saved.version}, by one write and no read.`);
  await tell.refused("A save on top of somebody else's", "version-conflict", () =>
    editors.saveDraft(siteId, articleId, begun, { title: "Tea" }, people.owner.uid),
  );
  await tell.refused("A look at it by who is not of the team", "permission-denied", () =>
    getDocs(apps.reader.content.documents.draftsOf(siteId)),
  );
  const { html } = await own.call.previewDraft({ siteId, articleId });
  tell.expect(!html.includes("<script>alert"), "its preview is a page in which no script is left");

  tell.step("Have it approved");
  await own.reviewDraft(siteId, articleId, "submit", saved);
  await tell.refused("Publishing it oneself before", "not-yours", () =>
    own.call.publishArticle({ siteId, articleId, version: saved.version }),
  );
  const submitted = (await getDoc(draft)).data()!;
  await editors.reviewDraft(siteId, articleId, "reject", submitted, "Say for how long, too.");
  const returned = (await getDoc(draft)).data()!;
  tell.say(`It comes back: "${returned.note}"`);
  const longer = { body: `${said.body}\nTwo minutes.\n` };
  const better = await own.saveDraft(siteId, articleId, returned, longer, people.author.uid);
  await own.reviewDraft(siteId, articleId, "submit", better);
  await tell.refused("Approving what one has not seen", "version-conflict", () =>
    editors.reviewDraft(siteId, articleId, "approve", submitted),
  );
  const seen = (await getDoc(draft)).data()!;
  await editors.reviewDraft(siteId, articleId, "approve", seen);
  const { state } = (await getDoc(draft)).data()!;
  tell.expect(state === "ready", `now it is ${state}`);
  return { ...site, articleId };
}
