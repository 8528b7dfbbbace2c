import type { User } from "firebase/auth";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { useSession } from "../../core/session.tsx";
import { Form, LinkButton, Notice, TextArea, TextField } from "../../core/ui/index.ts";
import { BYLINE, useByline } from "../byline.ts";

interface SayProps {
  siteId: string;
  articleId: string;
  /** The comment that is answered. */
  replyTo?: string;
  onSaid?: () => void;
}

/** Where one says something, who is logged in and has a confirmed address. */
export function Say(props: SayProps) {
  const { user, isGuest, isVerified } = useSession();
  const { url } = useLocation();
  if (!user || isGuest) {
    return (
      <p class="row">
        <LinkButton href={`/login?next=${encodeURIComponent(url)}`}>Log in to comment</LinkButton>
      </p>
    );
  }
  if (!isVerified) {
    return (
      <Notice>
        Confirm your e-mail address to comment: <a href="/account">your account</a> sends the link.
      </Notice>
    );
  }
  return <SayForm {...props} user={user} />;
}

function SayForm({ siteId, articleId, replyTo, onSaid, user }: SayProps & { user: User }) {
  const [text, setText] = useState("");
  const [byline, setByline] = useByline(user);
  const say = useAction(async (said: string) => {
    const name = byline.trim();
    const answering = replyTo === undefined ? {} : { replyTo };
    await content.comment(siteId, articleId, user.uid, { text: said, byline: name, ...answering });
  });
  // The comment stands in the list at once; one that is refused comes back into the field.
  const send = async () => {
    setText("");
    if (await say.run(text)) onSaid?.();
    else setText((since) => (since === "" ? text : `${text}\n\n${since}`));
  };
  return (
    <Form
      submit={replyTo === undefined ? "Comment" : "Answer"}
      look={replyTo === undefined ? "primary" : "plain"}
      onSubmit={send}
      isBusy={say.isBusy}
      problem={say.problem}
    >
      <TextArea
        label={replyTo === undefined ? "Your comment" : "Your answer"}
        required
        rows={3}
        maxlength={2000}
        value={text}
        onValue={setText}
      />
      <TextField label="Your name" required {...BYLINE} value={byline} onValue={setByline} />
    </Form>
  );
}
