import { accounts } from "./accounts/index.ts";
import { content } from "./content/index.ts";
import type { AppModule } from "./core/appModule.ts";
import { core } from "./core/index.ts";
import { shop } from "./shop/index.ts";
import { todos } from "./todos/index.ts";
import { travel } from "./travel/index.ts";

/** The map of the app: a line for each module. Its pages are loaded when somebody goes there. */
export const modules: readonly AppModule[] = [shop, todos, content, travel, accounts, core];
