/** A number that matters, within a `dl` of the class `figures`. */
export function Figure({ name, value }: { name: string; value: string | number }) {
  return (
    <div>
      <dt class="hint">{name}</dt>
      <dd>{value.toLocaleString()}</dd>
    </div>
  );
}
