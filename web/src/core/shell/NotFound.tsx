import { MapPinOff } from "lucide";
import { LinkButton } from "../ui/Button.tsx";
import { Page } from "../ui/Page.tsx";
import { Empty } from "../ui/Waiting.tsx";

export default function NotFound() {
  return (
    <Page title="There is no such page">
      <Empty icon={MapPinOff} title="The address may be old, or mistyped.">
        <LinkButton href="/">To the start</LinkButton>
      </Empty>
    </Page>
  );
}
