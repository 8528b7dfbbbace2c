import { exitOnSignals } from "./ending.ts";
import { tour } from "./tour/index.ts";

exitOnSignals();
process.exit((await tour()) ? 0 : 1);
