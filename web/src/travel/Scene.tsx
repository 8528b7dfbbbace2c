/** The picture of a place; where there is none, a quiet landscape that is always the same for a name. */
export function Scene({ name, photo }: { name: string; photo: string | null }) {
  if (photo) return <img class="scene" src={photo} alt="" loading="lazy" />;
  const from = seriesOf(name);
  const sky = SKIES[from(0, SKIES.length - 1)] ?? "dawn";
  const [sun, height, far, near] = [from(60, 260), from(30, 70), from(80, 110), from(115, 140)];
  const houses = Array.from({ length: from(2, 4) }, (_, index) => ({
    x: 24 + index * 74 + from(0, 26),
    width: from(30, 46),
    top: from(100, 122),
  }));
  return (
    <svg
      class="scene"
      viewBox="0 0 320 180"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <rect class={`sky ${sky}`} width="320" height="180" />
      <circle class="sun" cx={sun} cy={height} r="22" />
      <path
        class="far"
        d={`M0 ${far + 20} C80 ${far - 45} 190 ${far + 35} 320 ${far - 10} V180 H0Z`}
      />
      {houses.map(({ x, width, top }) => (
        <path
          key={x}
          class="house"
          d={`M${x} 170 V${top} L${x + width / 2} ${top - 22} L${x + width} ${top} V170Z`}
        />
      ))}
      <path
        class="near"
        d={`M0 ${near} C90 ${near + 26} 210 ${near - 12} 320 ${near + 10} V180 H0Z`}
      />
    </svg>
  );
}

const SKIES = ["dawn", "noon", "meadow"];

/** Numbers between two others, told by a text alone. */
function seriesOf(text: string): (least: number, most: number) => number {
  let state = 7;
  for (const character of text) state = (state * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return (least, most) => {
    state = (state * 75 + 74) % 65_537;
    return least + (state % (most - least + 1));
  };
}
