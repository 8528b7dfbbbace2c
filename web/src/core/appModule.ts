import type { Staff } from "kindling-client";
import type { FunctionComponent } from "preact";
import { lazy } from "preact-iso";
import type { IconNode } from "./ui/Icon.tsx";

/** A page, and how it is loaded once somebody goes there. `:names` of the path are in `useRoute`. */
export interface AppPage {
  path: string;
  component: FunctionComponent;
}

/** An entry of a menu. */
export interface MenuEntry {
  title: string;
  path: string;
  icon: IconNode;
}

/** An entry of the staff menu: for these roles, and for admins. */
export interface StaffEntry extends MenuEntry {
  roles: readonly Staff["role"][];
}

/** What a module brings to the app. */
export interface AppModule {
  /** Its folder. Its pages stand in an element of the class `of-<name>`, and so does its CSS. */
  name: string;
  /** Its place in the main menu, and on the home page with a sentence of what it is. */
  entry?: MenuEntry & { about: string };
  pages: readonly AppPage[];
  /** In the menu of whoever is logged in. */
  account?: readonly MenuEntry[];
  staff?: readonly StaffEntry[];
  /** Brings what a guest has made into the account that they have logged in to. */
  adoptGuest?: (guestToken: string) => Promise<unknown>;
  /**
   * Where links of mails lead, by the name of their parameter: `/?invite=CODE` goes on to what
   * `invite` answers for CODE.
   */
  links?: Readonly<Record<string, (code: string) => string>>;
}

/** A page that is loaded when it is needed: the file's default export. */
export const page = (
  path: string,
  load: () => Promise<{ default: FunctionComponent }>,
): AppPage => ({ path, component: lazy(load) });
