import { Newspaper } from "lucide";
import { type AppModule, page } from "../core/appModule.ts";

export const content: AppModule = {
  entry: {
    title: "Sites",
    path: "/studio",
    icon: Newspaper,
    about: "Write, preview, publish now or later; readers comment.",
  },
  pages: [page("/studio", () => import("./Studio.tsx"))],
};
