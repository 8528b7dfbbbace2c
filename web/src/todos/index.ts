import { ListChecks } from "lucide";
import { type AppModule, page } from "../core/appModule.ts";

export const todos: AppModule = {
  name: "todos",
  entry: {
    title: "Todos",
    path: "/todos",
    icon: ListChecks,
    about: "Lists that sync and are shared, also without a network.",
  },
  pages: [
    page("/todos", () => import("./Lists.tsx")),
    page("/todos/mine", () => import("./mine/MinePage.tsx")),
    page("/todos/settings", () => import("./settings/SettingsPage.tsx")),
    page("/todos/invitations/:code", () => import("./sharing/InvitationPage.tsx")),
    page("/todos/:listId", () => import("./tasks/OpenTasks.tsx")),
    page("/todos/:listId/done", () => import("./tasks/DoneTasks.tsx")),
    page("/todos/:listId/bin", () => import("./tasks/BinnedTasks.tsx")),
    page("/todos/:listId/people", () => import("./sharing/PeoplePage.tsx")),
  ],
  links: { invite: (code) => `/todos/invitations/${code}` },
};
