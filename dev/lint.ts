import { lintChecks, runChecks } from "./checks.ts";

process.exitCode = (await runChecks(lintChecks)).failures.length > 0 ? 1 : 0;
