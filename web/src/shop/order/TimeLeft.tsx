import type { Timestamp } from "firebase/firestore";
import { useEffect, useState } from "preact/hooks";
import { count } from "../../core/words.ts";

const MINUTE = 60_000;

/** How long something can still be paid. */
export function TimeLeft({ until }: { until: Timestamp }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 4);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.ceil((until.toMillis() - now) / MINUTE);
  return (
    <p class="hint">
      {minutes > 0 ? `${count(minutes, "minute")} left to pay` : "The time to pay is over"}
    </p>
  );
}
