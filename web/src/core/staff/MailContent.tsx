import type { Mail } from "kindling-client";
import { count } from "../words.ts";

/** What a mail says: as its reader sees it, in a frame that runs nothing, and as text. */
export function MailContent({ message }: { message: Mail["message"] }) {
  const { html, text, attachments = [] } = message;
  return (
    <section class="stack" aria-labelledby="mail-content">
      <h2 id="mail-content">What it says</h2>
      <iframe class="mail-page" title="The mail as its reader sees it" sandbox="" srcdoc={html} />
      <details>
        <summary>As text</summary>
        <pre class="mail-text">{text}</pre>
      </details>
      {attachments.length > 0 && (
        <p>
          {count(attachments.length, "attachment")}:{" "}
          {attachments.map(({ filename }) => filename).join(", ")}
        </p>
      )}
    </section>
  );
}
