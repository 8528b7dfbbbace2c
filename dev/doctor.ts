import { report } from "./preflight/check.ts";
import { inspect } from "./preflight/index.ts";

const { checks, machine } = await inspect();
console.log(`\n${report(checks)}\n`);
console.log(machine ? "This machine is ready: npm start" : "Not ready yet: see the arrows above.");
process.exitCode = machine ? 0 : 1;
