import type { Running } from "./running.ts";

interface Trigger {
  name?: string;
  region?: string;
  schedule?: { schedule: string };
}

const MINUTES: Record<string, number> = { minute: 1, hour: 60, day: 24 * 60 };

/**
 * The Functions emulator knows the scheduled functions and never runs them. This does, each at
 * its "every n minutes|hours|days". Returns what ends it.
 */
export function runSchedules({ hosts, project }: Pick<Running, "hosts" | "project">): () => void {
  let minute = 0;
  const timer = setInterval(async () => {
    minute++;
    const due = await scheduled(hosts.functions).catch(() => []);
    for (const { id, schedule } of due) {
      const every = minutesOf(schedule);
      if (every === undefined && minute === 1) {
        console.log(`${id} runs on "${schedule}", which is not played here.`);
      }
      if (every && minute % every === 0) await fire(hosts.functions, project, id).catch(() => {});
    }
  }, 60_000);
  return () => clearInterval(timer);
}

/**
 * Runs one scheduled function now, to its end. `id` is `<region>-<name>`. The emulator puts a number
 * behind it, one more with each time that triggers were switched on again (as after seeding); what
 * has an earlier number rests, and answers 204.
 */
export async function fire(functions: string, project: string, id: string): Promise<void> {
  for (let number = 0; ; number++) {
    const url = `http://${functions}/functions/projects/${project}/triggers/${id}-${number}`;
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ data: {} }),
    });
    if (!answer.ok) throw new Error(`${id} answered ${answer.status}: ${await answer.text()}`);
    if (answer.status !== 204) return;
  }
}

async function scheduled(functions: string): Promise<{ id: string; schedule: string }[]> {
  const answer = await fetch(`http://${functions}/backends`);
  const { backends } = (await answer.json()) as { backends: { functionTriggers: Trigger[] }[] };
  return backends
    .flatMap(({ functionTriggers }) => functionTriggers)
    .flatMap(({ region, name, schedule }) =>
      schedule ? [{ id: `${region}-${name}`, schedule: schedule.schedule }] : [],
    );
}

/** Undefined for what is not "every n minutes|hours|days". */
function minutesOf(schedule: string): number | undefined {
  const [, count = "1", unit = ""] = /^every (\d+ )?(minute|hour|day)s?$/.exec(schedule) ?? [];
  const minutes = MINUTES[unit];
  return minutes === undefined ? undefined : Number(count) * minutes;
}
