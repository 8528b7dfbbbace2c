import { Page } from "../core/ui/index.ts";

export default function Catalogue() {
  return <Page title="Shop"> </Page>;
}
