import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { environmentOf } from "../../dev/functions.ts";
import type { Running } from "../../dev/running.ts";
import type { Path, Report } from "./buyers.ts";

// A flash sale of one product, three ways: the textbook's transaction, an order as it is placed by
// default, and one of a hot product. Each way with several processes, and many buyers in each.

interface Sale {
  path: Path;
  processes: number;
  /** In each process; each buys one piece after the other. */
  buyers: number;
  ordersEach: number;
}

const sales: readonly Sale[] = [
  { path: "textbook", processes: 5, buyers: 10, ordersEach: 1 },
  { path: "normal", processes: 5, buyers: 10, ordersEach: 8 },
  { path: "hot", processes: 5, buyers: 100, ordersEach: 4 },
];

/** Runs the sales and prints what came of them. Answers whether each sold what it says it sold. */
export async function bench(running: Running): Promise<boolean> {
  console.log("One piece an order, of one product, each way on its own.\n");
  console.log(row("", "buyers", "orders", "orders/s", "failed", "attempts", "stock writes", ""));
  console.log(row("", "", "", "", "", "an order", "an order", ""));
  let sound = true;
  for (const sale of sales) sound = (await run(running, sale)) && sound;
  return sound;
}

async function run(running: Running, { path, processes, buyers, ordersEach }: Sale) {
  const project = `demo-bench-${process.pid}-${path}`;
  const env = { ...environmentOf(running), GCLOUD_PROJECT: project, STOCK_ALERTS_TO: "" };
  const start = (number: number) =>
    fork(
      join(import.meta.dirname, "buyers.ts"),
      [path, `${number}`, `${buyers}`, `${ordersEach}`],
      {
        env,
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      },
    );
  const pieces = processes * buyers * ordersEach;
  const shop = start(pieces);
  await word(shop);
  shop.send("stock");
  await word(shop);

  const workers = Array.from({ length: processes }, () => start(0));
  await Promise.all(workers.map((worker) => word(worker)));
  const started = performance.now();
  const reports = workers.map((worker) => word<Report>(worker));
  for (const worker of workers) worker.send("buy");
  const all = await Promise.all(reports);
  const seconds = (performance.now() - started) / 1000;

  shop.send("count");
  const { sold, reserved } = await word<{ sold: number; reserved: number }>(shop);
  shop.kill();
  const sum = (of: (report: Report) => number) => all.reduce((total, one) => total + of(one), 0);
  const ok = sum((report) => report.ok);
  const sound = sold === reserved && sold === ok;
  const each = (count: number) => (count / Math.max(ok, 1)).toFixed(2);
  console.log(
    row(
      path,
      `${processes}×${buyers}`,
      `${ok}`,
      (ok / seconds).toFixed(1),
      `${pieces - ok}`,
      each(sum((report) => report.attempts)),
      each(sum((report) => report.stockWrites)),
      sound ? "sold = reserved" : `SOLD ${sold}, RESERVED ${reserved}, TOLD ${ok}`,
    ),
  );
  return sound;
}

const row = (name: string, ...columns: string[]): string =>
  name.padEnd(10) + columns.map((column) => `  ${column.padStart(12)}`).join("");

const word = <Word>(worker: ChildProcess): Promise<Word> =>
  new Promise((resolve, reject) => {
    worker.once("message", (message) => resolve(message as Word));
    worker.once("exit", (code) => reject(new Error(`a process ended with ${code}`)));
  });
