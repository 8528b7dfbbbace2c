import { Moon, Sun, SunMoon } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { IconButton } from "../ui/Button.tsx";

const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];
const ICONS = { system: SunMoon, light: Sun, dark: Moon };
const KEY = "theme";

const kept = (): Theme => THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? "system";

/** As the system has it, light or dark; kept on this device. */
export function ThemeButton() {
  const [theme, setTheme] = useState<Theme>(kept);
  useEffect(() => {
    localStorage.setItem(KEY, theme);
    document.documentElement.style.colorScheme = theme === "system" ? "light dark" : theme;
  }, [theme]);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  return (
    <IconButton
      label={`Colours: ${theme}. Change to ${next}`}
      icon={ICONS[theme]}
      onClick={() => setTheme(next)}
    />
  );
}
