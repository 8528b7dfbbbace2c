import type { StayReview } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { travel } from "../../core/backend.ts";
import { useSession } from "../../core/session.tsx";
import { Form, Select, TextArea, TextField } from "../../core/ui/index.ts";

interface ReviewFormProps {
  id: string;
  review: StayReview | undefined;
  onDone: () => void;
}

const STARS = [
  ["5", "5 stars: could not be better"],
  ["4", "4 stars: good"],
  ["3", "3 stars: all right"],
  ["2", "2 stars: not good"],
  ["1", "1 star: bad"],
] as const;

/** Stars, and a few words with a name that everybody sees. */
export function ReviewForm({ id, review, onDone }: ReviewFormProps) {
  const { user } = useSession();
  const [rating, setRating] = useState(String(review?.rating ?? 5));
  const [title, setTitle] = useState(review?.title ?? "");
  const [text, setText] = useState(review?.text ?? "");
  const [author, setAuthor] = useState(review?.author ?? user?.displayName ?? "");
  const save = useAction(async () => {
    const said = { rating: Number(rating), title, text, author };
    await travel.call.reviewStay({ bookingId: id, ...said });
    onDone();
  });
  return (
    <Form submit="Publish" onSubmit={() => save.run()} isBusy={save.isBusy} problem={save.problem}>
      <Select label="Stars" value={rating} onValue={setRating} options={STARS} />
      <TextField label="In a line" value={title} onValue={setTitle} maxlength={120} />
      <TextArea label="What others should know" value={text} onValue={setText} maxlength={4000} />
      <TextField
        label="Your name"
        hint="Everybody sees it: a first name will do."
        value={author}
        onValue={setAuthor}
        required
        maxlength={80}
        pattern="[^@]*"
      />
    </Form>
  );
}
