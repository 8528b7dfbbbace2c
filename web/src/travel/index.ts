import { BedDouble } from "lucide";
import { type AppModule, page } from "../core/appModule.ts";

export const travel: AppModule = {
  entry: {
    title: "Travel",
    path: "/travel",
    icon: BedDouble,
    about: "Places to stay: search, hold the nights, pay, cancel by the policy.",
  },
  pages: [page("/travel", () => import("./Search.tsx"))],
};
