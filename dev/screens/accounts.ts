import type { Screen } from "./screen.ts";

const as = "customer@example.com";
const admin = "admin@example.com";

const heading =
  (name: string): Screen["ready"] =>
  (page) =>
    page.getByRole("heading", { name, exact: true }).waitFor();

export const screens: readonly Screen[] = [
  { name: "accounts-log-in", path: "/login", ready: heading("Log in") },
  { name: "accounts-sign-up", path: "/signup", ready: heading("Sign up") },
  { name: "accounts-reset", path: "/reset", ready: heading("Choose a new password") },
  {
    name: "accounts-profile",
    path: "/account",
    as,
    ready: (page) => page.getByText("This is yours.").waitFor(),
  },
  { name: "accounts-details", path: "/account/details", as, ready: heading("How to reach you") },
  {
    name: "accounts-logging-in",
    isShown: true,
    path: "/account/security",
    as,
    ready: heading("Your devices"),
  },
  { name: "accounts-data", path: "/account/data", as, ready: heading("Delete your account") },
  { name: "accounts-person", path: "/people/demo-customer", ready: heading("Customer") },
  {
    name: "staff-people",
    path: "/staff/people",
    as: admin,
    ready: (page) => page.getByRole("link", { name: admin }).waitFor(),
  },
  {
    name: "staff-members",
    path: "/staff/people?show=staff",
    as: admin,
    ready: (page) => page.getByRole("link", { name: "Inventory manager" }).waitFor(),
  },
  {
    name: "staff-leaving",
    path: "/staff/people?show=leaving",
    as: admin,
    ready: (page) => page.locator(".lines li, .empty").first().waitFor(),
  },
  {
    name: "staff-person",
    path: "/staff/people/demo-orders",
    as: admin,
    ready: (page) => page.getByRole("button", { name: "Disable" }).waitFor(),
  },
  {
    name: "staff-audit",
    path: "/staff/audit",
    as: admin,
    ready: (page) => page.getByText("Signed up").first().waitFor(),
  },
];
