import type { Screen } from "./screen.ts";

const admin = "admin@example.com";

const heading =
  (name: string): Screen["ready"] =>
  (page) =>
    page.getByRole("heading", { name, exact: true }).waitFor();

export const screens: readonly Screen[] = [
  { name: "home", isShown: true, path: "/", ready: heading("Start your app from here") },
  { name: "not-found", path: "/no-such-page", ready: heading("There is no such page") },
  { name: "staff-home", path: "/staff", as: admin, ready: heading("Mail") },
  {
    name: "staff-mail",
    path: "/staff/mail",
    as: admin,
    // The demo begins with an empty outbox.
    ready: (page) => page.locator(".lines li, .empty").first().waitFor(),
  },
  {
    name: "staff-mail-failed",
    path: "/staff/mail?show=failed",
    as: admin,
    ready: (page) => page.locator(".lines li, .empty").first().waitFor(),
  },
  {
    name: "staff-only",
    path: "/staff/mail",
    as: "customer@example.com",
    ready: (page) => page.getByText("This is for staff", { exact: true }).waitFor(),
  },
];
