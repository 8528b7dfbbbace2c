import { stamp } from "../../core/clock.ts";
import { decide, remove, update } from "../../core/decide.ts";
import { queueMail } from "../../core/mail/queue.ts";
import { addressToWrite } from "../../core/recipient.ts";
import { sites } from "../schema.ts";
import { siteInherited } from "../team/mails.ts";
import { siteRoles, type Team, teams } from "../team/schema.ts";

/**
 * Takes somebody out of all teams. A site that nobody else owns goes to who may do most there, and of
 * those to who has been there for longest, who is written so; one where nobody else is is taken down
 * (content-sweep deletes it). Safe to run again after any step.
 */
export async function leaveTeams(uid: string): Promise<void> {
  const theirs = teams.where("memberIds", "array-contains", uid).limit(1);
  for (let page = await theirs.get(); page.docs[0]; page = await theirs.get()) {
    await leave(page.docs[0].id, uid);
  }
}

/** One step of it: where somebody comes or goes meanwhile, nothing, and the next looks again. */
async function leave(siteId: string, uid: string): Promise<void> {
  const candidates = heirsOf((await teams.doc(siteId).get()).data(), uid);
  const { heir, to } = await firstToReach(candidates);
  await decide(async (read) => {
    const [found, site] = await read(teams.doc(siteId), sites.doc(siteId));
    const team = found.data();
    if (!team?.memberIds.includes(uid)) return { answer: undefined };
    if (heirsOf(team, uid).join() !== candidates.join()) return { answer: undefined };
    const at = stamp();
    const { [uid]: left, ...roles } = team.roles;
    const memberIds = team.memberIds.filter((member) => member !== uid);
    if (memberIds.length === 0) {
      const down = site.exists ? [update(site, { deletedAt: at, updatedAt: at })] : [];
      return { answer: undefined, writes: [remove(found), ...down] };
    }
    const inherited = heir === undefined ? {} : { [heir]: "owner" as const };
    const rest = { roles: { ...roles, ...inherited }, memberIds, updatedAt: at };
    // Somebody may get the same site twice.
    const occasion = `${siteId}_${at.toMillis()}`;
    const mail = siteInherited(site.data()?.title ?? siteId);
    const told = to === null ? [] : [queueMail("site-inherited", occasion, to, mail)];
    return { answer: undefined, writes: [update(found, rest), ...told] };
  });
}

/**
 * Who may own the site next, where nobody else does, best first. Members are in the order in which
 * they came.
 */
function heirsOf(team: Team | undefined, uid: string): string[] {
  const others = team?.memberIds.filter((member) => member !== uid) ?? [];
  if (!team || others.some((member) => team.roles[member] === "owner")) return [];
  return siteRoles
    .toReversed()
    .flatMap((role) => others.filter((member) => team.roles[member] === role));
}

/** Who is shut out could do nothing for it: the first who is not, if there is one. */
async function firstToReach(
  candidates: readonly string[],
): Promise<{ heir: string | undefined; to: string | null }> {
  for (const heir of candidates) {
    const to = await addressToWrite(heir);
    if (to !== null) return { heir, to };
  }
  return { heir: candidates[0], to: null };
}
