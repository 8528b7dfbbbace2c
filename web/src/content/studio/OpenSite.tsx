import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Button, TextField } from "../../core/ui/index.ts";

/** Sites are found by their address: the whole of it, or its last part. */
export function OpenSite() {
  const { route } = useLocation();
  const [address, setAddress] = useState("");
  const siteId = siteIn(address);
  const isWrong = address.trim() !== "" && siteId === undefined;
  return (
    <form
      class="stack close"
      onSubmit={(event) => {
        event.preventDefault();
        if (siteId) route(`/studio/${siteId}/articles`);
      }}
    >
      <TextField
        label="Open a site"
        required
        placeholder="well-kept"
        hint="Its address, as in /sites/well-kept."
        wrong={isWrong ? "This is no address of a site. It looks like well-kept." : undefined}
        value={address}
        onValue={setAddress}
      />
      <div class="row">
        <Button type="submit">Open</Button>
      </div>
    </form>
  );
}

const siteIn = (address: string): string | undefined =>
  /^(?:.*\/sites\/)?([a-z0-9][a-z0-9-]{0,39})(?:\/.*)?$/.exec(address.trim())?.[1];
