import { Page } from "../core/ui/index.ts";

export default function Lists() {
  return <Page title="Todos"> </Page>;
}
