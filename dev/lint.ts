import { lintChecks, runChecks } from "./checks.ts";

process.exitCode = runChecks(lintChecks).failed > 0 ? 1 : 0;
