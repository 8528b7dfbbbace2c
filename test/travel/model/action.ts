import type { Picture } from "./picture.ts";
import type { World } from "./world.ts";

/** Something that somebody does with a stay, or that happens to it. */
export interface Action {
  text: string;
  /** The reasons by which it must be refused as things stand; it must be done if there are none. */
  refusals(picture: Picture, now: number): string[];
  /**
   * What must become of the picture, by changing it; of ids that nobody can know, and of what the
   * provider has said, `seen` tells. Money that comes with it is received after it.
   */
  outcome(picture: Picture, now: number, seen: Picture): void;
  /** When it is too late for it, in milliseconds since 1970; that is tried to the millisecond. */
  end?(picture: Picture, now: number): number | null | undefined;
  /** Does it. Throws the refusal. */
  act(world: World): Promise<unknown>;
  /** Whether its failures are met again later, by a sweep: then nobody hears of them. */
  swept?: boolean;
  /** Whether it is done outside of ours, who hear of it later, if at all. */
  outside?: boolean;
  /** Whether the same may be sent again. */
  repeatable?: boolean;
}

/** What somebody means to do; what that is, depends on what there is then. */
export interface Intention {
  text: string;
  /** Nothing, if it can't even be tried. */
  plan(world: World): Action | undefined;
}
