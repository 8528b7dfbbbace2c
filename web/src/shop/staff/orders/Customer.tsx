import type { Order } from "kindling-client";
import { nameOfCountry } from "../../countries.ts";

/** Who has ordered, and where it goes. */
export function Customer({ order: { email, ownAddress, shipTo } }: { order: Order }) {
  const { name, line1, line2, postalCode, city, country } = shipTo;
  const lines = [name, line1, line2, `${postalCode} ${city}`.trim(), nameOfCountry(country)];
  return (
    <section class="card">
      <h2>Customer</h2>
      {email === null ? (
        <p class="muted">Their account is deleted. The order is kept without who they were.</p>
      ) : (
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
      {email !== null && !ownAddress && (
        <p class="hint">The address is not confirmed: mails go there only about money.</p>
      )}
      <address class="staff-address">
        {lines
          .filter((line) => line !== "")
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
      </address>
    </section>
  );
}
