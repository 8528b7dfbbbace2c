import { local } from "../local.ts";

/** On this machine: where the mails and the money are. */
export function Footer() {
  return (
    <footer class="footer">
      <p>Kindling: the back end to start an app from.</p>
      {local && (
        <p>
          On this machine: <a href={local.inboxUrl}>Inbox</a>
          {local.paymentsUrl && (
            <>
              {" · "}
              <a href={local.paymentsUrl}>Payments</a>
            </>
          )}
        </p>
      )}
    </footer>
  );
}
