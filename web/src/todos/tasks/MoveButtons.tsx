import { ChevronDown, ChevronUp } from "lucide";
import { useLayoutEffect, useRef } from "preact/hooks";
import { IconButton } from "../../core/ui/index.ts";

interface MoveButtonsProps {
  title: string;
  place: number;
  count: number;
  moveTo: (place: number) => void;
}

/** Dragging for the keyboard. The focus stays on the button while its row moves. */
export function MoveButtons({ title, place, count, moveTo }: MoveButtonsProps) {
  const buttons = useRef<HTMLSpanElement>(null);
  const pressed = useRef<"up" | "down" | undefined>(undefined);
  useLayoutEffect(() => {
    if (!pressed.current) return;
    const found = [...(buttons.current?.querySelectorAll("button") ?? [])];
    const [up, down] = found;
    const wanted = pressed.current === "up" ? up : down;
    pressed.current = undefined;
    (wanted?.disabled ? found.find(({ disabled }) => !disabled) : wanted)?.focus();
  }, [place]);
  const move = (where: "up" | "down") => {
    pressed.current = where;
    moveTo(where === "up" ? place - 1 : place + 1);
  };
  return (
    <span class="move" ref={buttons}>
      <IconButton
        icon={ChevronUp}
        label={`Move up: ${title}`}
        disabled={place === 0}
        onClick={() => move("up")}
      />
      <IconButton
        icon={ChevronDown}
        label={`Move down: ${title}`}
        disabled={place === count - 1}
        onClick={() => move("down")}
      />
    </span>
  );
}
