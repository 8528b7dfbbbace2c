export interface Bar {
  label: string;
  value: number;
  /** What is read of it: "3 orders". */
  said: string;
}

/** Bars beside each other; the same numbers stand in a table for readers of the screen. */
export function BarChart({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const [width, height] = [100 / Math.max(1, bars.length), 100];
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {bars.map(({ label, value, said }, index) => (
          <rect
            key={label}
            x={index * width + width * 0.1}
            y={height - (value / most) * height}
            width={width * 0.8}
            height={(value / most) * height}
          >
            <title>{`${label}: ${said}`}</title>
          </rect>
        ))}
      </svg>
      <p class="axis" aria-hidden="true">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </p>
      <table class="hidden-label">
        <caption>{title}</caption>
        <tbody>
          {bars.map(({ label, said }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{said}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
