/** A colour as a theme has it: "#0b6e4f". */
type Channels = readonly [red: number, green: number, blue: number];

/** WCAG 2.2, 1.4.3: of text. */
const READABLE = 4.5;

/**
 * A colour, moved towards black or white as far as it must be for text in it to be readable on
 * `background`, and the other way round.
 */
export function readableOn(background: string, color: string): string {
  const ground = channelsOf(background);
  const end = luminanceOf(ground) > 0.18 ? 0 : 255;
  const from = channelsOf(color);
  for (let step = 0; step < 20; step++) {
    const moved = from.map((channel) => Math.round(channel + ((end - channel) * step) / 20));
    const [red = 0, green = 0, blue = 0] = moved;
    if (contrastOf([red, green, blue], ground) >= READABLE) return hexOf(moved);
  }
  return hexOf([end, end, end]);
}

/** How far two colours are apart: from 1 to 21. */
function contrastOf(one: Channels, other: Channels): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminanceOf(channels: Channels): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const channelsOf = (color: string): Channels => {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

const hexOf = (channels: readonly number[]): string =>
  `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
