import { TextArea, TextField } from "../../../core/ui/index.ts";
import type { ProductText } from "./saving.ts";

interface ProductFieldsProps {
  text: ProductText;
  onText: (text: ProductText) => void;
}

/** What staff say of a product. */
export function ProductFields({ text, onText }: ProductFieldsProps) {
  return (
    <>
      <TextField
        label="Name"
        required
        maxlength={120}
        value={text.name}
        onValue={(name) => onText({ ...text, name })}
      />
      <TextArea
        label="Description"
        rows={6}
        maxlength={4000}
        value={text.description}
        onValue={(description) => onText({ ...text, description })}
      />
      <TextField
        label="Category"
        hint="Lower-case letters, digits and hyphens: coffee, garden-tools."
        required
        maxlength={40}
        pattern="[a-z0-9][a-z0-9\-]*"
        value={text.category}
        onValue={(category) => onText({ ...text, category })}
      />
    </>
  );
}
