import { screens as accounts } from "./accounts.ts";
import { screens as content } from "./content.ts";
import { screens as core } from "./core.ts";
import type { Screen } from "./screen.ts";
import { screens as shop } from "./shop.ts";
import { screens as todos } from "./todos.ts";
import { screens as travel } from "./travel.ts";

export type { Screen } from "./screen.ts";

/** Every screen of the web app. */
export const screens: readonly Screen[] = [
  ...core,
  ...shop,
  ...todos,
  ...content,
  ...travel,
  ...accounts,
];
