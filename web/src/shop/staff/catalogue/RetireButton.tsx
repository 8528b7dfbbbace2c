import { useState } from "preact/hooks";
import { useAction } from "../../../core/action.ts";
import { shop } from "../../../core/backend.ts";
import { Button, Confirm } from "../../../core/ui/index.ts";

/** Takes a product off sale, with all its variants. */
export function RetireButton({ productId, name }: { productId: string; name: string }) {
  const [isAsking, setAsking] = useState(false);
  const retire = useAction(() => shop.call.retireProduct({ productId }));
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        Take off sale
      </Button>
      {isAsking && (
        <Confirm
          title="Take off sale"
          confirm="Take off sale"
          action={retire}
          onClose={() => setAsking(false)}
        >
          <p>
            Nobody can find or order {name} then, in any variant. Orders that have it go on. To sell
            it again, put the product on sale and then each variant.
          </p>
        </Confirm>
      )}
    </>
  );
}
