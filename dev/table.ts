import type { Platform } from "./platform.ts";
import { PASSWORD, people } from "./seed/people.ts";

/** What runs where, who can log in, what to try next. */
export function table({ hosts, inboxUrl, paymentsUrl, uiUrl, moved, project }: Platform): string {
  const where = [
    ["Web app", `http://${hosts.hosting}`],
    ["Inbox", inboxUrl],
    ["Payments", paymentsUrl ?? "https://dashboard.stripe.com/test/payments"],
    ...(uiUrl ? [["Emulator UI", uiUrl]] : []),
    ["Functions", `http://${hosts.functions}`],
    ["Firestore", hosts.firestore],
    ["Auth", `http://${hosts.auth}`],
    ["Project", project],
  ];
  const who = people.map(({ email, displayName }) => [displayName, email]);
  const next = [
    ["npm run tour", "an app's first use: sign-up, an order, a shared list, a site, a stay"],
    ["npm test", "the proof; npm test -- shop runs a part of it against this"],
    ["functions/src", "save a file there, or in web/src: it is live a few seconds later"],
    ["Ctrl-C", "stops everything and keeps the data"],
  ];
  const taken = moved.map(
    ([service, port, now]) => `  Port ${port} is taken: ${service} is on ${now}.`,
  );
  return [
    ...section("Running", where),
    ...(taken.length > 0 ? [...taken, ""] : []),
    ...section(`Log in (password: ${PASSWORD})`, who),
    ...section("Try", next),
  ].join("\n");
}

const section = (title: string, rows: readonly (readonly string[])[]): string[] => [
  title,
  ...rows.map(([name = "", value = ""]) => `  ${name.padEnd(18)} ${value}`),
  "",
];
