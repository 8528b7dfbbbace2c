import type { Review } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { shop } from "../../core/backend.ts";
import { Button, Form, TextArea, TextField } from "../../core/ui/index.ts";
import { StarsField } from "./StarsField.tsx";

interface ReviewFormProps {
  productId: string;
  uid: string;
  /** What they have said before. */
  earlier: Review | undefined;
  /** What they call themselves elsewhere. */
  name: string;
  onDone: () => void;
}

export function ReviewForm({ productId, uid, earlier, name, onDone }: ReviewFormProps) {
  const [rating, setRating] = useState(earlier?.rating ?? 0);
  const [title, setTitle] = useState(earlier?.title ?? "");
  const [text, setText] = useState(earlier?.text ?? "");
  const [author, setAuthor] = useState(earlier?.author ?? name);
  const publish = useAction(async () => {
    const opinion = { rating, title: title.trim(), text: text.trim(), author: author.trim() };
    await shop.review(productId, uid, opinion);
    onDone();
  });
  return (
    <section class="card" aria-labelledby="own-review">
      <h3 id="own-review">{earlier ? "Change your review" : "You have bought this. How is it?"}</h3>
      <Form
        submit={earlier ? "Save the review" : "Publish the review"}
        look="plain"
        onSubmit={() => publish.run()}
        isBusy={publish.isBusy}
        problem={publish.problem}
        beside={
          earlier && (
            <Button look="quiet" onClick={onDone}>
              Leave it as it was
            </Button>
          )
        }
      >
        <StarsField stars={rating} onStars={setRating} />
        <TextField label="In a few words" maxlength={120} value={title} onValue={setTitle} />
        <TextArea label="What you think of it" maxlength={4000} value={text} onValue={setText} />
        <TextField
          label="Your name"
          hint="Everybody sees it. An e-mail address is not allowed here."
          pattern="[^@]*[^@\s][^@]*"
          maxlength={80}
          required
          value={author}
          onValue={setAuthor}
        />
      </Form>
    </section>
  );
}
