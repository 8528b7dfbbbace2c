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
 * behind it, and a higher one each time that it takes the function in anew (after seeding, and after
 * some saves); what has a lower number rests.
 */
export async function fire(functions: string, project: string, id: string): Promise<void> {
  const ask = (name: string) =>
    fetch(`http://${functions}/functions/projects/${project}/triggers/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ data: {} }),
    });
  // Without a number there is none: the answer names all that there are.
  const names = await (await ask(id)).text();
  const numbers = names.matchAll(new RegExp(`\\b${id}-(\\d+)\\b`, "g"));
  const latest = Math.max(...[...numbers].map(([, number]) => Number(number)));
  const answer = await ask(`${id}-${latest}`);
  // While triggers rest, the answer is 204.
  if (answer.status === 200) return;
  throw new Error(`${id} answered ${answer.status}: ${await answer.text()}`);
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
