import { tableOf } from "../../../dev/docs/markdown.ts";
import {
  type AccessTable,
  type Collection,
  type Deed,
  type Operation,
  operations,
} from "./table.ts";

export const nameOf = ({ path, which }: Collection): string =>
  `\`${path}\`${which ? `, ${which}` : ""}`;

/** Who may do what in a collection, in one line. */
export function whoIn({ cast }: AccessTable, { who }: Collection): string {
  const roles = Object.entries(cast.roles);
  const kinds = [...new Set(roles.map(([role]) => inShort(who[role])))].filter(
    (may) => may !== NONE,
  );
  const said = kinds.map((may) => {
    const people = roles.filter(([role]) => inShort(who[role]) === may);
    const called = people.map(([, one]) => one.called).join(", ");
    return `${people.length === roles.length ? "everybody" : called}: ${may}`;
  });
  return said.join("; ") || "nobody";
}

/** Who may do a thing, in one line. */
export function whoDoes({ cast }: AccessTable, { who }: Deed): string {
  if (who.length === Object.keys(cast.roles).length) return "everybody";
  return who.map((role) => cast.roles[role]?.called).join(", ") || "nobody";
}

const NONE = "–";

/** In the words of the rules: `read` is get and list, `write` is create, update and delete. */
function inShort(may: readonly Operation[] = []): string {
  const words = operations.filter((operation) => may.includes(operation)).join(", ");
  return words.replace("get, list", "read").replace("create, update, delete", "write") || NONE;
}

/** Who may do what with which documents. */
export function collectionsTable({ cast, collections }: AccessTable): string {
  const named = collections.flatMap(({ who }) => Object.keys(who));
  const roles = Object.entries(cast.roles).filter(([role]) => named.includes(role));
  return tableOf(
    ["collection", ...roles.map(([, { called }]) => called), "how"],
    collections.map((row) => [
      nameOf(row),
      ...roles.map(([role]) => inShort(row.who[role])),
      howOf(row),
    ]),
  );
}

function howOf({ who, by = [], page, how }: Collection): string {
  const isListed = Object.values(who).some((may) => may?.includes("list"));
  const fields = by.filter((field) => field !== null).map((field) => `\`${field}\``);
  return [
    ...(isListed && fields.length > 0 ? [`listed by ${fields.join(", or ")}`] : []),
    ...(page ? [`${page} to the page`] : []),
    ...(how ? [how] : []),
  ].join("; ");
}

/** Who may do what, in words. */
export function deedsTable({ cast, deeds = [] }: AccessTable): string {
  const named = deeds.flatMap(({ who }) => who);
  const roles = Object.entries(cast.roles).filter(
    ([role]) => role === "nobody" || named.includes(role),
  );
  return tableOf(
    ["", ...roles.map(([, { called }]) => called)],
    deeds.map(({ on, does, who }) => [
      `${on}: ${does}`,
      ...roles.map(([role]) => (who.includes(role) ? "yes" : NONE)),
    ]),
  );
}

/** Who may call what. */
export const callablesTable = ({ callables }: AccessTable): string =>
  tableOf(
    ["callable", "who", "refuses (beside input, sign-in and role)"],
    Object.entries(callables).map(([name, { who, refuses }]) => [
      `\`${name}\``,
      who,
      refuses.map((said) => said.replace(/^[\w-]+/, "`$&`")).join(", ") || NONE,
    ]),
  );
