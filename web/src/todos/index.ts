import { ListChecks } from "lucide";
import { type AppModule, page } from "../core/appModule.ts";

export const todos: AppModule = {
  entry: {
    title: "Todos",
    path: "/todos",
    icon: ListChecks,
    about: "Lists that sync and are shared, also without a network.",
  },
  pages: [page("/todos", () => import("./Lists.tsx"))],
};
