import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import { Icon, type IconNode } from "./Icon.tsx";

/** `primary`: what most people came for, one to a page. `danger`: what can't be undone. */
export type Look = "primary" | "plain" | "danger" | "quiet";

export interface ButtonProps extends Omit<ButtonHTMLAttributes, "icon" | "size"> {
  look?: Look;
  icon?: IconNode;
  isBusy?: boolean;
  isSmall?: boolean;
  children?: ComponentChildren;
}

/** While it is busy it stays where the keyboard is, and does nothing. */
export function Button(props: ButtonProps) {
  const { look = "plain", icon, isBusy = false, isSmall = false, children, ...rest } = props;
  const { onClick, ...attributes } = rest;
  return (
    <button
      type="button"
      {...attributes}
      class={classOf(look, isSmall)}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    >
      {isBusy ? <span class="spinner" /> : icon && <Icon of={icon} size={18} />}
      {children}
    </button>
  );
}

/** A button of an icon alone; `label` is what it is called. */
export function IconButton({ label, ...props }: ButtonProps & { label: string; icon: IconNode }) {
  return <Button look="quiet" {...props} aria-label={label} title={label} />;
}

interface LinkButtonProps {
  href: string;
  look?: Look;
  icon?: IconNode;
  isSmall?: boolean;
  /** Of another site, or what is not a page of the app. */
  isOutside?: boolean;
  children: ComponentChildren;
}

/** A link that looks like a button. */
export function LinkButton(props: LinkButtonProps) {
  const { href, look = "plain", icon, isSmall = false, isOutside = false, children } = props;
  return (
    <a
      class={classOf(look, isSmall)}
      href={href}
      {...(isOutside && { target: "_blank", rel: "noopener" })}
    >
      {icon && <Icon of={icon} size={18} />}
      {children}
    </a>
  );
}

const classOf = (look: Look, isSmall: boolean) => `button ${look}${isSmall ? " small" : ""}`;
