import type { Theme } from "../schema.ts";
import { readableOn } from "./colors.ts";
import { BASE, COMMENTS, LAYOUT, PRINT, PROSE } from "./design.ts";
import { defaultTheme, themeOf } from "./theme.ts";

const FONTS = {
  sans: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
  serif: '"Iowan Old Style", Charter, "Palatino Linotype", Palatino, P052, Georgia, serif',
  mono: 'ui-monospace, "Cascadia Code", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
};

const LIGHT = {
  paper: "#fdfcf9",
  ink: "#211f1b",
  soft: "#6a655b",
  line: "#e4e0d6",
  tint: "#f4f1ea",
};
const DARK = {
  paper: "#16171a",
  ink: "#e5e2db",
  soft: "#a39e94",
  line: "#34363b",
  tint: "#202226",
};

/**
 * The styles of a site's pages: one design in the theme's colour, font and scheme. What is not a theme is
 * shown as the usual one. The same theme gives the same text, so that its hash can stand in a policy.
 */
export function stylesOf(theme: Theme): string {
  const { accent, font, scheme } = themeOf(theme);
  const light = rootOf("light", LIGHT, accent);
  const dark = rootOf("dark", DARK, accent);
  const colors = {
    light,
    dark,
    auto: `${light}@media (prefers-color-scheme:dark){${dark}}`,
  }[scheme];
  const fonts = `:root{--font:${FONTS[font]};--code:${FONTS.mono}}`;
  return [colors, fonts, BASE, LAYOUT, PROSE, COMMENTS, PRINT].join("\n");
}

/** Of pages that are of no site. */
export const defaultStyles = (): string => stylesOf(defaultTheme);

const rootOf = (scheme: string, colors: typeof LIGHT, accent: string): string => {
  const variables = Object.entries({ ...colors, accent: readableOn(colors.paper, accent) });
  return `:root{color-scheme:${scheme};${variables.map(([name, color]) => `--${name}:${color}`).join(";")}}`;
};
