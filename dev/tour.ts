import { exitOnSignals } from "./ending.ts";
import { onPlatform } from "./onPlatform.ts";
import { play } from "./tour/index.ts";

exitOnSignals();
process.exit((await onPlatform((running) => play(running))) ? 0 : 1);
