import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { Dialog, Form, TextField } from "../../core/ui/index.ts";
import { publicPath, slugOf } from "../addresses.ts";

/** Makes a site. Its address follows the title until it is changed by hand. */
export function NewSite({ onClose }: { onClose: () => void }) {
  const { route } = useLocation();
  const [title, setTitle] = useState("");
  const [address, setAddress] = useState<string>();
  const [description, setDescription] = useState("");
  const siteId = address ?? slugOf(title);
  const make = useAction(async () => {
    await content.call.createSite({ siteId, title: title.trim(), description });
    route(`/studio/${siteId}`);
  });
  const isTaken = make.problem?.reason === "site-taken";
  return (
    <Dialog title="New site" onClose={onClose}>
      <Form
        submit="Make the site"
        onSubmit={() => make.run()}
        isBusy={make.isBusy}
        problem={isTaken ? undefined : make.problem}
      >
        <TextField label="Title" required maxlength={120} value={title} onValue={setTitle} />
        <TextField
          label="Address"
          required
          maxlength={40}
          pattern="[a-z0-9][a-z0-9\-]*"
          hint={`Lower-case letters, digits and hyphens. It stays: ${location.host}${publicPath(siteId || "…")}`}
          wrong={isTaken ? make.problem?.sentence : undefined}
          value={siteId}
          onValue={setAddress}
        />
        <TextField
          label="What it is about"
          maxlength={300}
          hint="One or two sentences, under the title. You can change it later."
          value={description}
          onValue={setDescription}
        />
      </Form>
    </Dialog>
  );
}
