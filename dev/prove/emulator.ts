import { Agent, request } from "node:http";
import { NO_RULES } from "../rules/emulator.ts";
import type { Reported } from "../rules/evaluation.ts";

/** A Firestore emulator, asked as directly as can be: a proof asks it some hundred thousand times. */
export class RulesEmulator {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  readonly #hostname: string;
  readonly #port: number;
  /** How many requests it was asked. */
  asked = 0;

  /** `host`: "127.0.0.1:8080". */
  constructor(host: string) {
    const { hostname, port } = new URL(`http://${host}`);
    this.#hostname = hostname;
    this.#port = Number(port);
  }

  ask(method: string, path: string, body?: string | null, authorization?: string | null) {
    this.asked++;
    return new Promise<{ status: number; text: string }>((resolve, reject) => {
      const headers = {
        ...(body && { "content-type": "application/json" }),
        ...(authorization && { authorization }),
      };
      const options = { agent: this.#agent, host: this.#hostname, port: this.#port };
      request({ ...options, method, path, headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (chunk) => {
          text += chunk;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
      })
        .on("error", reject)
        .end(body ?? undefined);
    });
  }

  /** Gives a project its rules; answers whether the emulator took them. What it was asked is forgotten. */
  async putRules(project: string, content: string): Promise<boolean> {
    const body = JSON.stringify({ rules: { files: [{ name: "firestore.rules", content }] } });
    const path = `/emulator/v1/projects/${project}:securityRules`;
    return (await this.ask("PUT", path, body)).status === 200;
  }

  async clear(project: string): Promise<void> {
    const path = `/emulator/v1/projects/${project}/databases/(default)/documents`;
    await this.ask("DELETE", path);
  }

  /** What a project's rules were asked since they were given to it. */
  async coverage(project: string): Promise<Reported[]> {
    const { text } = await this.ask("GET", `/emulator/v1/projects/${project}:ruleCoverage`);
    return JSON.parse(text).report ?? [];
  }

  /** Takes a project's documents away, and what it keeps of the values that its rules have seen. */
  async forget(project: string): Promise<void> {
    await this.clear(project);
    await this.putRules(project, NO_RULES);
  }

  close(): void {
    this.#agent.destroy();
  }
}
