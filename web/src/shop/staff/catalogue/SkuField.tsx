import { TextField } from "../../../core/ui/index.ts";

interface SkuFieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
}

/** An id for good: of a product, or of a variant. */
export function SkuField(props: SkuFieldProps) {
  return (
    <TextField
      {...props}
      hint="Lower-case letters, digits and hyphens. It stays as it is."
      required
      maxlength={40}
      pattern="[a-z0-9][a-z0-9\-]*"
    />
  );
}
