import { Profile, profiles, usernames } from "../../../functions/src/accounts/schema.ts";
import { stamp } from "../../../functions/src/core/clock.ts";
import { people } from "../people.ts";

/** Gives the people of the demo their profiles and names. Answers what there is then. */
export async function seedAccounts(): Promise<string> {
  for (const { uid, username, displayName } of people) {
    const now = stamp();
    const profile = { username, displayName, bio: "", avatar: "", createdAt: now, updatedAt: now };
    await profiles.doc(uid).set(Profile.parse(profile));
    await usernames.doc(username.toLowerCase()).set({ uid, createdAt: now });
  }
  return `${people.length} people`;
}
