import { Theme } from "../schema.ts";

/** How a site looks whose own theme is none, and a page that is of no site. */
export const defaultTheme: Theme = { accent: "#0b6e4f", font: "sans", scheme: "auto", logo: null };

/** A theme as it may stand in a page: whatever is in the database, none can bring CSS of its own. */
export const themeOf = (theme: unknown): Theme => Theme.safeParse(theme).data ?? defaultTheme;
