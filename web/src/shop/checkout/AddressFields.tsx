import { Select, TextField } from "../../core/ui/index.ts";
import { countries, countryOf } from "../countries.ts";
import type { ShipTo } from "./addresses.ts";

interface AddressFieldsProps {
  address: ShipTo;
  onAddress: (address: ShipTo) => void;
}

export function AddressFields({ address, onAddress }: AddressFieldsProps) {
  const field = (name: keyof ShipTo) => ({
    value: address[name],
    onValue: (value: string) => onAddress({ ...address, [name]: value }),
  });
  // Blanks alone are no name.
  const needed = { required: true, pattern: ".*\\S.*" };
  return (
    <div class="form">
      <TextField label="Name" autocomplete="name" maxlength={120} {...needed} {...field("name")} />
      <TextField
        label="Street and number"
        autocomplete="address-line1"
        maxlength={120}
        {...needed}
        {...field("line1")}
      />
      <TextField
        label="Anything more (optional)"
        autocomplete="address-line2"
        hint="The floor, or at whose place."
        maxlength={120}
        {...field("line2")}
      />
      <div class="postal">
        <TextField
          label="Postal code"
          autocomplete="postal-code"
          maxlength={20}
          {...needed}
          {...field("postalCode")}
        />
        <TextField
          label="City"
          autocomplete="address-level2"
          maxlength={80}
          {...needed}
          {...field("city")}
        />
      </div>
      <Select
        label="Country"
        options={countries}
        value={address.country}
        onValue={(code) => onAddress({ ...address, country: countryOf(code) })}
      />
    </div>
  );
}
