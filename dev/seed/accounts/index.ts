import { Profile, profiles, usernames } from "../../../functions/src/accounts/schema.ts";
import { stamp } from "../../../functions/src/core/clock.ts";
import { commit, create } from "../../../functions/src/core/decide.ts";
import { people } from "../people.ts";

/** Gives the people of the demo their profiles and names, who have none. Answers what there is then. */
export async function seedAccounts(): Promise<string> {
  for (const { uid, username, displayName } of people) {
    // Who has taken another name since keeps that: each has one.
    if ((await profiles.doc(uid).get()).exists) continue;
    const now = stamp();
    const profile = { username, displayName, bio: "", avatar: "", createdAt: now, updatedAt: now };
    await commit([
      create(profiles.doc(uid), Profile.parse(profile)),
      create(usernames.doc(username.toLowerCase()), { uid, createdAt: now }),
    ]);
  }
  return `${people.length} people`;
}
