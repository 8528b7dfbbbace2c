import type { Screen } from "./screen.ts";

export const screens: readonly Screen[] = [
  {
    name: "home",
    path: "/",
    ready: (page) => page.getByRole("heading", { name: "Start your app from here" }).waitFor(),
  },
];
