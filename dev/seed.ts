import { seed } from "./functions.ts";
import { findRunning } from "./running.ts";

const running = await findRunning("dev");
if (!running) {
  console.error("Nothing is running: npm start seeds what it starts.");
  process.exit(1);
}
console.log(await seed(running));
