import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { cacheFolder } from "../paths.ts";
import type { Check } from "./check.ts";
import { manifestOnlyJar } from "./jar.ts";

/** Where the emulator comes from. With `binary`, the CLI has to be pointed at it. */
export type Emulator =
  | { source: "cache" | "download" }
  | { source: "google-cloud-cli"; binary: string };

interface Download {
  version: string;
  remoteUrl: string;
  downloadPathRelativeToCacheDir: string;
  binaryPathRelativeToCacheDir?: string;
}

/**
 * The Firestore emulator: from the Firebase CLI's cache, else downloaded by it, else that of a
 * Google Cloud CLI on this machine.
 */
export async function checkFirestoreEmulator(): Promise<Check<Emulator>> {
  const download = downloads().firestore;
  const what = "Firestore emulator";
  const remedy =
    "Go online once, so that the Firebase CLI can download it (130 MB), or install the Google " +
    "Cloud CLI with `gcloud components install cloud-firestore-emulator`.";
  const check = { what, remedy, required: true };
  if (isCached(download)) {
    return {
      ...check,
      says: `${download.version}, in the CLI's cache`,
      found: { source: "cache" },
    };
  }
  if (await isReachable(download.remoteUrl)) {
    const says = `${download.version}, will be downloaded at the first start`;
    return { ...check, says, found: { source: "download" } };
  }
  const jar = googleCloudRoots()
    .map((root) => join(root, "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar"))
    .find((path) => existsSync(path));
  if (jar === undefined) return { ...check, says: "not found, no download", found: undefined };
  const found = { source: "google-cloud-cli", binary: launcherOf(jar) } as const;
  return { ...check, says: `of the Google Cloud CLI, ${jar}`, found };
}

/** The Emulator UI: a convenience, on where it is or can be had. */
export async function checkEmulatorUi(): Promise<Check<Emulator>> {
  const download = downloads().ui.main;
  const cached = isCached(download);
  const there = cached || (await isReachable(download.remoteUrl));
  const how = cached ? "in the CLI's cache" : "will be downloaded at the first start";
  return {
    what: "Emulator UI",
    says: there ? `${download.version}, ${how}` : "not here, no download",
    found: there ? { source: cached ? "cache" : "download" } : undefined,
    required: false,
    remedy: "Everything works without it. Go online once to have it.",
  };
}

function downloads(): { firestore: Download; ui: { main: Download } } {
  const tools = createRequire(import.meta.url).resolve("firebase-tools/package.json");
  const file = join(dirname(tools), "lib/emulator/downloadableEmulatorInfo.json");
  return JSON.parse(readFileSync(file, "utf8"));
}

function isCached(download: Download): boolean {
  const cache =
    process.env.FIREBASE_EMULATORS_PATH ?? join(homedir(), ".cache", "firebase", "emulators");
  const file = download.binaryPathRelativeToCacheDir ?? download.downloadPathRelativeToCacheDir;
  return existsSync(join(cache, file));
}

async function isReachable(url: string): Promise<boolean> {
  try {
    const { ok } = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(4_000) });
    return ok;
  } catch {
    return false;
  }
}

/** Installation folders of the Google Cloud CLI: the one on PATH, then the usual places. */
function googleCloudRoots(): string[] {
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "gcloud"))
    .filter((path) => existsSync(path))
    .map((path) => dirname(dirname(realpathSync(path))));
  return [
    ...(process.env.CLOUDSDK_ROOT_DIR ? [process.env.CLOUDSDK_ROOT_DIR] : []),
    ...onPath,
    join(homedir(), "google-cloud-sdk"),
    "/usr/lib/google-cloud-sdk",
    "/usr/share/google-cloud-sdk",
    "/opt/google-cloud-sdk",
    "/opt/homebrew/share/google-cloud-sdk",
    "/usr/local/share/google-cloud-sdk",
    "/snap/google-cloud-sdk/current",
  ];
}

/**
 * The Firebase CLI starts emulators with `java -jar`, and this JAR names no main class: one that
 * holds nothing but a manifest names it and points at the other.
 */
function launcherOf(jar: string): string {
  mkdirSync(cacheFolder, { recursive: true });
  const launcher = join(cacheFolder, "firestore-emulator.jar");
  writeFileSync(
    launcher,
    manifestOnlyJar({
      "Main-Class": "com.google.cloud.datastore.emulator.firestore.CloudFirestore",
      "Class-Path": pathToFileURL(jar).href,
    }),
  );
  return launcher;
}
