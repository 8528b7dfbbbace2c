import { readFileSync } from "node:fs";
import { join } from "node:path";
import { endWithMessage } from "./ending.ts";
import { root } from "./paths.ts";
import { findRunning } from "./running.ts";
import { why } from "./why/why.ts";

/*
 * npm run why -- update products/tea '{"name": "", "updatedAt": "@now"}' --as customer@example.com
 * npm run why -- list orders --where 'state == paid' --order 'placedAt desc' --limit 20 --as <uid>
 *
 * Says why the rules deny that, by line and expression, or that they let it through: to whom is named, or to
 * somebody who is not signed in. It is tried on a copy of what npm start has running: nothing is written.
 */
const running = await findRunning("dev");
if (!running) endWithMessage("Nothing is running: npm start first.");
try {
  const rules = readFileSync(join(root, "firestore.rules"), "utf8");
  const reason = await why(running, rules, process.argv.slice(2));
  console.log(reason ?? "The rules let it through.");
  process.exit(reason === undefined ? 0 : 1);
} catch (error) {
  endWithMessage(error);
}
