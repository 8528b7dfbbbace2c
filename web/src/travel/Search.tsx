import { Page } from "../core/ui/index.ts";

export default function Search() {
  return <Page title="Travel"> </Page>;
}
