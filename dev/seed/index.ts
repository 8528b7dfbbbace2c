import { staff } from "../../functions/src/core/roles.ts";
import { seedAccounts } from "./accounts/index.ts";
import { seedContent } from "./content/index.ts";
import { invite, people } from "./people.ts";
import { seedShop } from "./shop/index.ts";
import { seedTodos } from "./todos/index.ts";
import { seedTravel } from "./travel/index.ts";

// Puts the demo people and the demo data of each module onto a platform: what is missing of them,
// or, with --if-empty, all or nothing, so that what a developer has deleted stays deleted. Speaks
// to the emulators named in the environment and to nothing else.
const modules = [seedAccounts, seedShop, seedTodos, seedContent, seedTravel];

for (const name of ["FIRESTORE_EMULATOR_HOST", "FIREBASE_AUTH_EMULATOR_HOST", "GCLOUD_PROJECT"]) {
  if (!process.env[name]) throw new Error(`${name} is not set: start it with npm run seed.`);
}
if (process.argv.includes("--if-empty") && !(await staff.limit(1).get()).empty) {
  console.log("Your data of last time.");
  process.exit(0);
}
const contents: string[] = [];
for (const seed of modules) contents.push(await seed());
// Last, since they are what tells a platform that is seeded.
for (const person of people) await invite(person);
console.log(`Seeded: ${contents.join(", ")}.`);
process.exit(0);
