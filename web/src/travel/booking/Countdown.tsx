import { Timer } from "lucide";
import { Icon } from "../../core/ui/index.ts";
import { count } from "../../core/words.ts";
import { useSecondsUntil } from "../clock.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds before the end at which it is read out. */
const SAID_AT = [30, MINUTE, 2 * MINUTE, 5 * MINUTE];

/** How long something is kept, second by second; read out at some moments only. */
export function Countdown({ until, what }: { until: Date; what: string }) {
  const seconds = useSecondsUntil(until);
  const said = SAID_AT.find((moment) => seconds <= moment);
  return (
    <p class="countdown">
      <Icon of={Timer} />
      <span>{what}</span>
      <span class="strong" role="timer">
        {digits(seconds)}
      </span>
      <span class="hidden-label" role="status">
        {said !== undefined && seconds > 0 && `${inWords(said)} left.`}
      </span>
    </p>
  );
}

function digits(seconds: number): string {
  const [hours, rest] = [Math.floor(seconds / HOUR), seconds % HOUR];
  const parts = [Math.floor(rest / MINUTE), rest % MINUTE];
  const shown = hours > 0 ? [hours, ...parts] : parts;
  return shown.map((part, index) => (index === 0 ? part : String(part).padStart(2, "0"))).join(":");
}

const inWords = (seconds: number): string =>
  seconds < MINUTE ? count(seconds, "second") : count(seconds / MINUTE, "minute");
