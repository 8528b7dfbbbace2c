import { Mail } from "lucide";
import { type AppModule, page } from "./appModule.ts";

/** What belongs to no module. */
export const core: AppModule = {
  name: "core",
  pages: [
    page("/staff", () => import("./staff/StaffHome.tsx")),
    page("/staff/mail", () => import("./staff/Outbox.tsx")),
    page("/staff/mail/:id", () => import("./staff/OneMail.tsx")),
  ],
  staff: [{ title: "Mail", path: "/staff/mail", icon: Mail, roles: [] }],
};
