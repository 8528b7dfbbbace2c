import { products } from "../../functions/src/shop/schema.ts";
import { catalogue } from "./catalogue/index.ts";
import { invite, people } from "./people.ts";
import { plant } from "./plant.ts";

// Puts the demo catalogue and its people onto a platform: what is missing of them, or, with
// --if-empty, all or nothing, so that what a developer has deleted stays deleted. Speaks to the emulators named in the environment and to nothing else.
for (const name of ["FIRESTORE_EMULATOR_HOST", "FIREBASE_AUTH_EMULATOR_HOST", "GCLOUD_PROJECT"]) {
  if (!process.env[name]) throw new Error(`${name} is not set: start it with npm run seed.`);
}

const onlyIfEmpty = process.argv.includes("--if-empty");
if (!onlyIfEmpty || (await products.limit(1).get()).empty) {
  for (const person of people) await invite(person);
  for (const [category, items] of Object.entries(catalogue)) {
    await Promise.all(items.map((item) => plant(category, item)));
  }
}
const { count } = (await products.count().get()).data();
console.log(`${count} products.`);
process.exit(0);
