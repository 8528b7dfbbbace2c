import {
  draggable,
  dropTargetForElements,
} from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/utils/combine";
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** Where a dragged task would come, beside the one that it is held over. */
export type Side = "above" | "below";

interface Dragging {
  row: RefObject<HTMLLIElement | null>;
  /** What it is held by. */
  grip: RefObject<HTMLSpanElement | null>;
  isDragged: boolean;
  /** Another is held over it. */
  side: Side | undefined;
}

/** A row that can be dragged onto others, and that others are dropped beside. */
export function useDragging(
  taskId: string,
  onDropped: ((draggedId: string, side: Side) => void) | undefined,
): Dragging {
  const row = useRef<HTMLLIElement>(null);
  const grip = useRef<HTMLSpanElement>(null);
  const dropped = useRef(onDropped);
  dropped.current = onDropped;
  const [isDragged, setDragged] = useState(false);
  const [side, setSide] = useState<Side>();
  const isOn = onDropped !== undefined;
  useEffect(() => {
    const [element, dragHandle] = [row.current, grip.current];
    if (!isOn || !element || !dragHandle) return undefined;
    return combine(
      draggable({
        element,
        dragHandle,
        getInitialData: () => ({ taskId }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => "taskId" in source.data && source.data.taskId !== taskId,
        getData: ({ input }) => ({ side: sideOf(element, input.clientY) }),
        onDrag: ({ location }) => setSide(sideOf(element, location.current.input.clientY)),
        onDragLeave: () => setSide(undefined),
        onDrop: ({ source, location }) => {
          setSide(undefined);
          const where = sideOf(element, location.current.input.clientY);
          dropped.current?.(String(source.data.taskId), where);
        },
      }),
    );
  }, [taskId, isOn]);
  return { row, grip, isDragged, side };
}

function sideOf(element: Element, pointerY: number): Side {
  const { top, height } = element.getBoundingClientRect();
  return pointerY < top + height / 2 ? "above" : "below";
}
