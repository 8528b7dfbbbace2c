import { setGlobalOptions } from "firebase-functions/options";
import { refuseDebugMode } from "./production.ts";
import { region } from "./settings.ts";

refuseDebugMode(process.env);
setGlobalOptions({ region, maxInstances: 20 });
