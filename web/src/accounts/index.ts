import { ScrollText, UserRound, UsersRound } from "lucide";
import { type AppModule, page } from "../core/appModule.ts";

export const accounts: AppModule = {
  name: "accounts",
  pages: [
    page("/login", () => import("./LogIn.tsx")),
    page("/signup", () => import("./SignUp.tsx")),
    page("/reset", () => import("./ResetPassword.tsx")),
    page("/account", () => import("./account/MyProfile.tsx")),
    page("/account/details", () => import("./account/Details.tsx")),
    page("/account/security", () => import("./account/Security.tsx")),
    page("/account/data", () => import("./account/YourData.tsx")),
    page("/people/:uid", () => import("./Person.tsx")),
    page("/staff/people", () => import("./staff/People.tsx")),
    page("/staff/people/:uid", () => import("./staff/OnePerson.tsx")),
    page("/staff/audit", () => import("./staff/Audit.tsx")),
  ],
  staff: [
    { title: "People", path: "/staff/people", icon: UsersRound, roles: [] },
    { title: "Audit", path: "/staff/audit", icon: ScrollText, roles: [] },
  ],
  account: [{ title: "Account", path: "/account", icon: UserRound }],
};
