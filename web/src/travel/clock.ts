import { useEffect, useState } from "preact/hooks";

/** Seconds until a moment by this device's clock, and 0 from then on. Ticks while it is shown. */
export function useSecondsUntil(moment: Date): number {
  const left = () => Math.max(0, Math.ceil((moment.getTime() - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const tick = () => setSeconds(left());
    tick();
    const ticking = setInterval(tick, 1000);
    return () => clearInterval(ticking);
  }, [moment.getTime()]);
  return seconds;
}

/** A timer can't wait longer: it would ring at once. */
const LONGEST = 2 ** 31 - 1;

/** Whether a moment has gone by, by this device's clock; drawn anew when it does. */
export function useIsPast(moment: Date | undefined): boolean {
  const at = moment?.getTime() ?? Number.POSITIVE_INFINITY;
  const [, setRung] = useState(0);
  useEffect(() => {
    const wait = at - Date.now();
    if (wait < 0 || wait > LONGEST) return undefined;
    const ringing = setTimeout(() => setRung(at), wait + 1);
    return () => clearTimeout(ringing);
  }, [at]);
  return at <= Date.now();
}
