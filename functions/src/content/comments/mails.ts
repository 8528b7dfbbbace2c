import { link, paragraph, type Template } from "../../core/mail/template.ts";
import { articlePath, siteUrl } from "../pages/addresses.ts";
import type { Article } from "../schema.ts";
import type { ArticleComment } from "./schema.ts";

// What people are written about comments, each once: see queueMail.

/** To who wrote the article. */
export const commented = (siteId: string, article: Article, said: ArticleComment): Template => ({
  subject: `A comment on "${article.title}"`,
  blocks: [
    paragraph("Hello,"),
    paragraph(`${said.byline} says of your article "${article.title}":`),
    paragraph(said.text),
    toArticle(siteId, article),
  ],
});

/** To who wrote the comment that it answers. */
export const answered = (siteId: string, article: Article, said: ArticleComment): Template => ({
  subject: `An answer to you on "${article.title}"`,
  blocks: [
    paragraph("Hello,"),
    paragraph(`${said.byline} answers your comment on "${article.title}":`),
    paragraph(said.text),
    toArticle(siteId, article),
  ],
});

const toArticle = (siteId: string, { slug }: Article) =>
  link("To the article", `${siteUrl(siteId)}${articlePath(slug)}`);
