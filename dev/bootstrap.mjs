// The first thing that runs, on whatever Node ≥ 20 the machine has and before anything is
// installed: installs what the lockfiles say, then hands over to dev/<command>.ts on Node 24.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

if (Number(process.versions.node.split(".")[0]) < 20) {
  console.error(
    `This is Node ${process.versions.node}. Kindling needs Node 20 or newer: https://nodejs.org`,
  );
  process.exit(1);
}
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, "node_modules", ".bin");
const node24 = join(root, "node_modules", "node", "bin", "node");
const [command = "start", ...args] = process.argv.slice(2);

install(root, "the tools", ["node"]);
if (!existsSync(node24)) {
  console.error(
    "The npm package `node` came without its program. Remove node_modules and try again.",
  );
  process.exit(1);
}
install(join(root, "functions"), "the back end", []);
run(node24, [join(root, "dev", `${command}.ts`), ...args]);

/**
 * `npm ci`, unless what is installed came from this very lockfile. Install scripts stay off (one
 * of them compiles for minutes what we don't use), but for the packages in `scripts`.
 */
function install(folder, what, scripts) {
  const stamp = join(folder, "node_modules", ".installed-from");
  const lock = createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");
  if (
    existsSync(stamp) &&
    (scripts.length === 0 || existsSync(node24)) &&
    readFileSync(stamp, "utf8") === lock
  )
    return;
  console.log(`Installing ${what} …`);
  const started = Date.now();
  npm(folder, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (scripts.length > 0)
    npm(folder, ["rebuild", "--ignore-scripts=false", "--loglevel=error", ...scripts]);
  writeFileSync(stamp, lock);
  console.log(`Installed ${what} in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** npm on Node 24 as soon as there is one: under an older Node it leaves out what wants a newer. */
function npm(folder, words) {
  const script = process.env.npm_execpath;
  const node = existsSync(node24) ? node24 : process.execPath;
  const [program, ...rest] = script ? [node, script, ...words] : ["npm", ...words];
  const { status, error } = spawnSync(program, rest, {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: environment(),
  });
  if (status === 0) return;
  console.error(`\nnpm ${words[0]} failed in ${folder}${error ? `: ${error.message}` : ""}.`);
  console.error("Check the connection to the npm registry and run the command again.");
  process.exit(1);
}

/** Waits for the program to end and ends like it. It hears of Ctrl-C itself, from the terminal. */
function run(program, words) {
  const child = spawn(program, words, { cwd: root, stdio: "inherit", env: environment() });
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) =>
    process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)),
  );
}

function environment() {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` };
}
