import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { type ParsedMail, simpleParser } from "mailparser";
import {
  SMTPServer,
  type SMTPServerDataStream,
  type SMTPServerOptions,
  type SMTPServerSession,
} from "smtp-server";
import { certificateFor } from "./smtpCertificate.ts";

const REFUSALS = {
  "550 at RCPT": "no such mailbox",
  "451 at RCPT": "greylisted, come back later",
  "554 after DATA": "this looks like spam",
  "452 after DATA": "the disk is full",
};

/** What goes wrong with a mail: a refusal, the connection cut, or work done before the answer. */
export type Trouble =
  | keyof typeof REFUSALS
  | "cut in DATA"
  | "answer lost"
  | (() => Promise<Trouble | undefined>);

/** A mail that the server answered for, whether or not its answer arrived. */
export interface Accepted {
  messageId: string;
  from: string;
  to: string[];
  /** The server's answer to the final dot: no two mails get the same. */
  answer: string;
  mail: ParsedMail;
}

/** A mail whose answer the server keeps back. */
export interface Held {
  /** The server has all of it. */
  reached: Promise<void>;
  answer(trouble?: Trouble): void;
}

interface Login {
  user: string;
  password: string;
  tls: boolean;
}

/** A mail server on this machine that keeps what it accepts and fails on request. */
export class SmtpServer {
  readonly accepted: Accepted[] = [];
  /** Who it was asked to take a mail for, each time. */
  readonly asked: string[] = [];
  /** Passwords it was shown. */
  readonly passwords: string[] = [];
  #login: Login | undefined;
  readonly #planned = new Map<string, Trouble[]>();
  readonly #troubles = new Map<string, Trouble | undefined>();
  readonly #sockets = new Map<number, Socket>();
  readonly #certificate = certificateFor("127.0.0.1");
  #server: SMTPServer | undefined;
  #port = 0;
  #restore = () => {};

  /** With a login it is open to those alone who know the password, over STARTTLS if it has `tls`. */
  constructor(login?: Login) {
    this.#login = login;
  }

  /** Opens it, and points the settings of this process at it. */
  async start(settings: Record<string, string> = {}): Promise<void> {
    await this.up();
    const own = { SMTP_HOST: "127.0.0.1", SMTP_PORT: String(this.#port), ...settings };
    const previous = Object.keys(own).map((name) => [name, process.env[name]] as const);
    Object.assign(process.env, own);
    this.#restore = () => {
      for (const [name, value] of previous) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    };
  }

  async stop(): Promise<void> {
    this.#restore();
    await this.down();
  }

  /** Closes the port and every connection; `up` opens the same port again. */
  async down(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server?.close(resolve));
    for (const socket of this.#sockets.values()) socket.destroy();
    await closed;
  }

  async up(): Promise<void> {
    this.#server = new SMTPServer(this.#options());
    this.#server.on("error", () => {});
    this.#server.server.on("connection", (socket: Socket) => {
      const port = socket.remotePort ?? 0;
      this.#sockets.set(port, socket);
      socket.on("close", () => this.#sockets.delete(port));
    });
    const listening = this.#server.listen(this.#port, "127.0.0.1");
    await once(listening, "listening");
    this.#port = (listening.address() as AddressInfo).port;
  }

  /** Lets this process believe the server's certificate. Answers what undoes it. */
  trusted(): () => void {
    const known = getCACertificates("default");
    setDefaultCACertificates([...known, this.#certificate.cert]);
    return () => setDefaultCACertificates(known);
  }

  setPassword(password: string): void {
    if (this.#login) this.#login = { ...this.#login, password };
  }

  /** What the next mails to `to` meet, one after the other. Those after them are accepted. */
  plan(to: string, ...troubles: Trouble[]): void {
    this.#planned.set(to, [...(this.#planned.get(to) ?? []), ...troubles]);
  }

  /** What the next mail meets, whoever it is for. */
  next(trouble: Trouble): void {
    this.plan("", trouble);
  }

  /** Keeps back the answer to the next mail. */
  hold(): Held {
    const reached = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<Trouble | undefined>();
    this.next(() => {
      reached.resolve();
      return answered.promise;
    });
    return { reached: reached.promise, answer: answered.resolve };
  }

  acceptedFor(to: string): Accepted[] {
    return this.accepted.filter((one) => one.to.includes(to));
  }

  /** Forgets what it accepted and what was planned. */
  forget(): void {
    for (const list of [this.accepted, this.asked, this.passwords]) list.length = 0;
    this.#planned.clear();
  }

  #options(): SMTPServerOptions {
    const { tls, user } = this.#login ?? { tls: false };
    return {
      ...this.#certificate,
      logger: false,
      disableReverseLookup: true,
      disabledCommands: [...(tls ? [] : ["STARTTLS"]), ...(this.#login ? [] : ["AUTH"])],
      allowInsecureAuth: true,
      onAuth: (shown, _session, done) => {
        this.passwords.push(shown.password ?? "");
        if (shown.username === user && shown.password === this.#login?.password)
          done(null, { user });
        else done(refusal(535, "wrong user name or password"));
      },
      onRcptTo: ({ address }, session, done) => {
        this.asked.push(address);
        const trouble = this.#planned.get(address)?.shift() ?? this.#planned.get("")?.shift();
        this.#troubles.set(session.id, trouble);
        done(refusalOf(trouble, "at RCPT"));
      },
      onData: (stream, session, done) => {
        this.#take(stream, session).then((answer) => done(null, answer), done);
      },
    };
  }

  async #take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    let trouble = this.#troubles.get(session.id);
    if (trouble === "cut in DATA") stream.once("data", () => this.#cut(session));
    const content = Buffer.concat(await stream.toArray());
    const mail = await simpleParser(content);
    if (typeof trouble === "function") trouble = await trouble();
    const refused = refusalOf(trouble, "after DATA");
    if (refused) throw refused;

    const { mailFrom, rcptTo } = session.envelope;
    const answer = `queued as ${this.accepted.length + 1}`;
    this.accepted.push({
      messageId: mail.messageId ?? "",
      from: mailFrom ? mailFrom.address : "",
      to: rcptTo.map(({ address }) => address),
      answer,
      mail,
    });
    if (trouble === "answer lost") this.#cut(session);
    return answer;
  }

  #cut(session: SMTPServerSession): void {
    this.#sockets.get(session.remotePort)?.destroy();
  }
}

function refusalOf(trouble: Trouble | undefined, stage: string): Error | null {
  if (typeof trouble !== "string" || !trouble.endsWith(stage)) return null;
  const words = REFUSALS[trouble as keyof typeof REFUSALS];
  return refusal(Number(trouble.slice(0, 3)), words);
}

const refusal = (responseCode: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode });
