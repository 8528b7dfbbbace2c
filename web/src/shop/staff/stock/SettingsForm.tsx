import { useState } from "preact/hooks";
import { useAction, useRequestId } from "../../../core/action.ts";
import { shop } from "../../../core/backend.ts";
import { Check, Form } from "../../../core/ui/index.ts";
import { WholeField } from "../WholeField.tsx";

interface SettingsFormProps {
  sku: string;
  lowAt: number;
  isHot: boolean;
}

/** From when on customers are told that it is low, and whether very many buy it at once. */
export function SettingsForm({ sku, ...now }: SettingsFormProps) {
  const [lowAt, setLowAt] = useState<string>();
  const [hot, setHot] = useState<boolean>();
  const { requestId, renew } = useRequestId();
  const keep = useAction(async () => {
    const settings = { lowAt: Number(lowAt ?? now.lowAt), hot: hot ?? now.isHot };
    await shop.call.receiveStock({ requestId, sku, quantity: 0, ...settings });
    setLowAt(undefined);
    setHot(undefined);
    renew();
  });
  return (
    <section class="card">
      <h2>Settings</h2>
      <Form
        submit="Save settings"
        look="plain"
        onSubmit={() => keep.run()}
        isBusy={keep.isBusy}
        problem={keep.problem}
      >
        <WholeField
          label="Low at"
          hint="With so many left to sell, customers are told that it is low."
          least={0}
          most={1_000_000}
          value={lowAt ?? String(now.lowAt)}
          onValue={setLowAt}
        />
        <Check label="Very many buy it at once" checked={hot ?? now.isHot} onChecked={setHot} />
      </Form>
    </section>
  );
}
