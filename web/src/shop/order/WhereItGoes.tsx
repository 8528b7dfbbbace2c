import type { Order } from "kindling-client";
import { nameOfCountry } from "../countries.ts";

export function WhereItGoes({ order: { shipTo, email } }: { order: Order }) {
  const { name, line1, line2, postalCode, city, country } = shipTo;
  const lines = [name, line1, line2, `${postalCode} ${city}`.trim(), nameOfCountry(country)];
  return (
    <section class="card" aria-labelledby="where">
      <h2 id="where">Where it goes</h2>
      <address>
        {lines
          .filter((line) => line !== "")
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
      </address>
      {email && <p class="hint">We write to {email}.</p>}
    </section>
  );
}
