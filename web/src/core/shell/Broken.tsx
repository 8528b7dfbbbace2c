import { CloudOff } from "lucide";
import { Button } from "../ui/Button.tsx";
import { Page } from "../ui/Page.tsx";
import { Empty } from "../ui/Waiting.tsx";

/** A page that has thrown, or that this device has not got and can't get. */
export default function Broken() {
  return (
    <Page title="This page can't be shown">
      <Empty icon={CloudOff} title="It could not be loaded, or it has failed.">
        <p>What you have written is kept. Look whether you are online, and load it again.</p>
        <Button look="primary" onClick={() => location.reload()}>
          Load it again
        </Button>
      </Empty>
    </Page>
  );
}
