import { waitForMail } from "../../mailbox.ts";
import type { Running } from "../../running.ts";
import type { Narrator } from "../narrator.ts";
import { type Apps, joined, type Site } from "./people.ts";

/** A site, and somebody who is invited to write for it. */
export async function found(apps: Apps, running: Running, tell: Narrator): Promise<Site> {
  const { inboxUrl } = running;

  tell.step("Found a site");
  const people = {
    owner: await joined(apps.owner, "owner", running),
    author: await joined(apps.author, "author", running),
    reader: await joined(apps.reader, "reader", running),
  };
  const siteId = `tea-notes-${Date.now().toString(36)}`;
  await apps.owner.content.call.createSite({
    siteId,
    title: "Tea notes",
    description: "What is worth knowing of a cup.",
    theme: { accent: "#7a4b12", font: "serif", scheme: "auto", logo: null },
    navigation: [{ label: "Green tea", to: "/tag/green-tea" }],
    comments: { open: true, slowSeconds: 60, hideAt: 2 },
  });
  tell.say(`It is called ${siteId}.`);
  await tell.refused("Another at the same address", "site-taken", () =>
    apps.reader.content.call.createSite({ siteId, title: "Mine" }),
  );

  tell.step("Invite somebody to write for it");
  const email = people.author.email ?? "";
  await apps.owner.content.call.inviteToSite({ siteId, email, role: "contributor" });
  const invitation = await waitForMail(inboxUrl, email, "invited to write");
  tell.say("", ...invitation.text.trim().split("\n"), "");
  const [, code = ""] = /\?siteInvite=(\S+)/.exec(invitation.text) ?? [];
  await tell.refused("The invitation of somebody else", "no-such-invite", () =>
    apps.reader.content.call.acceptSiteInvite({ code }),
  );
  const { role } = await apps.author.content.call.acceptSiteInvite({ code });
  tell.expect(role === "contributor", `they are of the team, as a ${role}`);
  return { siteId, people };
}
