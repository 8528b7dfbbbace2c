import { UserRound } from "lucide";
import { type AppModule, page } from "../core/appModule.ts";

export const accounts: AppModule = {
  pages: [
    page("/login", () => import("./LogIn.tsx")),
    page("/signup", () => import("./SignUp.tsx")),
  ],
  account: [{ title: "Account", path: "/account", icon: UserRound }],
};
