import type { Page } from "playwright-core";
import type { Screen } from "./screen.ts";

const as = "customer@example.com";
const list = "/todos/demo-housewarming";

const heading = (name: string) => (page: Page) => page.getByRole("heading", { name }).waitFor();
const text = (words: string) => (page: Page) => page.getByText(words).first().waitFor();

export const screens: readonly Screen[] = [
  {
    name: "todos-logged-out",
    path: "/todos",
    ready: text("Lists are kept under your account."),
  },
  { name: "todos-lists", path: "/todos", as, ready: heading("Housewarming") },
  {
    name: "todos-put-aside",
    path: "/todos?show=aside",
    as,
    ready: heading("A week at the lake"),
  },
  {
    name: "todos-lists-bin",
    path: "/todos?show=bin",
    as: "host@example.com",
    ready: text("The bin is empty."),
  },
  { name: "todos-list", isShown: true, path: list, as, ready: text("Order the cake") },
  {
    name: "todos-task",
    isShown: true,
    path: `${list}?task=cake`,
    as,
    ready: text("Lemon it is."),
  },
  {
    name: "todos-task-repeats",
    path: `${list}?task=bottles`,
    as,
    ready: (page) => page.getByLabel("Weeks apart").waitFor(),
  },
  {
    name: "todos-list-reader",
    path: list,
    as: "orders@example.com",
    ready: text("You read along on this list"),
  },
  {
    name: "todos-task-reader",
    path: `${list}?task=cake`,
    as: "orders@example.com",
    ready: text("Lemon it is."),
  },
  {
    name: "todos-list-put-aside",
    path: "/todos/demo-lake",
    as,
    ready: text("Get the deposit back"),
  },
  {
    name: "todos-no-such-list",
    path: "/todos/nowhere",
    as,
    ready: text("There is no such list for you"),
  },
  { name: "todos-done", path: `${list}/done`, as, ready: text("Send the invitations") },
  {
    name: "todos-bin",
    path: `${list}/bin`,
    as,
    ready: text("Put a photo booth into the hall"),
  },
  { name: "todos-people", path: `${list}/people`, as, ready: heading("Invite somebody") },
  {
    name: "todos-leave",
    path: `${list}/people`,
    as: "orders@example.com",
    ready: heading("Leave the list"),
  },
  { name: "todos-mine", path: "/todos/mine", as, ready: text("Hang up the lanterns") },
  {
    name: "todos-settings",
    path: "/todos/settings",
    as,
    ready: (page) => page.getByLabel("By the clocks of").waitFor(),
  },
  {
    name: "todos-invitation",
    path: "/todos/invitations/demo-housewarming.code",
    as,
    ready: (page) => page.getByRole("button", { name: "Join the list" }).waitFor(),
  },
];
