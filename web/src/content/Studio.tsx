import { Page } from "../core/ui/index.ts";

export default function Studio() {
  return <Page title="Sites"> </Page>;
}
