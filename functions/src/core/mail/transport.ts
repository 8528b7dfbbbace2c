import { createTransport, type Transporter } from "nodemailer";
import { smtpHost, smtpPassword, smtpPort, smtpUser } from "../settings.ts";

/** Everything SMTP may take, from connecting to the last answer; the lease is far longer. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

let pooled: { transport: Transporter; settings: string } | undefined;

/** The connection to the SMTP server, kept open between mails and made anew when settings change. */
export function transport(): Transporter {
  const settings = { host: smtpHost.value(), port: smtpPort.value(), user: smtpUser.value() };
  const key = JSON.stringify(settings);
  if (pooled?.settings === key) return pooled.transport;
  pooled?.transport.close();
  pooled = { transport: connect(settings), settings: key };
  return pooled.transport;
}

const connect = ({ host, port, user }: { host: string; port: number; user: string }) =>
  createTransport({
    host,
    port,
    secure: port === 465,
    // A server that wants a password gets it over TLS only.
    requireTLS: user !== "" && port !== 465,
    ...(user === "" ? {} : { auth: { user, pass: smtpPassword.value() } }),
    pool: true,
    // A mail's text comes from people: it must not be able to name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...TIMEOUTS,
  });
