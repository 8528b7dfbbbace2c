import { useState } from "preact/hooks";

/** A value that goes along from page to page, in this window: a coupon, a country. */
export function useKept(name: string, initial: string): [string, (value: string) => void] {
  const key = `kindling.shop.${name}`;
  const [value, setValue] = useState(() => sessionStorage.getItem(key) ?? initial);
  return [
    value,
    (next) => {
      sessionStorage.setItem(key, next);
      setValue(next);
    },
  ];
}
