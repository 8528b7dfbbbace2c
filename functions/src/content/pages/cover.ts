import { Article } from "../schema.ts";

/** The cover of an article, if it has one that is shown: by the schema and not on trust. */
export const coverOf = ({ cover }: Article): Article["cover"] =>
  Article.shape.cover.safeParse(cover).data ?? null;
