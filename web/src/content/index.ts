import { Newspaper } from "lucide";
import { type AppModule, page } from "../core/appModule.ts";

export const content: AppModule = {
  name: "content",
  entry: {
    title: "Sites",
    path: "/studio",
    icon: Newspaper,
    about: "Write, preview, publish now or later; readers comment.",
  },
  pages: [
    page("/studio", () => import("./studio/Studio.tsx")),
    page("/studio/:siteId", () => import("./site/Drafts.tsx")),
    page("/studio/:siteId/comments", () => import("./site/Comments.tsx")),
    page("/studio/:siteId/team", () => import("./site/Team.tsx")),
    page("/studio/:siteId/settings", () => import("./site/Settings.tsx")),
    page("/studio/:siteId/drafts/:draftId", () => import("./draft/Edit.tsx")),
    page("/studio/:siteId/articles", () => import("./reading/Articles.tsx")),
    page("/studio/:siteId/articles/:articleId", () => import("./reading/Article.tsx")),
  ],
  links: { siteInvite: (code) => `/studio?join=${code}` },
};
