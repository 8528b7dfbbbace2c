import { count } from "../../core/words.ts";

/** One to five stars, by the arrow keys too. */
export function StarsField({
  stars,
  onStars,
}: {
  stars: number;
  onStars: (stars: number) => void;
}) {
  return (
    <fieldset class="stars-field">
      <legend>Stars</legend>
      {[1, 2, 3, 4, 5].map((value) => (
        <label key={value} class={value <= stars ? "filled" : undefined}>
          <input
            type="radio"
            name="stars"
            required
            value={value}
            checked={value === stars}
            onChange={() => onStars(value)}
          />
          <span class="hidden-label">{count(value, "star")}</span>
          <span aria-hidden="true">★</span>
        </label>
      ))}
    </fieldset>
  );
}
