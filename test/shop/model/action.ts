import type { Picture } from "./picture.ts";
import type { World } from "./world.ts";

/** Something that somebody does to the shop, or that happens to it. */
export interface Action {
  text: string;
  /** The reasons by which it must be refused as things stand; it must be done if there are none. */
  refusals(picture: Picture, now: number): string[];
  /** What must become of the picture, by changing it. */
  outcome(picture: Picture, now: number): void;
  /** Each of what may become of it, where that depends on who is first. */
  outcomes?(picture: Picture, now: number): Picture[];
  /** Does it. Throws the refusal. */
  act(world: World): Promise<unknown>;
  /** Whether its failures are met again later, by a sweep: then nobody hears of them. */
  swept?: boolean;
  /** Whether it is done outside the shop, which hears of it later, if at all. */
  outside?: boolean;
  /** Whether it carries a request id, so that the same may be sent again. */
  repeatable?: boolean;
}

/** What somebody means to do; what that is, depends on what there is then. */
export interface Intention {
  text: string;
  /** Nothing, if it can't even be tried. */
  plan(world: World): Action | undefined;
}
